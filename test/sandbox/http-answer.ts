/** A whole answer, read; redirects are looked at, not followed. */
export type HttpAnswer = Awaited<ReturnType<typeof http>>;

export async function http(url: string, init: RequestInit = {}) {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
}

export function jsonBody(method: string, value: unknown, headers: Record<string, string> = {}): RequestInit {
  return { method, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

export function formBody(values: Record<string, string>, headers: Record<string, string> = {}): RequestInit {
  return { method: 'POST', headers, body: new URLSearchParams(values) };
}

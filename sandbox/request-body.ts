import type { IncomingMessage } from 'node:http';

/** The encoding of a body is part of a product's contract, so it is kept. */
export type RequestBody =
  | { readonly encoding: 'none'; readonly text: '' }
  | { readonly encoding: 'json'; readonly text: string; readonly value: unknown }
  | { readonly encoding: 'form'; readonly text: string; readonly form: URLSearchParams }
  | { readonly encoding: 'unreadable'; readonly text: string };

const largestBody = 1024 * 1024;

/** Reads at most 1 MiB; a longer body counts as unreadable. */
export async function readRequestBody(request: IncomingMessage): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk);
  }
  if (size > largestBody) return { encoding: 'unreadable', text: '' };
  return decodeBody(Buffer.concat(chunks).toString('utf8'), request.headers['content-type'] ?? '');
}

function decodeBody(text: string, contentType: string): RequestBody {
  if (text === '') return { encoding: 'none', text };
  const mediaType = contentType.split(';')[0]?.trim().toLowerCase();
  if (mediaType === 'application/x-www-form-urlencoded') {
    return { encoding: 'form', text, form: new URLSearchParams(text) };
  }
  if (mediaType !== 'application/json') return { encoding: 'unreadable', text };
  try {
    return { encoding: 'json', text, value: JSON.parse(text) };
  } catch {
    return { encoding: 'unreadable', text };
  }
}

/** The JSON object in the body; `undefined` for every other body, form bodies too. */
export function jsonObject(body: RequestBody): Readonly<Record<string, unknown>> | undefined {
  return body.encoding === 'json' ? asObject(body.value) : undefined;
}

/** Parameters of a body that may come as a JSON object or as a form. */
export function bodyParameters(body: RequestBody): Readonly<Record<string, unknown>> | undefined {
  return body.encoding === 'form' ? Object.fromEntries(body.form) : jsonObject(body);
}

export function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return isObject(value) ? value : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A non-empty string, or nothing. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

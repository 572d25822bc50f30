import type { IncomingMessage } from 'node:http';

/** Largest form accepted. `refusalOf` refuses larger ones by their declared length, before reading them. */
export const FORM_MAX_BYTES = 64 * 1024;

/** A body parser of the host may have left the form on the request. The stream is empty then. */
interface ParsedElsewhere {
  readonly body?: unknown;
  readonly rawBody?: unknown;
}

/** Reads an `application/x-www-form-urlencoded` body, whether or not the host has already parsed it. */
export async function readForm(request: IncomingMessage & ParsedElsewhere): Promise<URLSearchParams> {
  if (typeof request.rawBody === 'string') return new URLSearchParams(request.rawBody);
  const { body } = request;
  if (body !== undefined && body !== null && !isLeftUnread(request, body)) return formOf(body);
  if (request.readableEnded) return new URLSearchParams();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > FORM_MAX_BYTES) throw new Error('the form is larger than declared');
    chunks.push(bytes);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

/** Express 4's `express.json()` gives every request a body `{}`, also those that it does not read. */
function isLeftUnread({ readableDidRead, headers }: IncomingMessage, body: unknown): boolean {
  if (readableDidRead || Number(headers['content-length'] ?? 0) === 0) return false;
  return typeof body === 'object' && body !== null && Object.keys(body).length === 0;
}

/** The only value, or undefined if there is none or more than one. */
export function onlyValue(form: URLSearchParams, name: string): string | undefined {
  const [value, second] = form.getAll(name);
  return second === undefined ? value : undefined;
}

function formOf(body: unknown): URLSearchParams {
  if (typeof body === 'string') return new URLSearchParams(body);
  if (Buffer.isBuffer(body)) return new URLSearchParams(body.toString('utf8'));
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(Object(body))) {
    for (const single of Array.isArray(value) ? value : [value]) {
      if (typeof single === 'string') form.append(name, single);
    }
  }
  return form;
}

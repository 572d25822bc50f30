import { PassThrough, Readable, type Stream } from 'node:stream';
import { parsedJson } from '../model/json.ts';

/** Bytes. */
export const LARGEST_REQUEST = 10 * 1024 * 1024;

/** A body that can be sent twice. */
export interface RequestBody {
  readonly body: string | Uint8Array | undefined;
  /** What it adds to the headers of the request: a form knows its boundary. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Whatever axios allows as a body, as text or bytes. A stream is read to its end.
 *
 * @throws RangeError if a stream is longer than 10 MiB, TypeError for anything else
 */
export async function repeatableBody(data: unknown): Promise<RequestBody> {
  if (data === undefined || data === null) return { body: undefined, headers: {} };
  if (typeof data === 'string' || data instanceof Uint8Array) return { body: data, headers: {} };
  if (data instanceof ArrayBuffer) return { body: new Uint8Array(data), headers: {} };
  if (data instanceof FormData || data instanceof Blob) return encoded(new Response(data));
  if (isFormOfPackage(data)) return { body: await readAll(data.pipe(new PassThrough())), headers: data.getHeaders() };
  if (data instanceof Readable) return { body: await readAll(data), headers: {} };
  throw new TypeError('a request body must be text, bytes, a form or a stream');
}

async function encoded(response: Response): Promise<RequestBody> {
  const type = response.headers.get('content-type');
  return {
    body: new Uint8Array(await response.arrayBuffer()),
    headers: type === null ? {} : { 'content-type': type },
  };
}

/** The package `form-data`, which axios itself uses for `postForm`. */
interface FormOfPackage extends Stream {
  getHeaders(): Record<string, string>;
  pipe<Into extends NodeJS.WritableStream>(destination: Into): Into;
}

function isFormOfPackage(data: object): data is FormOfPackage {
  return 'getHeaders' in data && typeof data.getHeaders === 'function' && 'pipe' in data;
}

async function readAll(stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LARGEST_REQUEST) {
      throw new RangeError(`a request body must not be larger than ${LARGEST_REQUEST} bytes`);
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** The body as an object, if it is a JSON object or a form. If a form repeats a name, the last value counts. */
export function bodyObject(
  body: RequestBody['body'],
  headers: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> | undefined {
  if (typeof body !== 'string') return undefined;
  if (isForm(headers)) return Object.fromEntries(new URLSearchParams(body));
  const value = parsedJson(body);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** The body in the same format, with what `object` adds or changes. */
export function replacedBody(
  body: RequestBody['body'],
  headers: Readonly<Record<string, string>>,
  object: Readonly<Record<string, unknown>> | undefined,
): RequestBody['body'] {
  if (typeof body !== 'string' || object === undefined) return body;
  if (!isForm(headers)) return JSON.stringify(object);
  const form = new URLSearchParams(body);
  for (const [name, value] of Object.entries(object)) {
    if (form.getAll(name).at(-1) !== value) form.set(name, String(value));
  }
  return form.toString();
}

function isForm(headers: Readonly<Record<string, string>>): boolean {
  const name = Object.keys(headers).find((key) => key.toLowerCase() === 'content-type');
  return name !== undefined && (headers[name] ?? '').startsWith('application/x-www-form-urlencoded');
}

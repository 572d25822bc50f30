import { Readable } from 'node:stream';
import { parsedJson } from '../model/json.ts';

const LARGEST = 10 * 1024 * 1024;

/** A body that can be sent twice: a stream is read to its end. @throws RangeError if the stream is longer than 10 MiB */
export async function repeatableBody(data: unknown): Promise<unknown> {
  if (!(data instanceof Readable)) return data;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of data) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LARGEST) throw new RangeError(`a request body must not be larger than ${LARGEST} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** The body as an object, if it is a JSON object or a form. If a form repeats a name, the last value counts. */
export function bodyObject(
  body: unknown,
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
  body: unknown,
  headers: Readonly<Record<string, string>>,
  object: Readonly<Record<string, unknown>> | undefined,
): unknown {
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

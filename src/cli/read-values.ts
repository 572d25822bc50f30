import { readFile } from 'node:fs/promises';
import type { Call } from './command.ts';
import { UsageError } from './command.ts';

/** Reads JSON from a file, or from standard input if its name is `-`. @throws UsageError */
export async function readJson(file: string, call: Call): Promise<unknown> {
  const text = file === '-' ? await call.stdin() : await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new UsageError(`"${file}" cannot be read`);
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(file === '-' ? 'standard input is not JSON' : `"${file}" is not JSON`);
  }
}

/**
 * Reads the values of a form, as `{ "email": "…", "apiKey": { "secret": "NAME" } }`. Secrets can come from standard input or
 * from a setting, so that none has to be on a command line or in a file.
 *
 * @throws UsageError
 */
export async function readFormValues(file: string, call: Call): Promise<Readonly<Record<string, string>>> {
  const json = await readJson(file, call);
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new UsageError('expected { "field": "value" }');
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, readValue(key, value, call)]));
}

function readValue(key: string, value: unknown, call: Call): string {
  if (typeof value === 'string') return value;
  const name = typeof value === 'object' && value !== null && 'secret' in value ? value.secret : undefined;
  if (typeof name !== 'string') throw new UsageError(`${key}: expected a string, or { "secret": "NAME" }`);
  const secret = call.settings.secret(name);
  if (secret === undefined) throw new UsageError(`${key}: the setting ${name} is empty`);
  return secret;
}

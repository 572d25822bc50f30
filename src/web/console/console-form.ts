import type { IncomingMessage } from 'node:http';
import { onlyValue, readForm } from '../read-form.ts';

/** What a form of the console brought. */
export interface ConsoleForm {
  /** The only value of a field; undefined where there is none or several. */
  one(name: string): string | undefined;
  /** The only value, trimmed; empty where there is none or several. */
  text(name: string): string;
  /** No field that nobody asked for, and none twice. A name that ends in `*` matches all that begin with it. */
  hasOnly(names: readonly string[]): boolean;
  /** All fields whose name begins so, without that beginning. */
  startingWith(prefix: string): Readonly<Record<string, string>>;
}

export async function readConsoleForm(request: IncomingMessage): Promise<ConsoleForm> {
  const form = await readForm(request);
  return {
    one: (name) => onlyValue(form, name),
    text: (name) => (onlyValue(form, name) ?? '').trim(),
    hasOnly: (names) =>
      [...form.keys()].every((key) => form.getAll(key).length === 1 && names.some((name) => covers(name, key))),
    startingWith: (prefix) =>
      Object.fromEntries(
        [...form].filter(([key]) => key.startsWith(prefix)).map(([key, value]) => [key.slice(prefix.length), value]),
      ),
  };
}

function covers(name: string, key: string): boolean {
  return name.endsWith('*') ? key.startsWith(name.slice(0, -1)) : key === name;
}

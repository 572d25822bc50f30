import type { IncomingMessage } from 'node:http';
import { onlyValue, readForm } from '../read-form.ts';

/** A form that was sent to the console. */
export interface ConsoleForm {
  /** The only value of a field. Undefined if it is missing or repeated. */
  one(name: string): string | undefined;
  /** The only value, trimmed. Empty if it is missing or repeated. */
  text(name: string): string;
  /**
   * True if no field is repeated and every field is in `names`. A name that ends in `*` matches every name that begins with
   * it.
   */
  hasOnly(names: readonly string[]): boolean;
  /** All fields whose name begins with the prefix, without the prefix. */
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

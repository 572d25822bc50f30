/** An entry under a name that came from outside: `constructor` and `__proto__` are no entries. */
export function lookUp<Entry>(entries: Readonly<Record<string, Entry>>, name: string): Entry | undefined {
  return Object.hasOwn(entries, name) ? entries[name] : undefined;
}

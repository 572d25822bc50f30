/** The entry of a name from outside: undefined for `constructor`, `__proto__` and the like. */
export function lookUp<Entry>(entries: Readonly<Record<string, Entry>>, name: string): Entry | undefined {
  return Object.hasOwn(entries, name) ? entries[name] : undefined;
}

/** Caches the results of a function of a locale or time zone: formatters are slow to create, and a bot meets few. */
export function kept<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    // made-up locales must not fill the memory
    if (made.size >= 200) made.clear();
    const value = make(name);
    made.set(name, value);
    return value;
  };
}

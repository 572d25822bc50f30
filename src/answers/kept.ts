/** Remembers what a function of a locale gave: formats are slow to make, and a bot meets few locales. */
export function kept<T>(make: (locale: string) => T): (locale: string) => T {
  const made = new Map<string, T>();
  return (locale) => {
    const known = made.get(locale);
    if (known !== undefined) return known;
    // somebody who makes up locales must not fill the memory
    if (made.size >= 200) made.clear();
    const value = make(locale);
    made.set(locale, value);
    return value;
  };
}

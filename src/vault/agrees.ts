/**
 * Whether a row's columns are what was sealed in it. Lookup columns stand in clear, so a row that was found by a link
 * or a state must prove that it was sealed for that link or state.
 */
export function agrees<Columns extends object>(sealed: Columns, row: Columns): boolean {
  const stored = new Map<string, unknown>(Object.entries(row));
  return Object.entries(sealed).every(([name, value]) => stored.get(name) === value);
}

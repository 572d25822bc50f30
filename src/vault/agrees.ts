/**
 * Whether a row's columns match its sealed record. Lookup columns are stored in clear, so a row that was found by a link or
 * a state must prove that it was sealed for it.
 */
export function agrees<Columns extends object>(sealed: Columns, row: Columns): boolean {
  return (Object.keys(sealed) as (keyof Columns)[]).every(
    (name) => Object.hasOwn(row, name) && sealed[name] === row[name],
  );
}

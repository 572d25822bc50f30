/**
 * Whether a row's columns are what was sealed in it. Lookup columns are in clear text, so a row that was found by a link
 * or a state must prove that it was sealed for that link or state.
 */
export function agrees<Columns extends object>(sealed: Columns, row: Columns): boolean {
  return (Object.keys(sealed) as (keyof Columns)[]).every(
    (name) => Object.hasOwn(row, name) && sealed[name] === row[name],
  );
}

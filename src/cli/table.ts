/** Aligned columns, or the text `empty` if there are no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], empty: string): string {
  if (rows.length === 0) return empty;
  const lines = [head, ...rows].map((row) => row.map(inOneLine));
  const widths = head.map((_, column) => Math.max(...lines.map((row) => [...(row[column] ?? '')].length)));
  return lines
    .map((row) =>
      row
        .map((cell, column) => padded(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Names and values in two aligned columns, one pair a line. */
export function pairs(entries: readonly (readonly [name: string, value: string])[]): string {
  const width = Math.max(...entries.map(([name]) => name.length));
  return entries.map(([name, value]) => `${padded(name, width)}  ${inOneLine(value)}`.trimEnd()).join('\n');
}

/** `2026-01-31 09:05` in UTC. */
export function day(time: number): string {
  return new Date(time).toISOString().slice(0, 16).replace('T', ' ');
}

/** A product's name for an account could contain a line break, to look like another row. */
function inOneLine(cell: string): string {
  return cell.replace(/[\r\n\t]+/g, ' ');
}

function padded(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - [...cell].length));
}

/** The known name that an unknown one was probably meant to be. */
export function nearestName(names: readonly string[], given: string): string | undefined {
  const near = names.map((name) => ({ name, distance: distance(given.toLowerCase(), name.toLowerCase()) }));
  const [nearest] = near.filter(({ name, distance }) => distance <= 2 || beginsAlike(given, name)).sort(byDistance);
  return nearest?.name;
}

/** The message for an option that does not exist. */
export function noSuchOption(names: readonly string[], given: string): string {
  const meant = nearestName(names, given);
  return `${given}: there is no such option${meant === undefined ? '' : `; did you mean ${meant}?`}`;
}

function byDistance(a: { readonly distance: number }, b: { readonly distance: number }): number {
  return a.distance - b.distance;
}

/** For `visible` and `visibility`. */
function beginsAlike(given: string, name: string): boolean {
  return given.length >= 5 && name.startsWith(given.slice(0, 5));
}

/** Levenshtein distance, in one row. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

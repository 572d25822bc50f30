/** Something in a definition that cannot work, and its place. */
export interface Problem {
  /** E.g. `['profiles', 0, 'fields', 1, 'key']`. */
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

/** Moves problems of a part to the place of that part. */
export function below(path: readonly PropertyKey[], problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] }));
}

/** `profiles[0].fields[1].key: two fields have this key`. */
export function problemLine({ path, text }: Problem): string {
  const where = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return where === '' ? text : `${where.replace(/^\./, '')}: ${text}`;
}

/** Entries that occurred before, compared by `same`. */
export function repeated<T>(list: readonly T[], same: (entry: T) => string): readonly number[] {
  const seen = new Set<string>();
  return list.flatMap((entry, index) => {
    const before = seen.size;
    return seen.add(same(entry)).size === before ? [index] : [];
  });
}

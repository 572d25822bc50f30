/** What each entry of a table of words is called with: every variant that has a sentence of its own. */
export type Samples<Table> = {
  readonly [Name in keyof Table]: Table[Name] extends (...values: infer Values extends readonly unknown[]) => unknown
    ? readonly Readonly<Values>[]
    : 'a text';
};

export interface Said {
  /** `wrongCode 2`: the entry, and which of its samples. */
  readonly name: string;
  readonly text: string;
}

/** Every sentence of a table. */
export function sentencesOf<Table extends object>(table: Table, samples: Samples<Table>): readonly Said[] {
  return Object.entries<unknown>({ ...samples }).flatMap(([name, values]) => {
    const entry: unknown = Reflect.get(table, name);
    if (typeof entry === 'string') return [{ name, text: entry }];
    if (typeof entry !== 'function' || !Array.isArray(values)) throw new TypeError(`no sample of ${name}`);
    return values.flatMap((one: readonly unknown[], at) =>
      textsIn(Reflect.apply(entry, table, one)).map((text) => ({ name: `${name} ${at}`, text })),
    );
  });
}

/** A sentence, several, or the parts of something that is shown together. */
function textsIn(said: unknown): readonly string[] {
  if (typeof said === 'string') return [said];
  return typeof said === 'object' && said !== null ? Object.values(said).flatMap(textsIn) : [];
}

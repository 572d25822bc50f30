/** What each entry of a table of words is called with: every variant that has a sentence of its own. */
export type Samples<Table> = {
  readonly [Name in keyof Table]: Table[Name] extends (...values: infer Values extends readonly unknown[]) => unknown
    ? readonly Readonly<Values>[]
    : 'a text';
};

/** The same for a table whose other entries are texts, and groups of texts: only what is called has samples. */
export type CallSamples<Table> = {
  readonly [Name in keyof Table as Table[Name] extends (...values: never) => unknown
    ? Name
    : never]: Table[Name] extends (...values: infer Values extends readonly unknown[]) => unknown
    ? readonly Readonly<Values>[]
    : never;
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

/** Every sentence of a table with groups: `state.enabled`, `tooMany 0.title`. In the order of names. */
export function groupedSentencesOf<Table extends object>(table: Table, samples: CallSamples<Table>): readonly Said[] {
  return Object.entries(table)
    .flatMap(([name, entry]: readonly [string, unknown]) => {
      if (typeof entry !== 'function') return groupOf(name, entry);
      const values: unknown = Reflect.get(samples, name);
      if (!Array.isArray(values)) throw new TypeError(`no sample of ${name}`);
      return values.flatMap((one: readonly unknown[], at) =>
        groupOf(`${name} ${at}`, Reflect.apply(entry, table, one)),
      );
    })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

function groupOf(name: string, said: unknown): readonly Said[] {
  if (typeof said === 'string') return [{ name, text: said }];
  if (typeof said !== 'object' || said === null) throw new TypeError(`${name} is no text`);
  return Object.entries<unknown>({ ...said }).flatMap(([part, text]) => groupOf(`${name}.${part}`, text));
}

/** A sentence, several, or the parts of something that is shown together. */
function textsIn(said: unknown): readonly string[] {
  if (typeof said === 'string') return [said];
  return typeof said === 'object' && said !== null ? Object.values(said).flatMap(textsIn) : [];
}

import type { QueryResult } from 'kysely';
import { type Bindable, bindable } from './bindable.ts';
import type { RunAlone } from './run-alone.ts';

/** The part of `node:sqlite` that is used. */
interface Connection {
  readonly isTransaction: boolean;
  prepare(text: string): Statement;
}

interface Statement {
  columns(): readonly { readonly name: string }[];
  setReturnArrays(enabled: boolean): void;
  all(...values: readonly Bindable[]): readonly unknown[];
  run(...values: readonly Bindable[]): { readonly changes: number | bigint };
}

type Answer = (values: readonly Bindable[]) => QueryResult<unknown>;

/**
 * Past Kysely's queue wherever no transaction is open: one connection runs one statement at a time, and this one is over when
 * it returns.
 */
export function sqliteAlone(database: Connection, keep: number): RunAlone {
  const kept = new Map<string, Answer>();
  const answerOf = (text: string): Answer => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = answering(database.prepare(text), text);
    if (kept.size >= keep) kept.clear();
    kept.set(text, made);
    return made;
  };
  return <Row>({ sql, parameters }: { readonly sql: string; readonly parameters: readonly unknown[] }) => {
    if (database.isTransaction) return undefined;
    // what the builder says of a row is what its text asks for
    return answerOf(sql)(bindable(parameters)) as QueryResult<Row>;
  };
}

function answering(statement: Statement, text: string): Answer {
  const names = statement.columns().map(({ name }) => name);
  if (names.length === 0) {
    return (values) => ({ rows: [], numAffectedRows: BigInt(statement.run(...values).changes) });
  }
  // another version of the tables may have more columns
  if (text.includes('*')) return (values) => ({ rows: [...statement.all(...values)] });
  // an object that V8 knows the shape of costs half of one that the driver fills
  statement.setReturnArrays(true);
  return (values) => ({ rows: statement.all(...values).map((row) => named(names, row)) });
}

function named(names: readonly string[], values: unknown): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  if (!Array.isArray(values)) return row;
  for (let at = 0; at < names.length; at += 1) row[names[at] ?? ''] = values[at];
  return row;
}

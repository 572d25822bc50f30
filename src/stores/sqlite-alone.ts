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
 * Bypasses Kysely's queue while no transaction is open: the one connection is free, because every statement is complete when
 * its call returns.
 *
 * @param keep how many prepared statements are kept
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
    // the rows have the type that the query builder inferred
    return answerOf(sql)(bindable(parameters)) as QueryResult<Row>;
  };
}

function answering(statement: Statement, text: string): Answer {
  const names = statement.columns().map(({ name }) => name);
  if (names.length === 0) {
    return (values) => ({ rows: [], numAffectedRows: BigInt(statement.run(...values).changes) });
  }
  // the columns of `*` change when a newer version adds some
  if (text.includes('*')) return (values) => ({ rows: [...statement.all(...values)] });
  // objects of one shape, which V8 can optimize, cost half as much as those that the driver creates
  statement.setReturnArrays(true);
  return (values) => ({ rows: statement.all(...values).map((row) => named(names, row)) });
}

function named(names: readonly string[], values: unknown): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  if (!Array.isArray(values)) return row;
  for (let at = 0; at < names.length; at += 1) row[names[at] ?? ''] = values[at];
  return row;
}

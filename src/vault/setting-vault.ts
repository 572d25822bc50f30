import type { SettingRow, SettingRows } from '../stores/store.ts';
import { agrees } from './agrees.ts';
import type { SealContext } from './cipher.ts';
import type { Records, RecordTag } from './records.ts';
import type { Opened, Sealer } from './sealer.ts';

/** How one kind of record is stored in the settings table. */
export interface SettingKind<Tag extends RecordTag> {
  readonly tag: Tag;
  columns(record: Records[Tag]): SettingColumns;
}

interface SettingColumns {
  readonly id: string;
  readonly version: number;
  readonly lookup: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** The records of one kind. */
export interface SettingVault<T> {
  byId(id: string): Promise<T | undefined>;
  byLookup(lookup: string): Promise<T | undefined>;
  /** The record in a row that was read elsewhere. */
  opened(row: SettingRow): T | undefined;
  /** Oldest first. */
  list(): Promise<readonly T[]>;
  /** Including those that cannot be opened. */
  count(): Promise<number>;
  /** Which of these exist, opened or not. Nobody else changes or deletes them before the transaction ends. */
  hold(ids: readonly string[]): Promise<readonly string[]>;
  /**
   * Inserts version 1, or replaces version `next.version - 1`. False if another process was first, or the lookup belongs to
   * another record. Version 1 replaces a row that can no longer be opened.
   */
  put(next: T): Promise<boolean>;
  remove(id: string): Promise<boolean>;
}

export function settingVault<Tag extends RecordTag>(
  rows: SettingRows,
  sealer: Sealer,
  { tag, columns }: SettingKind<Tag>,
): SettingVault<Records[Tag]> {
  const sealed = (record: Records[Tag]): SettingRow => {
    const row = { kind: tag, ...columns(record) };
    return { ...row, ...sealer.seal(settingContext(row), tag, record) };
  };
  const opened = (row: SettingRow): Opened<Records[Tag]> => {
    const answer = sealer.open(settingContext(row), tag, row);
    if (answer.status !== 'open') return answer;
    const { createdAt: _, ...sealedColumns } = columns(answer.record);
    if (agrees(sealedColumns, row)) return answer;
    sealer.broken(settingContext(row));
    return { status: 'broken' };
  };
  const one = (row: SettingRow | undefined): Records[Tag] | undefined => {
    const answer = row === undefined ? undefined : opened(row);
    return answer?.status === 'open' ? answer.record : undefined;
  };
  return {
    byId: async (id) => one(await rows.byId(tag, id)),
    opened: one,
    byLookup: async (lookup) => one(await rows.byLookup(tag, lookup)),
    list: async () => (await rows.list(tag)).flatMap((row) => one(row) ?? []),
    count: () => rows.count(tag),
    hold: (ids) => rows.hold(tag, ids),
    put: async (next) => {
      const row = sealed(next);
      if (row.version > 1) return rows.swap(row);
      if (await rows.insert(row)) return true;
      const present = await rows.byId(tag, row.id);
      if (present === undefined || opened(present).status !== 'broken') return false;
      return (await rows.remove(tag, row.id)) && (await rows.insert(row));
    },
    remove: (id) => rows.remove(tag, id),
  };
}

function settingContext({ kind, id }: Pick<SettingRow, 'kind' | 'id'>): SealContext {
  return { table: 'settings', column: 'sealed', row: `${kind}/${id}`, owner: '', integration: '' };
}

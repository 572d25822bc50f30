import type { Operator } from '../model/operator.ts';
import type { SettingRows } from '../stores/store.ts';
import type { Sealer } from './sealer.ts';
import { settingVault } from './setting-vault.ts';

export interface OperatorVault {
  byId(id: string): Promise<Operator | undefined>;
  /** The operator who signs in with this name and a password. */
  byName(name: string): Promise<Operator | undefined>;
  /** The operator with this subject at the OpenID provider. */
  bySubject(issuer: string, id: string): Promise<Operator | undefined>;
  /** Oldest first. */
  list(): Promise<readonly Operator[]>;
  /** Including those that cannot be opened, so that tampering cannot make the console appear new. */
  count(): Promise<number>;
  /** Which of these exist. Nobody else changes or removes them before the transaction ends. */
  hold(ids: readonly string[]): Promise<readonly string[]>;
  /**
   * Inserts version 1, or replaces version `next.version - 1`. False if another process was first, or if the name (with a
   * password) or the subject (without) is taken.
   */
  put(next: Operator): Promise<boolean>;
  remove(id: string): Promise<boolean>;
}

export function operatorVault(rows: SettingRows, sealer: Sealer): OperatorVault {
  const operators = settingVault(rows, sealer, {
    tag: 'operator',
    columns: (operator) => ({
      id: operator.id,
      version: operator.version,
      lookup: lookupOf(operator),
      createdAt: operator.createdAt,
      updatedAt: operator.updatedAt,
    }),
  });
  return {
    byId: operators.byId,
    byName: (name) => operators.byLookup(nameKey(name)),
    // not by its lookup, because an operator may have a password too
    bySubject: async (issuer, id) =>
      (await operators.list()).find(({ subject }) => subject?.issuer === issuer && subject.id === id),
    list: operators.list,
    count: operators.count,
    hold: operators.hold,
    put: operators.put,
    remove: operators.remove,
  };
}

function lookupOf({ name, passwordHash, subject }: Operator): string | null {
  if (passwordHash !== undefined) return nameKey(name);
  return subject === undefined ? null : `subject${[subject.issuer, subject.id].map(withLength).join('')}`;
}

function nameKey(name: string): string {
  return `name${withLength(name)}`;
}

function withLength(part: string): string {
  return `/${part.length}:${part}`;
}

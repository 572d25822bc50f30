import type {
  AuthorizationRow,
  BotStateRow,
  ConnectionRow,
  ErrandRow,
  OutboxRow,
  SessionRow,
  SettingRow,
} from '../../src/stores/store.ts';

/** Rows to begin with; a test names only what it is about. */
export function authorizationRow(row: Partial<AuthorizationRow> = {}): AuthorizationRow {
  const id = row.id ?? 'a1';
  return {
    id,
    version: 1,
    status: 'new',
    open: 1,
    ownerKey: 'ann',
    conversationKey: 'conversation',
    integration: 'acme',
    linkHash: `link of ${id}`,
    stateHash: null,
    createdAt: 100,
    updatedAt: 100,
    expiresAt: 1000,
    keyId: 'k1',
    sealed: Uint8Array.of(1, 2, 3),
    ...row,
  };
}

export function connectionRow(row: Partial<ConnectionRow> = {}): ConnectionRow {
  return {
    id: 'c1',
    version: 1,
    ownerKey: 'ann',
    integration: 'acme',
    accountKey: 'account',
    status: 'active',
    details: '{}',
    isDefault: 0,
    warnAt: null,
    expiresAt: null,
    createdAt: 100,
    updatedAt: 100,
    leaseOwner: null,
    leaseUntil: null,
    keyId: 'k1',
    sealed: Uint8Array.of(1, 2, 3),
    ...row,
  };
}

export function errandRow(row: Partial<ErrandRow> = {}): ErrandRow {
  return {
    id: 'e1',
    version: 1,
    status: 'asking',
    open: 1,
    ownerKey: 'ann',
    conversationKey: 'conversation',
    integration: 'acme',
    actionId: 'acme.ping',
    authorizationId: null,
    begunBy: null,
    dueAt: null,
    createdAt: 100,
    updatedAt: 100,
    keyId: 'k1',
    sealed: Uint8Array.of(1, 2, 3),
    ...row,
  };
}

export function outboxRow(row: Partial<OutboxRow> = {}): OutboxRow {
  const id = row.id ?? 'o1';
  return {
    id,
    dedupeKey: `once ${id}`,
    kind: 'connected',
    ownerKey: null,
    attempts: 0,
    dueAt: 100,
    createdAt: 100,
    keyId: 'k1',
    sealed: Uint8Array.of(1, 2, 3),
    ...row,
  };
}

export function sessionRow(row: Partial<SessionRow> = {}): SessionRow {
  return { sidHash: 's1', expiresAt: 1000, keyId: 'k1', sealed: Uint8Array.of(1, 2, 3), ...row };
}

export function botStateRow(row: Partial<BotStateRow> = {}): BotStateRow {
  return { id: 'b1', eTag: 'e1', updatedAt: 100, keyId: 'k1', sealed: Uint8Array.of(1, 2, 3), ...row };
}

export function settingRow(row: Partial<SettingRow> = {}): SettingRow {
  return {
    kind: 'setup',
    id: 'acme',
    version: 1,
    lookup: null,
    createdAt: 100,
    updatedAt: 100,
    keyId: 'k1',
    sealed: Uint8Array.of(1, 2, 3),
    ...row,
  };
}

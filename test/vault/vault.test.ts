import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConfigurationError } from '../../src/errors.ts';
import type { Authorization } from '../../src/model/authorization.ts';
import { type Errand, type ErrandEvent, errandTransition, SAY_WITHIN, TOO_OLD } from '../../src/model/errand.ts';
import type { Notice } from '../../src/model/notice.ts';
import { ownerKey } from '../../src/model/owner.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { createCipher } from '../../src/vault/cipher.ts';
import { parseKeys } from '../../src/vault/keyring.ts';
import { openVault, type Vault } from '../../src/vault/vault.ts';
import { ann, authorization, bob, connection, conversation, credential, errand, KEYS, OTHER_KEYS } from './records.ts';

const CANARY = 'CANARY-7f3d-canary';
const notice: Notice = {
  kind: 'revoke',
  integration: 'acme',
  profile: 'system',
  credential: { type: 'oauth2', accessToken: CANARY, scopes: [] },
};

let folder: string;
let file: string;
let vault: Vault;
let broken: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
  file = join(folder, 'latchkey.db');
  broken = [];
  vault = await open(KEYS);
});

afterEach(async () => {
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('authorizations', () => {
  const all: readonly Authorization[] = [
    authorization(),
    { ...authorization(), status: 'exchanging' },
    {
      ...authorization(),
      status: 'quarantined',
      credential,
      account: { id: '42', label: 'Ann' },
      tenant: 'acme',
      sites: [{ id: 's', name: 'Site', url: 'https://s.example' }],
      codeMac: 'k1.mac',
    },
    { ...authorization(), status: 'done', connectionId: 'c1', account: { id: '42', label: 'Ann' } },
    { ...authorization(), status: 'failed', why: 'denied' },
  ];

  test.each(all)('that are $status come back as they were', async (given) => {
    await vault.authorizations.insert(given);
    expect(await vault.authorizations.byId('a1')).toEqual(given);
    expect(await vault.authorizations.byLinkHash('link')).toEqual(given);
  });

  test('are found by link, state and owner while open, and move once', async () => {
    const given = authorization();
    await vault.authorizations.insert(given);
    expect(await vault.authorizations.byStateHash('state')).toEqual(given);
    expect(await vault.authorizations.openOf(ownerKey(ann))).toEqual([given]);
    expect(await vault.authorizations.openOf(ownerKey(bob))).toEqual([]);
    const ended: Authorization = { ...given, version: 2, status: 'failed', why: 'denied', updatedAt: 200 };
    expect(await vault.authorizations.swap(given, ended)).toBe(true);
    expect(await vault.authorizations.swap(given, ended)).toBe(false);
    expect(await vault.authorizations.openOf(ownerKey(ann))).toEqual([]);
    expect(await vault.authorizations.countOpen()).toBe(0);
    expect(await vault.authorizations.hold(ownerKey(ann))).toBe(true);
    expect(await vault.authorizations.hold(ownerKey(bob))).toBe(false);
    expect(await vault.authorizations.sweepEnded(201, 10)).toBe(1);
  });

  test('give no way in to who changes what they are found by', async () => {
    await vault.authorizations.insert(authorization());
    await vault.authorizations.insert(authorization({ id: 'a2', linkHash: 'link 2', stateHash: 'state 2' }));
    edit("update authorizations set linkHash = 'known to the attacker' where id = 'a1'");
    edit("update authorizations set stateHash = 'known to the attacker' where id = 'a2'");
    expect(await vault.authorizations.byLinkHash('known to the attacker')).toBeUndefined();
    expect(await vault.authorizations.byStateHash('known to the attacker')).toBeUndefined();
    expect(broken).toEqual(['authorizations a1', 'authorizations a2']);
  });

  test('that ended are not opened again by who changes their status', async () => {
    await vault.authorizations.insert({ ...authorization(), status: 'cancelled', why: 'cancelled' });
    edit("update authorizations set status = 'redirected', open = 1");
    expect(await vault.authorizations.openOf(ownerKey(ann))).toEqual([]);
    expect(await vault.authorizations.byId('a1')).toBeUndefined();
  });

  test('that are broken do not stay in the way of those that are due', async () => {
    await vault.authorizations.insert(authorization({ createdAt: 1 }));
    await vault.authorizations.insert(authorization({ id: 'a2', linkHash: 'link 2', stateHash: 'state 2' }));
    edit("update authorizations set sealed = zeroblob(60) where id = 'a1'");
    expect(await vault.authorizations.due(1000, 0, 1)).toEqual([]);
    expect(await vault.authorizations.due(1000, 0, 1)).toMatchObject([{ id: 'a2' }]);
    expect(await vault.authorizations.countOpen()).toBe(1);
  });
});

describe('connections', () => {
  const current = async () => await vault.connections.current(ownerKey(ann), 'acme');
  /** The same, with what only a renewal or a list wants to know. */
  const whole = async () => {
    const used = await current();
    return used && (await vault.connections.byId(used.connection.id));
  };

  test('come back with their credential', async () => {
    const { version: _, ...first } = connection({
      tenant: 'acme',
      site: { id: 's', name: 'Site', url: 'https://s.example' },
      expiresAt: 2 ** 45,
    });
    const saved = await vault.connections.save(first, credential);
    expect(saved).toEqual({ ...first, version: 1 });
    const stored = { connection: saved, credential, leaseOwner: null, leaseUntil: null };
    const { createdAt: __, ...used } = saved;
    expect(await current()).toEqual({ connection: used, credential });
    expect(await vault.connections.byId('c1')).toEqual(stored);
    expect(await vault.connections.list(ownerKey(ann))).toEqual([saved]);
    expect(await vault.connections.list(ownerKey(bob))).toEqual([]);
  });

  test('are replaced by a new one of the same account, which keeps id and age', async () => {
    await vault.connections.save(connection(), credential);
    await vault.connections.makeDefault(connection());
    const again = { ...credential, accessToken: 'newer' };
    const saved = await vault.connections.save(connection({ id: 'c2', createdAt: 500, updatedAt: 500 }), again);
    expect(saved).toEqual(connection({ version: 2, updatedAt: 500 }));
    expect(await whole()).toMatchObject({ connection: saved, credential: again });
    expect(await vault.connections.byId('c2')).toBeUndefined();
  });

  test.each([
    ['account', { account: { id: '43', label: 'ann@example.com' } }],
    ['site', { site: { id: 's', name: 'Site', url: 'https://s.example' } }],
    ['tenant', { tenant: 'other' }],
    ['integration', { integration: 'other' }],
    ['owner', { owner: bob }],
  ])('of another %s stand beside', async (_, other) => {
    await vault.connections.save(connection(), credential);
    await vault.connections.save(connection({ id: 'c2', ...other }), credential);
    expect(await vault.connections.byId('c1')).toMatchObject({ connection: { version: 1 } });
    expect(await vault.connections.byId('c2')).toMatchObject({ connection: { version: 1 } });
  });

  test('saved by many at once are one connection', async () => {
    const ids = Array.from({ length: 10 }, (_, index) => `c${index}`);
    const saved = await Promise.all(ids.map((id) => vault.connections.save(connection({ id }), credential)));
    expect(new Set(saved.map(({ id }) => id))).toHaveLength(1);
    expect(new Set(saved.map(({ version }) => version))).toHaveLength(10);
    expect(await vault.connections.list(ownerKey(ann))).toHaveLength(1);
  });

  test('are renewed under a lease', async () => {
    const saved = await vault.connections.save(connection(), credential);
    expect(await vault.connections.lease(saved, 'me', 0, 30)).toBe(true);
    expect(await vault.connections.lease(saved, 'other', 0, 30)).toBe(false);
    expect(await whole()).toMatchObject({ leaseOwner: 'me', leaseUntil: 30 });
    const next = { ...saved, version: 2, expiresAt: 500 };
    const fresh = { ...credential, accessToken: 'fresh' };
    expect(await vault.connections.renewed(next, fresh, 'other')).toBe(false);
    expect(await vault.connections.renewed(next, fresh, 'me')).toBe(true);
    expect(await whole()).toEqual({ connection: next, credential: fresh, leaseOwner: null, leaseUntil: null });
  });

  test('that change while they are renewed are not written over', async () => {
    const saved = await vault.connections.save(connection(), credential);
    await vault.connections.lease(saved, 'me', 0, 30);
    await vault.connections.save(connection(), { ...credential, accessToken: 'typed again' });
    expect(await vault.connections.renewed({ ...saved, version: 2 }, credential, 'me')).toBe(false);
    expect(await current()).toMatchObject({ credential: { accessToken: 'typed again' } });
  });

  test('move to another site with their credential, and make room for a new one at the old site', async () => {
    const saved = await vault.connections.save(connection(), credential);
    const next = { ...saved, version: 2, site: { id: 's', name: 'Site', url: 'https://s.example' } };
    expect(await vault.connections.relocate(next, credential, 0)).toBe(true);
    expect(await vault.connections.list(ownerKey(ann))).toEqual([next]);
    expect(await whole()).toMatchObject({ connection: next, credential });
    expect(await vault.connections.save(connection({ id: 'c2' }), credential)).toMatchObject({ id: 'c2', version: 1 });
    expect(await vault.connections.save({ ...next, id: 'c3' }, credential)).toMatchObject({ id: 'c1', version: 3 });
  });

  test('change their status, rest, and are removed', async () => {
    const saved = await vault.connections.save(connection(), credential);
    await vault.connections.lease(saved, 'me', 0, 30);
    await vault.connections.release('c1', 'me', 90);
    expect(await whole()).toMatchObject({ leaseOwner: null, leaseUntil: 90 });
    const dead = connection({ version: 2, status: 'needs_reauth' });
    expect(await vault.connections.swap(dead, credential)).toBe(true);
    expect(await vault.connections.swap(dead, credential)).toBe(false);
    expect(await whole()).toMatchObject({ connection: dead, credential });
    expect(await vault.connections.remove('c1')).toMatchObject({ id: 'c1', stored: { credential } });
    expect(await current()).toBeUndefined();
  });

  test('do not follow who edits what a listing shows', async () => {
    await vault.connections.save(connection({ tenant: 'acme' }), credential);
    edit(`update connections set details = replace(details, '"tenant":"acme"', '"tenant":"evil"')`);
    expect(await current()).toMatchObject({ connection: { tenant: 'acme' } });
    expect(await whole()).toMatchObject({ connection: { tenant: 'acme' } });
  });
});

describe('a connection that somebody tampered with reads as absent', () => {
  beforeEach(async () => {
    await vault.connections.save(connection(), credential);
    await vault.connections.save(connection({ id: 'c2', owner: bob }), { ...credential, accessToken: "bob's" });
    await vault.connections.save(connection({ id: 'c3', integration: 'other' }), credential);
    await vault.authorizations.insert(authorization());
  });

  test.each([
    ['the ciphertext of another owner', "(select sealed from connections where id = 'c2')"],
    ['the ciphertext of another integration', "(select sealed from connections where id = 'c3')"],
    ['the ciphertext of another table', 'cast((select sealed from authorizations) as blob)'],
    ['a tag that is cut off', 'cast(substr(sealed, 1, length(sealed) - 16) as blob)'],
    ['a tag of four bytes', 'cast(substr(sealed, 1, length(sealed) - 12) as blob)'],
    ['nothing', "x''"],
    ['another format', "cast(x'02' || substr(sealed, 2) as blob)"],
    ['the name of another key', "cast(x'01026b39' || substr(sealed, 5) as blob)"],
    [
      'its last byte changed',
      "cast(substr(sealed, 1, length(sealed) - 1) || iif(substr(sealed, -1) = x'00', x'01', x'00') as blob)",
    ],
  ])('when it holds %s', async (_, sealed) => {
    edit(`update connections set sealed = ${sealed} where id = 'c1'`);
    expect(await vault.connections.current(ownerKey(ann), 'acme')).toBeUndefined();
    expect(await vault.connections.byId('c1')).toBeUndefined();
    expect(broken).toEqual(['connections c1', 'connections c1']);
    expect(await vault.connections.byId('c2')).toMatchObject({ credential: { accessToken: "bob's" } });
  });

  test('when its row is given to another owner', async () => {
    edit(`update connections set ownerKey = '${ownerKey({ ...ann, user: 'mallory' })}' where id = 'c1'`);
    expect(await vault.connections.current(ownerKey({ ...ann, user: 'mallory' }), 'acme')).toBeUndefined();
    expect(broken).toEqual(['connections c1']);
  });

  test('and can be connected anew', async () => {
    edit("update connections set sealed = x'' where id = 'c1'");
    await vault.connections.save(connection({ id: 'c9' }), { ...credential, accessToken: 'again' });
    expect(await vault.connections.current(ownerKey(ann), 'acme')).toMatchObject({
      connection: { id: 'c1' },
      credential: { accessToken: 'again' },
    });
  });
});

describe('errands', () => {
  test('come back as they were, move once, and are found when they are due', async () => {
    const begun = errand({ begunBy: 'activity' });
    expect(await vault.errands.begin(begun)).toBe(true);
    expect(await vault.errands.begin(errand({ id: 'e2', begunBy: 'activity' }))).toBe(false);
    expect(await vault.errands.byId('e1')).toEqual(begun);
    expect(await vault.errands.here(ownerKey(ann), conversation.key, 100)).toEqual([begun]);
    const waiting = moved(begun, { type: 'needs', authorizationId: 'a1' });
    expect(await vault.errands.swap(begun, waiting)).toBe(true);
    expect(await vault.errands.swap(begun, waiting)).toBe(false);
    expect(await vault.errands.waitingFor('a1')).toEqual([waiting]);
    expect(await vault.errands.due(100 + SAY_WITHIN - 1, 10)).toEqual([]);
    expect(await vault.errands.due(100 + SAY_WITHIN, 10)).toEqual([waiting]);
  });

  test('become too old by themselves', async () => {
    const asked = moved(errand(), { type: 'said', at: 100 });
    await vault.errands.begin(asked);
    expect(await vault.errands.due(100 + TOO_OLD - 1, 10)).toEqual([]);
    expect(await vault.errands.due(100 + TOO_OLD, 10)).toEqual([asked]);
  });

  test('that are broken do not stay in the way of those that are due', async () => {
    await vault.errands.begin(errand());
    await vault.errands.begin(errand({ id: 'e2' }));
    edit("update errands set sealed = (select sealed from errands where id = 'e2') where id = 'e1'");
    expect(await vault.errands.due(10 ** 6, 1)).toEqual([]);
    expect(await vault.errands.due(10 ** 6, 1)).toMatchObject([{ id: 'e2' }]);
    expect(await vault.errands.byId('e1')).toBeUndefined();
  });

  test('do not run for who changes their status, or whose they are', async () => {
    await vault.errands.begin(errand());
    edit("update errands set status = 'ready'");
    expect(await vault.errands.byId('e1')).toBeUndefined();
    edit("update errands set status = 'asking', authorizationId = 'a1'");
    expect(await vault.errands.waitingFor('a1')).toEqual([]);
  });
});

function moved(from: Errand, event: ErrandEvent): Errand {
  const next = errandTransition(from, event, 100);
  if (!next.ok) throw new Error(next.why);
  return next.errand;
}

describe('the outbox', () => {
  test('gives a notice as it was put, once while it waits', async () => {
    await vault.outbox.put('o1', 'once', 100, 50, notice);
    await vault.outbox.put('o2', 'once', 100, 50, notice);
    const claimed = await vault.outbox.claim(100, 200, 'me', 10);
    expect(claimed).toEqual([{ id: 'o1', attempts: 1, createdAt: 50, notice }]);
    expect(await vault.outbox.postpone('o1', 'me', 300)).toBe(true);
    expect(await vault.outbox.claim(300, 400, 'me', 10)).toMatchObject([{ id: 'o1', attempts: 2 }]);
    expect(await vault.outbox.finish('o1', 'me')).toBe(true);
  });

  test('drops a notice that does not open and tells', async () => {
    await vault.outbox.put('o1', 'first', 100, 50, notice);
    await vault.outbox.put('o2', 'second', 100, 51, notice);
    edit("update outbox set sealed = (select sealed from outbox where id = 'o2') where id = 'o1'");
    expect(await vault.outbox.claim(100, 200, 'me', 10)).toMatchObject([{ id: 'o2' }]);
    expect(broken).toEqual(['outbox o1']);
    expect(await vault.outbox.claim(900, 990, 'me', 10)).toMatchObject([{ id: 'o2' }]);
    expect(broken).toEqual(['outbox o1']);
  });
});

describe('sessions', () => {
  test('come back until they end, and their ids are not in the store', async () => {
    await vault.sessions.set('the-session-id', '{"a":1}', 100);
    expect(await vault.sessions.get('the-session-id', 99)).toBe('{"a":1}');
    expect(await vault.sessions.get('the-session-id', 100)).toBeUndefined();
    expect(await vault.sessions.get('other', 99)).toBeUndefined();
    expect(bytesOnDisk().includes('the-session-id')).toBe(false);
    await vault.sessions.remove('the-session-id');
    expect(await vault.sessions.get('the-session-id', 99)).toBeUndefined();
  });

  test('of one browser do not become those of another', async () => {
    await vault.sessions.set('mine', 'mine', 100);
    await vault.sessions.set('theirs', 'theirs', 100);
    edit('update sessions set sealed = (select sealed from sessions s where s.sidHash <> sessions.sidHash)');
    expect(await vault.sessions.get('mine', 0)).toBeUndefined();
    expect(broken).toHaveLength(1);
  });
});

describe('what is stored', () => {
  test('holds no secret in any file of the database, in any of the usual encodings', async () => {
    const secret = { ...credential, accessToken: CANARY, refreshToken: `refresh-${CANARY}` };
    await vault.transaction(async (inner) => {
      await inner.connections.save(connection(), secret);
      await inner.connections.save(connection({ id: 'c2' }), { type: 'basic', values: { password: CANARY } });
      const begun = authorization({ codeVerifier: CANARY, purpose: CANARY, ownerName: CANARY });
      await inner.authorizations.insert(begun);
      await inner.authorizations.swap(begun, {
        ...authorization({ version: 2 }),
        status: 'quarantined',
        credential: secret,
        account: { id: '1', label: CANARY },
        sites: [],
        codeMac: 'k1.mac',
      });
      await inner.errands.begin(
        errand({ input: { text: CANARY }, conversation: { ...conversation, reference: { CANARY } } }),
      );
      await inner.outbox.put('o1', 'once', 100, 50, notice);
      await inner.sessions.set(CANARY, JSON.stringify({ CANARY }), 100);
    });
    // seen while it is open, with its log, and once more when the log went into the file
    for (const bytes of [bytesOnDisk(), await afterClosing()]) {
      expect(bytes.includes('connectionFacts')).toBe(true);
      for (const needle of encodingsOf(CANARY)) expect(bytes.includes(needle)).toBe(false);
    }
    expect(readdirSync(folder)).toEqual(['latchkey.db']);
    vault = await open(KEYS);
    expect(await vault.connections.byId('c1')).toMatchObject({ credential: { values: { password: CANARY } } });
  });

  test('in a newer version reads as absent and is left alone', async () => {
    await vault.connections.save(connection(), credential);
    await vault.authorizations.insert(authorization());
    await vault.outbox.put('o1', 'once', 100, 50, notice);
    const cipher = createCipher(parseKeys(KEYS));
    const tomorrow = (table: string, row: string, owner: string, integration: string, tag: string) =>
      cipher.seal({ table, column: 'sealed', row, owner, integration }, JSON.stringify({ v: 2, tag, record: {} }))
        .sealed;
    edit('update connections set sealed = ?', tomorrow('connections', 'c1', ownerKey(ann), 'acme', 'connection'));
    edit(
      'update authorizations set sealed = ?',
      tomorrow('authorizations', 'a1', ownerKey(ann), 'acme', 'authorization'),
    );
    edit('update outbox set sealed = ?', tomorrow('outbox', 'o1', '', '', 'notice'));
    expect(await vault.connections.current(ownerKey(ann), 'acme')).toBeUndefined();
    expect(await vault.authorizations.due(1000, 0, 10)).toEqual([]);
    expect(await vault.outbox.claim(100, 200, 'me', 10)).toEqual([]);
    expect(broken).toEqual([]);
    expect(await vault.authorizations.countOpen()).toBe(1);
    expect(await vault.outbox.finish('o1', 'me')).toBe(true);
  });
});

describe('a transaction of the vault', () => {
  test('that fails after a wait leaves nothing behind', async () => {
    const attempt = vault.transaction(async (inner) => {
      await inner.authorizations.insert(authorization());
      await new Promise((resolve) => setTimeout(resolve, 5));
      await inner.connections.save(connection(), credential);
      throw new RangeError('mine');
    });
    await expect(attempt).rejects.toThrow(RangeError);
    expect(await vault.authorizations.byId('a1')).toBeUndefined();
    expect(await vault.connections.byId('c1')).toBeUndefined();
  });
});

describe('the key ring of a store', () => {
  const rotated = `${OTHER_KEYS},${KEYS}`;

  test('opens it again, also beside a newer key', async () => {
    await vault.connections.save(connection(), credential);
    await reopen(KEYS);
    await reopen(rotated);
    expect(await vault.connections.byId('c1')).toMatchObject({ credential });
    await vault.connections.save(connection(), credential);
    await reopen(rotated);
  });

  test('with another key is refused, even while nothing is stored', async () => {
    await expect(open(OTHER_KEYS)).rejects.toThrow(ConfigurationError);
    await expect(open(OTHER_KEYS)).rejects.toThrow(/LATCHKEY_KEYS lacks the key "k1"/);
  });

  test('with another key of the same name is refused', async () => {
    const impostor = OTHER_KEYS.replace('k2', 'k1');
    await expect(open(impostor)).rejects.toThrow(/LATCHKEY_KEYS: key "k1" is not the one/);
    const another = `k1:${Buffer.alloc(32, 3).toString('base64')}`;
    await expect(open(`${OTHER_KEYS},${another}`)).rejects.toThrow(/LATCHKEY_KEYS: key "k1" is not the one/);
  });

  test('may lose an old key when no row needs it any more, and not before', async () => {
    await vault.connections.save(connection(), credential);
    await reopen(rotated);
    await expect(open(OTHER_KEYS)).rejects.toThrow(/LATCHKEY_KEYS lacks the key "k1"/);
    await vault.connections.save(connection(), credential);
    await reopen(OTHER_KEYS);
    expect(await vault.connections.byId('c1')).toMatchObject({ credential });
  });

  test('makes one MAC with each key, the sealing one first', async () => {
    const before = vault.mac('purpose', 'text');
    await reopen(rotated);
    expect(vault.macs('purpose', 'text')).toEqual([vault.mac('purpose', 'text'), before]);
    expect(vault.macMatches(before, 'purpose', 'text')).toBe(true);
  });

  test('that is refused changes nothing: the right one still opens', async () => {
    await expect(open(OTHER_KEYS)).rejects.toThrow(ConfigurationError);
    await reopen(KEYS);
  });

  test('lets a process without a newer key see less and destroy nothing', async () => {
    const newer = await open(rotated);
    await newer.authorizations.insert(authorization());
    await newer.outbox.put('o1', 'once', 100, 50, notice);
    await newer.close();
    expect(await vault.authorizations.due(1000, 0, 10)).toEqual([]);
    expect(await vault.outbox.claim(100, 200, 'me', 10)).toEqual([]);
    await reopen(rotated);
    expect(await vault.authorizations.due(1000, 0, 10)).toEqual([authorization()]);
    expect(await vault.outbox.claim(200, 300, 'me', 10)).toHaveLength(1);
  });
});

async function open(keys: string): Promise<Vault> {
  const store = await openStore(`sqlite:${file}`);
  try {
    return await openVault(store, parseKeys(keys), (table, row) => broken.push(`${table} ${row}`));
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function reopen(keys: string): Promise<void> {
  await vault.close();
  vault = await open(keys);
}

/** What somebody with write access to the file does. */
function edit(statement: string, ...values: readonly Uint8Array[]): void {
  const database = new DatabaseSync(file);
  expect(database.prepare(statement).run(...values).changes).toBeGreaterThan(0);
  database.close();
}

function bytesOnDisk(): Buffer {
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
}

async function afterClosing(): Promise<Buffer> {
  await vault.close();
  return bytesOnDisk();
}

/** Base64 in each of the three positions a text can begin at. */
function encodingsOf(text: string): readonly Buffer[] {
  const shifted = [0, 1, 2].map((shift) => {
    const encoded = Buffer.from(`${'x'.repeat(shift)}${text}`).toString('base64');
    return Buffer.from(encoded.slice(shift === 0 ? 0 : 4, -4));
  });
  const wide = Buffer.from(text, 'utf16le');
  return [
    Buffer.from(text),
    wide,
    Buffer.from(wide).swap16(),
    Buffer.from(Buffer.from(text).toString('hex')),
    ...shifted,
  ];
}

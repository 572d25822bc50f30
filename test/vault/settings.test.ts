import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Operator } from '../../src/model/operator.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { createCipher } from '../../src/vault/cipher.ts';
import { parseKeys } from '../../src/vault/keyring.ts';
import { openVault, type Vault } from '../../src/vault/vault.ts';
import { ann, authorization, bob, connection, credential, customProfile, KEYS, operator, setup } from './records.ts';

const CANARY = 'CANARY-51c0-canary';

let folder: string;
let file: string;
let vault: Vault;
let broken: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
  file = join(folder, 'latchkey.db');
  broken = [];
  const store = await openStore(`sqlite:${file}`);
  vault = await openVault(store, parseKeys(KEYS), (table, row) => broken.push(`${table} ${row}`));
});

afterEach(async () => {
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('setups', () => {
  test('come back as they were, move once, and are removed', async () => {
    expect(await vault.setups.byIntegration('acme')).toBeUndefined();
    expect(await vault.setups.put(setup())).toBe(true);
    expect(await vault.setups.put(setup())).toBe(false);
    expect(await vault.setups.byIntegration('acme')).toEqual(setup());
    const next = setup({ version: 2, enabled: false, audience: { kind: 'everyone' }, updatedAt: 200 });
    expect(await vault.setups.put(next)).toBe(true);
    expect(await vault.setups.put(next)).toBe(false);
    expect(await vault.setups.list()).toEqual([next]);
    expect(await vault.setups.remove('acme')).toBe(true);
    expect(await vault.setups.remove('acme')).toBe(false);
    expect(await vault.setups.put({ ...next, version: 3 })).toBe(false);
  });

  test('by many at once have one first version', async () => {
    const puts = await Promise.all(Array.from({ length: 10 }, () => vault.setups.put(setup())));
    expect(puts.filter((first) => first)).toHaveLength(1);
  });
});

describe('profiles', () => {
  test('come back with their client secret, move once, and are removed', async () => {
    expect(await vault.profiles.put(customProfile())).toBe(true);
    expect(await vault.profiles.put(customProfile({ id: 'p2', draft: true, createdAt: 50 }))).toBe(true);
    expect(await vault.profiles.byId('p1')).toEqual(customProfile());
    expect((await vault.profiles.list()).map(({ id }) => id)).toEqual(['p2', 'p1']);
    const next = customProfile({ version: 2, name: 'Renamed', updatedAt: 200 });
    expect(await vault.profiles.put(next)).toBe(true);
    expect(await vault.profiles.put(next)).toBe(false);
    expect(await vault.profiles.byId('p1')).toEqual(next);
    expect(await vault.profiles.remove('p1')).toBe(true);
    expect(await vault.profiles.byId('p1')).toBeUndefined();
  });
});

describe('operators', () => {
  const { passwordHash: _, ...withoutPassword } = operator({ id: 'o2', name: 'omar@example.com' });
  const omar: Operator = { ...withoutPassword, subject: { issuer: 'https://id.example', id: '77' } };

  test('are found by id, by the name of those with a password, and by subject', async () => {
    expect(await vault.operators.put(operator())).toBe(true);
    expect(await vault.operators.put(omar)).toBe(true);
    expect(await vault.operators.byId('o1')).toEqual(operator());
    expect(await vault.operators.byName('olivia')).toEqual(operator());
    expect(await vault.operators.byName('omar@example.com')).toBeUndefined();
    expect(await vault.operators.bySubject('https://id.example', '77')).toEqual(omar);
    expect(await vault.operators.bySubject('https://other.example', '77')).toBeUndefined();
    expect(await vault.operators.list()).toEqual([operator(), omar]);
    expect(await vault.operators.count()).toBe(2);
    expect(await vault.operators.remove('o1')).toBe(true);
    expect(await vault.operators.count()).toBe(1);
  });

  test('with a password have a name of their own, and subjects are one person each', async () => {
    await vault.operators.put(operator());
    expect(await vault.operators.put(operator({ id: 'o3' }))).toBe(false);
    await vault.operators.put(omar);
    expect(await vault.operators.put({ ...omar, id: 'o4' })).toBe(false);
    // an address that the provider vouches for is no name to sign in with
    expect(await vault.operators.put(operator({ id: 'o5', name: omar.name }))).toBe(true);
    expect(await vault.operators.put({ ...operator({ id: 'o5', version: 2 }), name: 'olivia' })).toBe(false);
  });

  test('may have both, and are found either way', async () => {
    const both = operator({ subject: { issuer: 'https://id.example', id: '1' } });
    await vault.operators.put(both);
    expect(await vault.operators.byName('olivia')).toEqual(both);
    expect(await vault.operators.bySubject('https://id.example', '1')).toEqual(both);
  });
});

describe('secrets', () => {
  test('are written over, and removed by one caller', async () => {
    expect(await vault.secrets.get('setup-token')).toBeUndefined();
    await vault.secrets.put('setup-token', 'first', 100);
    await vault.secrets.put('setup-token', 'second', 200);
    expect(await vault.secrets.get('setup-token')).toBe('second');
    expect(await vault.secrets.get('other')).toBeUndefined();
    const removals = await Promise.all([1, 2, 3].map(() => vault.secrets.remove('setup-token')));
    expect(removals.filter((removed) => removed)).toHaveLength(1);
    expect(await vault.secrets.get('setup-token')).toBeUndefined();
  });

  test('put by many at once are one of them', async () => {
    const values = Array.from({ length: 10 }, (_, index) => `value ${index}`);
    await Promise.all(values.map((value) => vault.secrets.put('s', value, 100)));
    expect(values).toContain(await vault.secrets.get('s'));
  });

  test('that do not open any more are written over', async () => {
    await vault.secrets.put('s', 'first', 100);
    edit("update settings set sealed = x''");
    expect(await vault.secrets.get('s')).toBeUndefined();
    await vault.secrets.put('s', 'second', 100);
    expect(await vault.secrets.get('s')).toBe('second');
  });
});

describe('a setting that somebody tampered with reads as absent', () => {
  beforeEach(async () => {
    await vault.operators.put(operator());
    await vault.operators.put(operator({ id: 'o2', name: 'mallory', passwordHash: "mallory's" }));
    await vault.setups.put(setup());
    await vault.secrets.put('o1', 'a secret with the id of an operator', 100);
    await vault.connections.save(connection(), credential);
  });

  test.each([
    ['the ciphertext of another operator', "(select sealed from settings where id = 'o2')"],
    ['the ciphertext of another kind', "(select sealed from settings where kind = 'setup')"],
    ['the ciphertext of another kind with its id', "(select sealed from settings where kind = 'secret')"],
    ['the ciphertext of another table', '(select sealed from connections)'],
    ['a tag that is cut off', 'cast(substr(sealed, 1, length(sealed) - 16) as blob)'],
    ['a tag of four bytes', 'cast(substr(sealed, 1, length(sealed) - 12) as blob)'],
    ['nothing', "x''"],
    ['another format', "cast(x'02' || substr(sealed, 2) as blob)"],
    [
      'its last byte changed',
      "cast(substr(sealed, 1, length(sealed) - 1) || iif(substr(sealed, -1) = x'00', x'01', x'00') as blob)",
    ],
  ])('when it holds %s', async (_, sealed) => {
    edit(`update settings set sealed = ${sealed} where kind = 'operator' and id = 'o1'`);
    expect(await vault.operators.byId('o1')).toBeUndefined();
    expect(await vault.operators.byName('olivia')).toBeUndefined();
    expect(await vault.operators.list()).toMatchObject([{ id: 'o2' }]);
    expect(broken).toEqual(Array.from({ length: 3 }, () => 'settings operator/o1'));
  });

  test('when a name leads to another operator', async () => {
    edit("delete from settings where id = 'o1' and kind = 'operator'");
    edit("update settings set lookup = 'name/6:olivia' where id = 'o2'");
    expect(await vault.operators.byName('olivia')).toBeUndefined();
    expect(broken).toEqual(['settings operator/o2']);
  });

  test('when an older version is given the number of a newer one', async () => {
    edit("update settings set version = 7 where id = 'o1' and kind = 'operator'");
    expect(await vault.operators.byId('o1')).toBeUndefined();
  });

  test('when it is given to another integration or becomes another kind', async () => {
    edit("update settings set id = 'other' where kind = 'setup'");
    expect(await vault.setups.byIntegration('other')).toBeUndefined();
    edit("update settings set kind = 'operator', id = 'o9' where kind = 'secret'");
    expect(await vault.operators.byId('o9')).toBeUndefined();
  });

  test('but is still counted, so that nobody is taken for the first', async () => {
    edit("update settings set sealed = x'' where kind = 'operator'");
    expect(await vault.operators.list()).toEqual([]);
    expect(await vault.operators.count()).toBe(2);
  });

  test('and can be decided anew', async () => {
    edit("update settings set sealed = x'' where kind = 'setup'");
    expect(await vault.setups.put(setup({ enabled: false }))).toBe(true);
    expect(await vault.setups.byIntegration('acme')).toEqual(setup({ enabled: false }));
  });
});

describe('settings on the disk', () => {
  test('hold no secret and no name of who was allowed', async () => {
    await vault.secrets.put('setup-token', CANARY, 100);
    await vault.setups.put(setup({ audience: { kind: 'users', users: [CANARY] } }));
    await vault.profiles.put(customProfile({ description: CANARY }));
    await vault.operators.put(operator({ passwordHash: CANARY }));
    const bytes = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
    expect(bytes.includes('customProfile')).toBe(true);
    expect(bytes.includes(CANARY)).toBe(false);
  });

  test('in a newer version read as absent and are left alone', async () => {
    await vault.setups.put(setup());
    const context = { table: 'settings', column: 'sealed', row: 'setup/acme', owner: '', integration: '' };
    const cipher = createCipher(parseKeys(KEYS));
    const { sealed } = cipher.seal(context, JSON.stringify({ v: 2, tag: 'setup', record: {} }));
    edit('update settings set sealed = ?', sealed);
    expect(await vault.setups.byIntegration('acme')).toBeUndefined();
    expect(await vault.setups.put(setup())).toBe(false);
    expect(broken).toEqual([]);
  });
});

describe('what the console lists', () => {
  test('are the connections of everybody, page by page, without opening any', async () => {
    await vault.connections.save(connection(), credential);
    await vault.connections.save(connection({ id: 'c2', owner: bob, integration: 'other' }), credential);
    edit("update connections set sealed = x''");
    expect(await vault.connections.listAll({ limit: 1 })).toEqual([connection()]);
    expect(await vault.connections.listAll({ limit: 9, after: 'c1' })).toMatchObject([{ id: 'c2', owner: bob }]);
    expect(await vault.connections.listAll({ limit: 9, integration: 'acme' })).toMatchObject([{ owner: ann }]);
    expect(broken).toEqual([]);
  });

  test('are the attempts under way, newest first', async () => {
    await vault.authorizations.insert(authorization());
    await vault.authorizations.insert(
      authorization({ id: 'a2', owner: bob, linkHash: 'link 2', stateHash: 'state 2', createdAt: 200 }),
    );
    expect((await vault.authorizations.listOpen(10)).map(({ id }) => id)).toEqual(['a2', 'a1']);
  });

  test('is who did what', async () => {
    const entry = { at: 1, actor: 'olivia', what: 'setup_changed', subject: 'acme', result: 'ok', ref: null };
    await vault.audit.append(entry);
    await vault.audit.append({ ...entry, actor: 'omar' });
    expect(await vault.audit.list({ limit: 10, actor: 'olivia' })).toEqual([{ ...entry, id: 1 }]);
  });
});

/** What somebody with write access to the file does. */
function edit(statement: string, ...values: readonly Uint8Array[]): void {
  const database = new DatabaseSync(file);
  expect(database.prepare(statement).run(...values).changes).toBeGreaterThan(0);
  database.close();
}

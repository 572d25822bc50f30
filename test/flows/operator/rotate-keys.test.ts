import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keysInUse } from '../../../src/flows/operator/keys-in-use.ts';
import { rotateKeys } from '../../../src/flows/operator/rotate-keys.ts';
import type { Services } from '../../../src/flows/services.ts';
import { storedFacts } from '../../../src/model/stored-facts.ts';
import { createCipher } from '../../../src/vault/cipher.ts';
import { parseKeys } from '../../../src/vault/keyring.ts';
import { startTestPostgres, type TestPostgres } from '../../stores/test-postgres.ts';
import {
  authorization,
  connection,
  credential,
  customProfile,
  errand,
  KEYS,
  OTHER_KEYS,
  operator,
  setup,
} from '../../vault/records.ts';
import { openServices } from './open-services.ts';

const ROTATED = `${OTHER_KEYS},${KEYS}`;
const olivia = { actor: { name: 'olivia' } };

let server: TestPostgres;

// the first run on a machine fetches the server
beforeAll(async () => {
  server = await startTestPostgres();
}, 180_000);

afterAll(async () => {
  await server?.stop();
});

interface Place {
  readonly setting: string;
  wipe(): Promise<void>;
}

const PLACES: readonly (readonly [string, () => Promise<Place>])[] = [
  [
    'SQLite',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
      const wipe = async () => rmSync(folder, { recursive: true, force: true });
      return { setting: `sqlite:${join(folder, 'latchkey.db')}`, wipe };
    },
  ],
  [
    'PostgreSQL',
    async () => {
      const database = await server.newDatabase();
      return { setting: database.url, wipe: database.drop };
    },
  ],
];

describe.each(PLACES)('a change of keys on %s', (engine, newPlace) => {
  let place: Place;
  let services: Awaited<ReturnType<typeof openServices>>;

  beforeEach(async () => {
    place = await newPlace();
    services = await openServices(place.setting, KEYS);
  });

  afterEach(async () => {
    await services.vault.close();
    await place.wipe();
  });

  const reopen = async (keys: string) => {
    await services.vault.close();
    services = await openServices(place.setting, keys);
  };
  const rowsOf = async (id: string) => (await keysInUse(services)).find((key) => key.id === id)?.rows;

  test('seals every table anew, and the old key can go', async () => {
    await saveOneOfEach(services);
    expect(await keysInUse(services)).toEqual([{ id: 'k1', role: 'seals', rows: 9 }]);
    await reopen(ROTATED);
    expect(await keysInUse(services)).toEqual([
      { id: 'k2', role: 'seals', rows: 0 },
      { id: 'k1', role: 'opens', rows: 9 },
    ]);
    await expectOneOfEach(services);

    const keys = [
      { id: 'k2', role: 'seals', rows: 9 },
      { id: 'k1', role: 'opens', rows: 0 },
    ];
    expect(await rotateKeys(services, olivia)).toEqual({ status: 'done', resealed: 9, broken: 0, keys });
    expect(await rotateKeys(services, olivia)).toEqual({ status: 'done', resealed: 0, broken: 0, keys });
    await reopen(OTHER_KEYS);
    await expectOneOfEach(services);
    expect(await keysInUse(services)).toEqual([{ id: 'k2', role: 'seals', rows: 9 }]);
    expect(services.broken).toEqual([]);
  });

  test('is in the audit log before it begins and when it ends', async () => {
    await services.vault.setups.put(setup());
    await reopen(ROTATED);
    await rotateKeys(services, olivia);
    expect(await services.vault.audit.list({ limit: 9 })).toMatchObject([
      {
        actor: 'operator:olivia',
        what: 'keys_rotated',
        subject: 'k2',
        result: storedFacts({ kind: 'rotation', status: 'done', resealed: 1, broken: 0 }),
      },
      { actor: 'operator:olivia', what: 'key_rotation_begun', subject: 'k2' },
    ]);
  });

  test('that is killed in the middle leaves everything readable, and is finished by the next one', async () => {
    const ids = await saveConnections(services, 400);
    await reopen(ROTATED);
    const program = fileURLToPath(new URL('rotation-worker.ts', import.meta.url));
    const args = [program, place.setting, ROTATED];
    const worker = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(worker, 'exit');
    await once(worker.stdout, 'data');
    while ((await rowsOf('k2')) === 0) await wait(1);
    worker.kill('SIGKILL');
    expect((await ended)[1]).toBe('SIGKILL');
    const left = (await rowsOf('k1')) ?? 0;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(ids.length);
    await expectAllOpen(services, ids);

    expect(await rotateKeys(services, olivia)).toMatchObject({ status: 'done', resealed: left, broken: 0 });
    expect(await rowsOf('k1')).toBe(0);
    await reopen(OTHER_KEYS);
    await expectAllOpen(services, ids);
  });

  test('loses nothing that is written meanwhile, with the new key or still with the old one', async () => {
    const ids = await saveConnections(services, 150);
    await reopen(`${KEYS},${OTHER_KEYS}`);
    const before = services;
    services = await openServices(place.setting, ROTATED);
    let rotating = true;
    const rotation = rotateKeys(services, { ...olivia, batch: 5 }).finally(() => {
      rotating = false;
    });
    const written = new Map<string, string>();
    const writers = [before, services].map(async ({ vault }, writer) => {
      for (let round = 0; rotating; round += 1) {
        const id = ids[(round * 2 + writer) % ids.length] ?? '';
        const stored = await vault.connections.byId(id);
        expect(stored).toBeDefined();
        if (stored === undefined) return;
        const version = stored.connection.version + 1;
        const accessToken = `${id} version ${version}`;
        const fresh = { ...credential, accessToken };
        // the rotation changes no version, so that nobody's compare-and-swap fails because of it
        expect(await vault.connections.swap({ ...stored.connection, version }, fresh)).toBe(true);
        written.set(id, accessToken);
        await wait(1);
      }
    });
    await Promise.all([rotation, ...writers]);
    expect(written.size).toBeGreaterThan(4);
    await before.vault.close();

    expect(await rotateKeys(services, olivia)).toMatchObject({ status: 'done', broken: 0 });
    await reopen(OTHER_KEYS);
    await expectAllOpen(services, ids);
    for (const [id, accessToken] of written) {
      expect(await services.vault.connections.byId(id)).toMatchObject({ credential: { accessToken } });
    }
  });

  test('by two at once is done once', async () => {
    const ids = await saveConnections(services, 60);
    await reopen(ROTATED);
    const rotations = await Promise.all([1, 2, 3].map(() => rotateKeys(services, { ...olivia, batch: 7 })));
    expect(rotations.map(({ status }) => status)).toEqual(['done', 'done', 'done']);
    expect(rotations.reduce((sum, { resealed }) => sum + resealed, 0)).toBe(60);
    await expectAllOpen(services, ids);
  });

  test('says so when another process still seals with the old key', async () => {
    await saveConnections(services, 3);
    const before = services;
    services = await openServices(place.setting, ROTATED);
    const { keys } = services.vault;
    const late = {
      ...services,
      vault: {
        ...services.vault,
        keys: {
          ...keys,
          inUse: async () => {
            await before.vault.sessions.set(`session ${Date.now()}`, '{}', 2 ** 45);
            return keys.inUse();
          },
        },
      },
    };
    expect(await rotateKeys(late, olivia)).toMatchObject({ status: 'unfinished' });
    await before.vault.close();
    expect(await rotateKeys(services, olivia)).toMatchObject({ status: 'done' });
  });

  if (engine === 'SQLite') {
    const edit = (statement: string, ...values: readonly Uint8Array[]) => {
      const database = new DatabaseSync(place.setting.replace('sqlite:', ''));
      expect(database.prepare(statement).run(...values).changes).toBeGreaterThan(0);
      database.close();
    };

    test('frees the old key of what does not open any more, keeps its bytes, and tells', async () => {
      await saveConnections(services, 2);
      edit("update connections set sealed = x'0102' where id = 'c1'");
      await reopen(ROTATED);
      expect(await rotateKeys(services, olivia)).toMatchObject({ status: 'done', resealed: 1, broken: 1 });
      expect(services.broken).toEqual(['connections c1']);
      await reopen(OTHER_KEYS);
      expect(await services.vault.connections.byId('c1')).toBeUndefined();
      expect(await services.vault.connections.byId('c0')).toBeDefined();
      edit("delete from connections where sealed = x'0102'");
    });

    test('takes a record of a newer version along as it is', async () => {
      await services.vault.setups.put(setup());
      const context = { table: 'settings', column: 'sealed', row: 'setup/acme', owner: '', integration: '' };
      const tomorrow = JSON.stringify({ v: 2, tag: 'setup', record: { of: 'tomorrow' } });
      edit('update settings set sealed = ?', createCipher(parseKeys(KEYS)).seal(context, tomorrow).sealed);
      await reopen(ROTATED);
      expect(await rotateKeys(services, olivia)).toMatchObject({ status: 'done', resealed: 1, broken: 0 });
      const database = new DatabaseSync(place.setting.replace('sqlite:', ''));
      const sealed = database.prepare('select sealed from settings').get()?.sealed;
      database.close();
      if (!(sealed instanceof Uint8Array)) throw new Error('nothing is there');
      expect(createCipher(parseKeys(OTHER_KEYS)).open(context, sealed).toString()).toBe(tomorrow);
    });

    test('does not make a row of somebody else out of a moved one', async () => {
      await saveConnections(services, 2);
      edit("update connections set sealed = (select sealed from connections where id = 'c1') where id = 'c0'");
      await reopen(ROTATED);
      expect(await rotateKeys(services, olivia)).toMatchObject({ resealed: 1, broken: 1 });
      expect(await services.vault.connections.byId('c0')).toBeUndefined();
    });

    test('leaves what a key outside of the ring seals to those who have it', async () => {
      const third = `k3:${Buffer.alloc(32, 3).toString('base64')}`;
      await saveConnections(services, 1);
      await services.vault.close();
      const newer = await openServices(place.setting, `${third},${KEYS}`);
      services = await openServices(place.setting, ROTATED);
      await newer.vault.setups.put(setup());
      expect(await rotateKeys(services, olivia)).toMatchObject({ status: 'done', resealed: 1, broken: 0 });
      expect(await keysInUse(services)).toContainEqual({ id: 'k3', role: 'missing', rows: 1 });
      expect(await newer.vault.setups.byIntegration('acme')).toEqual(setup());
      await newer.vault.close();
    });
  }
});

async function saveOneOfEach({ vault }: Services): Promise<void> {
  await vault.connections.save(connection(), credential);
  await vault.authorizations.insert(authorization());
  await vault.errands.begin(errand());
  await vault.outbox.put('n1', 'revoke/x', 100, 50, {
    kind: 'revoke',
    integration: 'acme',
    profile: 'system',
    credential,
  });
  await vault.sessions.set('a session', '{"a":1}', 2 ** 45);
  await vault.setups.put(setup());
  await vault.profiles.put(customProfile());
  await vault.operators.put(operator());
  await vault.secrets.put('s', 'secret', 100);
}

async function expectOneOfEach({ vault }: Services): Promise<void> {
  expect(await vault.connections.byId('c1')).toMatchObject({
    connection: connection(),
    credential,
  });
  expect(await vault.authorizations.byStateHash('state')).toEqual(authorization());
  expect(await vault.errands.byId('e1')).toEqual(errand());
  const notices = await vault.outbox.claim(100, 101, 'me', 10);
  expect(notices).toMatchObject([{ id: 'n1', notice: { credential } }]);
  await vault.outbox.postpone('n1', 'me', 100);
  expect(await vault.sessions.get('a session', 0)).toBe('{"a":1}');
  expect(await vault.setups.byIntegration('acme')).toEqual(setup());
  expect(await vault.profiles.byId('p1')).toEqual(customProfile());
  expect(await vault.operators.byName('olivia')).toEqual(operator());
  expect(await vault.secrets.get('s')).toBe('secret');
}

async function saveConnections({ vault }: Services, count: number): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, (_, index) => `c${index}`);
  for (const id of ids) {
    await vault.connections.save(connection({ id, account: { id, label: id } }), {
      ...credential,
      accessToken: `of ${id}`,
    });
  }
  return ids;
}

async function expectAllOpen({ vault }: Services, ids: readonly string[]): Promise<void> {
  for (const id of ids) expect(await vault.connections.byId(id), id).toBeDefined();
}

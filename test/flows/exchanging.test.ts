import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { deliverDue } from '../../src/background/outbox-lanes.ts';
import { StoreUnavailableError } from '../../src/errors.ts';
import { exchangeToken } from '../../src/flows/exchange-token.ts';
import { shareConnection } from '../../src/flows/operator/share-connection.ts';
import type { Services } from '../../src/flows/services.ts';
import { ownerKey } from '../../src/model/owner.ts';
import { sharedOwnerKey } from '../../src/model/setup.ts';
import { startTestPostgres, type TestDatabase, type TestPostgres } from '../stores/test-postgres.ts';
import { ann, conversation, KEYS } from '../vault/records.ts';
import { type GrantingProduct, startGrantingProduct } from './granting-product.ts';
import { openServices } from './operator/open-services.ts';

const actor = { name: 'olivia' };
const MINUTE = 60_000;

let server: TestPostgres;
beforeAll(async () => {
  server = await startTestPostgres();
}, 180_000);
afterAll(() => server?.stop());

/** Ways to a token in which no browser takes part. */
const WAYS = {
  'an exchange of the person’s token': {
    profile: { exchange: {} },
    ask: (services: Services) =>
      exchangeToken(services, { owner: ann, ownerName: 'Ann', conversation, integration: 'acme', token: 'a-token' }),
    owner: ownerKey(ann),
  },
  'the bot’s own sign-in': {
    profile: {},
    ask: (services: Services) =>
      shareConnection(services, { actor, integration: 'acme', profile: 'system', values: {} }),
    owner: sharedOwnerKey('bot'),
  },
};

const everyWay = ['SQLite', 'PostgreSQL'].flatMap((engine) =>
  Object.entries(WAYS).map(([name, way]) => [engine, name, way] as const),
);

describe.each(everyWay)('on %s, the token of %s', (engine, _name, { profile, ask, owner }) => {
  let folder: string;
  let database: TestDatabase | undefined;
  let product: GrantingProduct;
  let services: Services;
  let now: number;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
    database = engine === 'SQLite' ? undefined : await server.newDatabase();
    now = 1_000;
    product = await startGrantingProduct({
      grant: 'client_credentials',
      authorizationUrl: undefined,
      revocationEnds: 'token',
      ...profile,
    });
    services = await openServices(database?.url ?? `sqlite:${join(folder, 'latchkey.db')}`, KEYS, {
      now: () => now,
      integrations: new Map([['acme', product.integration]]),
    });
  });
  afterEach(async () => {
    vi.useRealTimers();
    await services.vault.close();
    await product.close();
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const connections = () => services.vault.connections.list(owner);
  const waiting = async () => (await services.vault.outbox.claim(now + 60 * MINUTE, now, 'test', 10)).length;
  /** The product’s check, in the middle of which something happens. */
  const checking = (happens: () => Promise<void> | never): Services => {
    const sender: Services['http']['sender'] = (guard) => async (request) => {
      if (request.url.endsWith('/me')) await happens();
      return services.http.sender(guard)(request);
    };
    return { ...services, http: { ...services.http, sender } };
  };

  test('is in use, and waits nowhere to be ended', async () => {
    expect(await ask(services)).toMatchObject({ status: 'connected' });
    expect(await connections()).toMatchObject([{ status: 'active' }]);
    expect(await waiting()).toBe(0);
  });

  test('is revoked where the process dies while it asks whose account it is', async () => {
    const asked = new Promise<void>((resolve) => {
      const dying = checking(() => {
        resolve();
        return new Promise<never>(() => {});
      });
      void ask(dying);
    });
    await asked;
    await deliverDue(services, undefined);
    expect(product.revoked).toEqual([]);
    now += 5 * MINUTE;
    await deliverDue(services, undefined);
    expect(product.revoked).toContain('access-1');
  });

  test.each([401, 503, 302])('is revoked at once where the product answers %i to the check', async (status) => {
    product.set.checkStatus = status;
    expect((await ask(services)).status).not.toBe('connected');
    await deliverDue(services, undefined);
    expect(product.revoked).toContain('access-1');
    expect(await connections()).toEqual([]);
  });

  test('is revoked where the integration cannot read whose account it is', async () => {
    const { check } = product.integration;
    const account = () => {
      throw new TypeError('no such property');
    };
    services.integrations.set('acme', { ...product.integration, check: { ...check, account } });
    await expect(ask(services)).rejects.toThrow('no such property');
    await deliverDue(services, undefined);
    expect(product.revoked).toContain('access-1');
  });

  test('is written again until it is stored, where the store does not answer right after it', async () => {
    const { vault } = services;
    let left = 5;
    const put: typeof vault.outbox.put = async (...row) => {
      left -= 1;
      // the store has done it once, and only its answer was lost
      if (left === 1) await vault.outbox.put(...row);
      if (left > 0) throw new StoreUnavailableError('the database is locked');
      return vault.outbox.put(...row);
    };
    const failing = { ...services, vault: { ...vault, outbox: { ...vault.outbox, put } } };
    expect(await ask(failing)).toMatchObject({ status: 'connected' });
    now += 60 * MINUTE;
    await deliverDue(services, undefined);
    expect(product.revoked).toEqual([]);
  });

  test('keeps nobody waiting for more than ten seconds, and is revoked all the same', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { vault } = services;
    let isSilent = true;
    const put: typeof vault.outbox.put = (...row) =>
      isSilent ? Promise.reject(new StoreUnavailableError('silent')) : vault.outbox.put(...row);
    const asking = ask({ ...services, vault: { ...vault, outbox: { ...vault.outbox, put } } });
    const refused = expect(asking).rejects.toThrow(StoreUnavailableError);
    await expect.poll(() => product.asked).toContain('/token');
    await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(10_000);
    await refused;
    vi.useRealTimers();
    isSilent = false;
    await expect.poll(waiting).toBe(1);
  });

  test('is revoked and not used where asking took so long that its end was near', async () => {
    const slow = checking(async () => {
      now += 5 * MINUTE;
    });
    expect((await ask(slow)).status).not.toBe('connected');
    expect(await connections()).toEqual([]);
    await deliverDue(services, undefined);
    expect(product.revoked).toContain('access-1');
  });

  test('holds the store open until it is stored', async () => {
    product.set.given = async () => {
      void services.underWay.end(0).then(() => services.vault.close());
      await new Promise((resolve) => setTimeout(resolve, 50));
    };
    expect(await ask(services)).toMatchObject({ status: 'connected' });
    services = await openServices(database?.url ?? `sqlite:${join(folder, 'latchkey.db')}`, KEYS, {
      now: () => now,
      integrations: services.integrations,
    });
    expect(await connections()).toHaveLength(1);
  });
});

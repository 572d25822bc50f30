import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { deliverDue } from '../../src/background/outbox-lanes.ts';
import { disconnect } from '../../src/flows/disconnect.ts';
import { findCredential } from '../../src/flows/find-credential.ts';
import { forgetOwner } from '../../src/flows/operator/forget-owner.ts';
import { revokeAllConnections, revokeConnection } from '../../src/flows/operator/revoke-connections.ts';
import { markNeedsReauth, renewCredential } from '../../src/flows/renew-credential.ts';
import type { Services } from '../../src/flows/services.ts';
import type { StoredConnection } from '../../src/vault/vault.ts';
import { startTestPostgres, type TestDatabase, type TestPostgres } from '../stores/test-postgres.ts';
import { ann, connection, KEYS } from '../vault/records.ts';
import { type GrantingProduct, startGrantingProduct } from './granting-product.ts';
import { openServices } from './operator/open-services.ts';

const actor = { name: 'olivia' };
const first = { type: 'oauth2', accessToken: 'access-0', refreshToken: 'refresh-0', scopes: ['read'] } as const;
const reconnected = { ...first, accessToken: 'access-9', refreshToken: 'refresh-9' } as const;

let server: TestPostgres;
beforeAll(async () => {
  server = await startTestPostgres();
}, 180_000);
afterAll(() => server?.stop());

describe.each(['SQLite', 'PostgreSQL'])('on %s, the tokens of a renewal', (engine) => {
  let folder: string;
  let database: TestDatabase | undefined;
  let product: GrantingProduct;
  let services: Services;
  let now: number;

  const open = async (profile = {}) => {
    product = await startGrantingProduct(profile);
    services = await openServices(database?.url ?? `sqlite:${join(folder, 'latchkey.db')}`, KEYS, {
      now: () => now,
      integrations: new Map([['acme', product.integration]]),
    });
  };
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
    database = engine === 'SQLite' ? undefined : await server.newDatabase();
    now = 1_000;
    await open();
  });
  afterEach(async () => {
    vi.useRealTimers();
    await services.vault.close();
    await database?.drop();
    await product.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const save = (credential: typeof first | typeof reconnected = first) =>
    services.vault.connections.save(connection(), credential);
  const stored = async (): Promise<StoredConnection> => {
    const found = await services.vault.connections.byId('c1');
    if (found === undefined) throw new Error('it is gone');
    return found;
  };
  const everythingDelivered = async () => {
    now += 60_000;
    await deliverDue(services, undefined);
  };

  const removals: Record<string, () => Promise<unknown>> = {
    disconnect: () => disconnect(services, { owner: ann, integration: 'acme' }),
    'revoke one': () => revokeConnection(services, { actor, id: 'c1' }),
    'revoke all': () => revokeAllConnections(services, { actor, integration: 'acme' }),
    forget: () => forgetOwner(services, { actor, owner: ann }),
  };
  test.each(Object.keys(removals))('are revoked where it was removed meanwhile: %s', async (removal) => {
    await save();
    product.set.given = async () => void (await removals[removal]?.());
    expect(await renewCredential(services, await stored())).toEqual({ status: 'ended' });
    await everythingDelivered();
    expect(product.revoked).toEqual(expect.arrayContaining(['refresh-0', 'refresh-1', 'access-1']));
    expect(await services.vault.connections.byId('c1')).toBeUndefined();
  });

  test('stay where the person connected again meanwhile and a revocation would end that too', async () => {
    await save();
    product.set.given = async () => void (await save(reconnected));
    const renewed = await renewCredential(services, await stored());
    expect(renewed).toMatchObject({ status: 'renewed', stored: { credential: reconnected } });
    await everythingDelivered();
    expect(product.revoked).toEqual([]);
  });

  test('are revoked where the person connected again meanwhile and only what is sent ends', async () => {
    await services.vault.close();
    await product.close();
    await open({ revocationEnds: 'token' });
    await save();
    product.set.given = async () => void (await save(reconnected));
    await renewCredential(services, await stored());
    await everythingDelivered();
    expect(product.revoked).toEqual(['refresh-1', 'access-1']);
    expect((await stored()).credential).toEqual(reconnected);
  });

  test('are written as soon as the store answers again', async () => {
    await save();
    let failures = 5;
    const { vault } = services;
    const transaction: typeof vault.transaction = async (work) => {
      failures -= 1;
      if (failures >= 0) throw new Error('the database is locked');
      return vault.transaction(work);
    };
    const failing = { ...services, vault: { ...vault, transaction } };
    expect(await renewCredential(failing, await stored())).toMatchObject({ status: 'renewed' });
    expect(failures).toBe(-1);
    expect((await stored()).credential).toMatchObject({ refreshToken: product.good() });
  });

  test('keep nobody waiting for more than 20 seconds, and are written all the same', async () => {
    await save();
    let tried = 0;
    let isSilent = true;
    const { vault } = services;
    const transaction: typeof vault.transaction = async (work) => {
      tried += 1;
      if (isSilent) throw new Error('the database is locked');
      return vault.transaction(work);
    };
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const before = await stored();
    const asking = renewCredential({ ...services, vault: { ...vault, transaction } }, before);
    await vi.waitFor(() => expect(tried).toBeGreaterThan(1), { timeout: 15_000 });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await asking).toEqual({ status: 'unreachable' });
    vi.useRealTimers();
    isSilent = false;
    await expect.poll(async () => (await stored()).credential).toMatchObject({ refreshToken: product.good() });
  });

  test.each(['token', 'grant'])(
    'are in use where only the answer of the store was lost (a revocation ends the %s)',
    async (revocationEnds) => {
      await services.vault.close();
      await product.close();
      await open({ revocationEnds });
      await save();
      let lost = false;
      const { vault } = services;
      const transaction: typeof vault.transaction = async (work) => {
        const done = await vault.transaction(work);
        if (lost) return done;
        lost = true;
        throw new Error('the backend was terminated');
      };
      const failing = { ...services, vault: { ...vault, transaction } };
      expect(await renewCredential(failing, await stored())).toMatchObject({ status: 'renewed' });
      expect(lost).toBe(true);
      await everythingDelivered();
      expect(product.revoked).toEqual([]);
      expect((await stored()).credential).toMatchObject({ refreshToken: product.good() });
    },
  );

  test('replace those that were sent also where the lease has passed meanwhile', async () => {
    await save();
    product.set.given = async () => {
      now += 31_000;
      const { connection: held } = await stored();
      await services.vault.connections.lease(held, 'another instance', now, now + 30_000);
    };
    expect(await renewCredential(services, await stored())).toMatchObject({ status: 'renewed' });
    expect((await stored()).credential).toMatchObject({ refreshToken: product.good() });
  });

  test('are not asked for by a holder whose lease has passed', async () => {
    await save();
    const { vault } = services;
    let stoodStill = false;
    const lease: typeof vault.connections.lease = async (...given) => {
      const taken = await vault.connections.lease(...given);
      if (!stoodStill) {
        stoodStill = true;
        now += 40_000;
        // another instance has done it, and this process wakes up
        const { connection: held } = await stored();
        await vault.connections.swap({ ...held, version: held.version + 1 }, reconnected);
      }
      return taken;
    };
    const slow = { ...services, vault: { ...vault, connections: { ...vault.connections, lease } } };
    const outcome = await renewCredential(slow, await stored());
    expect(outcome).toMatchObject({ status: 'renewed', stored: { credential: reconnected } });
    expect(product.asked).toEqual([]);
  });

  test('are not called ended because an older pair was refused', async () => {
    await save();
    const old = await stored();
    await services.vault.connections.swap({ ...old.connection, version: 2 }, reconnected);
    expect(await markNeedsReauth(services, old)).toBe('replaced');
    const found = await findCredential(services, { owner: ann, action: { integration: 'acme', scopes: ['read'] } });
    expect(found.status).toBe('ready');
  });
});

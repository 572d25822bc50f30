import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { deliverDue } from '../../src/background/outbox-lanes.ts';
import { StoreUnavailableError } from '../../src/errors.ts';
import { completeAuthorization } from '../../src/flows/complete-authorization.ts';
import { completeCallback } from '../../src/flows/complete-callback.ts';
import { endAuthorization } from '../../src/flows/end-authorization.ts';
import { hashSecret } from '../../src/flows/one-time-secret.ts';
import { proveGrantAgain } from '../../src/flows/prove-grant.ts';
import type { Services } from '../../src/flows/services.ts';
import { sweep } from '../../src/flows/sweep.ts';
import type { Integration } from '../../src/model/integration.ts';
import { startTestPostgres, type TestDatabase, type TestPostgres } from '../stores/test-postgres.ts';
import { authorization, connection, KEYS } from '../vault/records.ts';
import { type GrantingProduct, startGrantingProduct } from './granting-product.ts';
import { openServices } from './operator/open-services.ts';

let server: TestPostgres;
beforeAll(async () => {
  server = await startTestPostgres();
}, 180_000);
afterAll(() => server?.stop());

describe.each(['SQLite', 'PostgreSQL'])('on %s, what a product gives at a sign-in', (engine) => {
  let folder: string;
  let database: TestDatabase | undefined;
  let product: GrantingProduct;
  let services: Services;
  let now: number;
  const state = randomBytes(32).toString('base64url');
  const browserSecret = randomBytes(32).toString('base64url');

  const open = async (profile = {}) => {
    product = await startGrantingProduct(profile);
    services = await openServices(database?.url ?? `sqlite:${join(folder, 'latchkey.db')}`, KEYS, {
      now: () => now,
      integrations: new Map([['acme', product.integration]]),
    });
    const attempt = authorization({ stateHash: hashSecret(state), expiresAt: now + 600_000, updatedAt: now });
    await services.vault.authorizations.insert({ ...attempt, browserHash: hashSecret(browserSecret) });
  };
  const close = async () => {
    await services.vault.close();
    await product.close();
  };
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
    database = engine === 'SQLite' ? undefined : await server.newDatabase();
    now = 1_000;
    await open();
  });
  afterEach(async () => {
    await close();
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const comeBack = (given: Services = services) =>
    completeCallback(given, {
      integration: 'acme',
      params: new URLSearchParams({ state, code: 'code' }),
      browser: { secretOf: () => browserSecret },
    });
  const everythingDelivered = async () => {
    now += 61_000;
    await sweep(services);
    await deliverDue(services, undefined);
  };

  test('is revoked where the process dies while it asks whose account it is', async () => {
    const asked = new Promise<void>((resolve) => {
      const { check } = product.integration;
      const dying: Integration = {
        ...product.integration,
        check: {
          ...check,
          get path() {
            resolve();
            return check.path;
          },
        },
      };
      const sender: Services['http']['sender'] = (guard) => (request) =>
        request.url.endsWith('/me') ? new Promise(() => {}) : services.http.sender(guard)(request);
      void comeBack({ ...services, integrations: new Map([['acme', dying]]), http: { ...services.http, sender } });
    });
    await asked;
    await everythingDelivered();
    expect(product.revoked).toEqual(['refresh-1', 'access-1']);
    expect(await services.vault.authorizations.byId('a1')).toMatchObject({ status: 'failed', why: 'interrupted' });
  });

  test('is revoked where the integration cannot read whose account it is', async () => {
    const { check } = product.integration;
    const account = () => {
      throw new TypeError('no such property');
    };
    services.integrations.set('acme', { ...product.integration, check: { ...check, account } });
    await expect(comeBack()).rejects.toThrow('no such property');
    await everythingDelivered();
    expect(product.revoked).toEqual(['refresh-1', 'access-1']);
    expect(await services.vault.authorizations.byId('a1')).toMatchObject({ status: 'failed', why: 'misconfigured' });
  });

  test.each([503, 403, 302, 423])(
    'stays while the product answers %i to the check, and its page asks again',
    async (status) => {
      product.set.checkStatus = status;
      await comeBack();
      const lookAgain = async (secret = browserSecret) => {
        now += 5_000;
        await proveGrantAgain(services, { authorizationId: 'a1', browser: { secretOf: () => secret } });
        return services.vault.authorizations.byId('a1');
      };
      // more than the minute after which a process counts as dead
      for (let round = 0; round < 15; round += 1) {
        expect(await lookAgain()).toMatchObject({ status: 'exchanging' });
        await sweep(services);
      }
      await deliverDue(services, undefined);
      expect(product.revoked).toEqual([]);
      product.set.checkStatus = 200;
      expect(await lookAgain('the secret of another browser')).toMatchObject({ status: 'exchanging' });
      expect(await lookAgain()).toMatchObject({ status: 'quarantined' });
      expect(product.revoked).toEqual([]);
    },
  );

  test('ends where the product refuses it', async () => {
    product.set.checkStatus = 401;
    await comeBack();
    expect(await services.vault.authorizations.byId('a1')).toMatchObject({ status: 'failed', why: 'refused' });
    await everythingDelivered();
    expect(product.revoked).toEqual(['refresh-1', 'access-1']);
  });

  test('is revoked where the person cancelled meanwhile', async () => {
    product.set.given = async () => {
      const attempt = await services.vault.authorizations.byId('a1');
      if (attempt === undefined) throw new Error('it is gone');
      const { endAuthorization } = await import('../../src/flows/end-authorization.ts');
      await endAuthorization(services, attempt, { status: 'cancelled', why: 'cancelled', tell: 'turn' });
    };
    await comeBack();
    await everythingDelivered();
    expect(product.revoked).toEqual(['refresh-1', 'access-1']);
  });

  describe('where the store does not answer right after it', () => {
    const events: string[] = [];
    const failing = (failures: number, lost = false): Services => {
      let left = failures;
      return failingWhile(() => left-- > 0, lost);
    };
    const failingWhile = (isDown: () => boolean, lost = false): Services => {
      const { vault } = services;
      const swap: typeof vault.authorizations.swap = async (from, to) => {
        const isGrant = 'credential' in to && to.status === 'exchanging';
        if (!isGrant || !isDown()) return vault.authorizations.swap(from, to);
        if (lost) await vault.authorizations.swap(from, to);
        throw new StoreUnavailableError('the database is locked');
      };
      const authorizations = { ...vault.authorizations, swap };
      return { ...services, vault: { ...vault, authorizations }, log: ({ event }) => void events.push(event) };
    };
    beforeEach(() => {
      events.length = 0;
    });

    test('is written again until it is stored, and the sign-in goes on', async () => {
      expect(await comeBack(failing(5))).toMatchObject({ status: 'landed' });
      expect(events.filter((event) => event === 'grant_not_stored')).toHaveLength(5);
      expect(await services.vault.authorizations.byId('a1')).toMatchObject({ status: 'quarantined' });
      await everythingDelivered();
      expect(product.revoked).toEqual([]);
    });

    test('goes on too where only the answer of the store was lost', async () => {
      await comeBack(failing(1, true));
      expect(await services.vault.authorizations.byId('a1')).toMatchObject({ status: 'quarantined' });
      await everythingDelivered();
      expect(product.revoked).toEqual([]);
    });

    test('is revoked where the attempt ended meanwhile', async () => {
      let isDown = true;
      const running = comeBack(failingWhile(() => isDown));
      await expect.poll(() => product.asked).toContain('/token');
      await expect.poll(() => events).toContain('grant_not_stored');
      const attempt = await services.vault.authorizations.byId('a1');
      if (attempt === undefined) throw new Error('it is gone');
      await endAuthorization(services, attempt, { status: 'cancelled', why: 'cancelled', tell: 'turn' });
      isDown = false;
      await running;
      await everythingDelivered();
      expect(product.revoked).toEqual(['refresh-1', 'access-1']);
    });

    test('keeps nobody at the browser waiting for long, and is written all the same', async () => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      try {
        const running = comeBack(failing(1_000)).then(
          () => 'landed',
          (error: unknown) => error,
        );
        await expect.poll(() => events).toContain('grant_not_stored');
        await vi.advanceTimersByTimeAsync(10_000);
        expect(await running).toBeInstanceOf(StoreUnavailableError);
      } finally {
        vi.useRealTimers();
      }
      expect(await services.vault.authorizations.byId('a1')).toMatchObject({ status: 'exchanging' });
    });
  });

  test.each([
    ['ends only what is sent, is what remains', 'token', ['refresh-0', 'access-0']],
    ['would end it too, leaves the pair that it replaces alone', 'grant', []],
  ] as const)('where a revocation %s', async (_name, revocationEnds, revoked) => {
    await close();
    if (database !== undefined) {
      await database.drop();
      database = await server.newDatabase();
    } else rmSync(folder, { recursive: true, force: true });
    if (database === undefined) folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
    await open({ revocationEnds });
    const old = { type: 'oauth2', accessToken: 'access-0', refreshToken: 'refresh-0', scopes: ['read'] } as const;
    await services.vault.connections.save(connection({ account: { id: '42', label: '42' } }), old);
    await comeBack();
    const attempt = await services.vault.authorizations.byId('a1');
    if (attempt === undefined) throw new Error('it is gone');
    expect(await completeAuthorization(services, attempt, { isUnattended: false })).toBeDefined();
    await everythingDelivered();
    expect(product.revoked).toEqual(revoked);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ConversationNotice } from '../../src/background/conversation-host.ts';
import { deliverDue } from '../../src/background/outbox-lanes.ts';
import { disconnect } from '../../src/flows/disconnect.ts';
import { findCredential } from '../../src/flows/find-credential.ts';
import { forgetOwner } from '../../src/flows/operator/forget-owner.ts';
import { renewCredential } from '../../src/flows/renew-credential.ts';
import type { Attention, Services } from '../../src/flows/services.ts';
import { sweep } from '../../src/flows/sweep.ts';
import type { Connection } from '../../src/model/connection.ts';
import { startTestPostgres, type TestDatabase, type TestPostgres } from '../stores/test-postgres.ts';
import { ann, connection, conversation, KEYS } from '../vault/records.ts';
import { type GrantingProduct, startGrantingProduct } from './granting-product.ts';
import { openServices } from './operator/open-services.ts';

const DAY = 24 * 60 * 60_000;
const tokens = { type: 'oauth2', accessToken: 'access-0', refreshToken: 'refresh-0', scopes: ['read'] } as const;
const shared = { kind: 'shared', bot: 'bot' } as const;

let server: TestPostgres;
beforeAll(async () => {
  server = await startTestPostgres();
}, 180_000);
afterAll(() => server?.stop());

describe.each(['SQLite', 'PostgreSQL'])('on %s, whoever a connection belongs to hears', (engine) => {
  let folder: string;
  let database: TestDatabase | undefined;
  let product: GrantingProduct;
  let services: Services;
  let now: number;
  const heard: ConversationNotice[] = [];
  const needs: Attention[] = [];
  const events: string[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
    database = engine === 'SQLite' ? undefined : await server.newDatabase();
    product = await startGrantingProduct({ grantIdleDays: 90, grantLifeDays: 365 });
    now = 1_000;
    for (const list of [heard, needs, events]) list.length = 0;
    services = await openServices(database?.url ?? `sqlite:${join(folder, 'latchkey.db')}`, KEYS, {
      now: () => now,
      integrations: new Map([['acme', product.integration]]),
      attention: (need) => void needs.push(need),
      log: ({ event }) => void events.push(event),
    });
  });
  afterEach(async () => {
    await services.vault.close();
    await database?.drop();
    await product.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const save = (given: Partial<Connection> = {}) =>
    services.vault.connections.save(connection({ conversation, ...given }), tokens);
  const stored = async () => {
    const found = await services.vault.connections.byId('c1');
    if (found === undefined) throw new Error('it is gone');
    return found;
  };
  const host = {
    deliver: async (notice: ConversationNotice) => void heard.push(notice),
    pursue: async () => {},
    run: async () => ({ status: 'asked' }) as const,
    converse: async () => undefined,
    exchangeToken: async () => ({ status: 'not_allowed' as const }),
  };
  /** One sweep and one delivery of what was due before, and one of what that has put there. */
  const round = async (speaking = true) => {
    await sweep(services);
    await deliverDue(services, speaking ? host : undefined);
    await deliverDue(services, speaking ? host : undefined);
  };
  /** As a renewal leaves it: the question is in the outbox. */
  const renewedMeanwhile = ({ id: connectionId, integration }: Connection) =>
    services.vault.outbox.put(`v-${connectionId}`, `verify/${connectionId}`, now, now, {
      kind: 'verify',
      connectionId,
      integration,
    });
  const audited = async () =>
    (await services.vault.audit.list({ limit: 20 })).map(({ what, result }) => [what, result]);

  test('that a renewal answered for another account, and the connection is stopped', async () => {
    await save();
    product.set.account = '43';
    expect(await renewCredential(services, await stored())).toMatchObject({ status: 'renewed' });
    await round();
    expect(heard).toMatchObject([{ kind: 'connection_news', conversation, news: { what: 'other_account' } }]);
    expect(await audited()).toContainEqual(['connection_stopped', 'other_account']);
    expect(events).toContain('connection_stopped');
    const found = await findCredential(services, { owner: ann, action: { integration: 'acme', scopes: [] } });
    expect(found).toMatchObject({ status: 'needs_authorization', reason: 'ended' });
    await round();
    expect(heard).toHaveLength(1);
  });

  test('nothing where it is the same account, which is asked for once', async () => {
    await save();
    await renewCredential(services, await stored());
    product.asked.length = 0;
    await round();
    await round();
    expect(product.asked).toEqual(['/me']);
    expect(heard).toEqual([]);
    expect((await stored()).connection.status).toBe('active');
  });

  test('of another account also where the process dies after the renewal, or the product does not answer at first', async () => {
    await save();
    product.set.account = '43';
    await renewCredential(services, await stored());
    product.set.checkStatus = 503;
    await round(false);
    expect((await stored()).connection.status).toBe('active');
    product.set.checkStatus = 200;
    now += 60_000;
    await round(false);
    expect((await stored()).connection.status).toBe('needs_reauth');
    await round();
    expect(heard).toHaveLength(1);
  });

  test('later, where the product wants to be left alone: nobody asks it about others meanwhile', async () => {
    const checks = () => product.asked.filter((path) => path === '/me').length;
    for (let n = 1; n <= 10; n += 1) {
      await save({ id: `c${n}`, account: { id: `account-${n}`, label: 'Ann' } });
      const found = await services.vault.connections.byId(`c${n}`);
      if (found !== undefined) await renewedMeanwhile(found.connection);
    }
    product.set.checkStatus = 429;
    product.set.checkHeaders = { 'retry-after': '120' };
    await deliverDue(services, undefined);
    expect(checks()).toBe(1);
    now += 119_000;
    await deliverDue(services, undefined);
    expect(checks()).toBe(1);
    product.set.checkStatus = 200;
    now += 60_000;
    for (let round = 0; round < 20; round += 1, now += 10_000) await deliverDue(services, undefined);
    expect(checks()).toBe(11);
  });

  test('nothing of another account where a newer renewal changed it meanwhile', async () => {
    await save();
    await renewCredential(services, await stored());
    product.set.account = '43';
    const { vault } = services;
    const swap: typeof vault.connections.swap = async (next, credential) => {
      product.set.account = '42';
      const { connection: present, credential: held } = await stored();
      await vault.connections.swap({ ...present, version: present.version + 1 }, held);
      return vault.connections.swap(next, credential);
    };
    let transactions = 0;
    const racing: Services = {
      ...services,
      vault: {
        ...vault,
        transaction: (work) => {
          transactions += 1;
          if (transactions > 1) return vault.transaction(work);
          return work({ ...vault, connections: { ...vault.connections, swap } });
        },
      },
    };
    await deliverDue(racing, host);
    expect((await stored()).connection.status).toBe('active');
    expect(heard).toEqual([]);
  });

  test('as developers that a shared account became another one', async () => {
    await save({ owner: shared });
    product.set.account = '43';
    await renewCredential(services, await stored());
    await round();
    expect(needs).toEqual([{ integration: 'acme', account: 'ann@example.com', why: 'other_account' }]);
    expect(heard).toEqual([]);
  });

  test('as developers that a shared account will end', async () => {
    await save({ owner: shared });
    await renewCredential(services, await stored());
    const { warnAt } = (await stored()).connection;
    expect(warnAt).toBe(1_000 + 83 * DAY);
    now = 1_000 + 83 * DAY - 1;
    await round();
    expect(needs).toEqual([]);
    now += 1;
    await Promise.all([round(), round()]);
    expect(needs).toEqual([{ integration: 'acme', account: 'ann@example.com', why: 'ends', endsAt: 1_000 + 90 * DAY }]);
    expect(await audited()).toContainEqual(['connection_ends', 'unused']);
  });

  test.each([
    [
      'is over already',
      async () => {
        now += 91 * DAY;
      },
    ],
    [
      'has ended otherwise',
      async () => {
        const { connection: present, credential } = await stored();
        await services.vault.connections.swap(
          { ...present, version: present.version + 1, status: 'needs_reauth' },
          credential,
        );
        now += 84 * DAY;
      },
    ],
    [
      'does not end any more, by its profile',
      async () => {
        const profiles = product.integration.profiles.map(({ ...profile }) => {
          if (profile.method !== 'oauth2' || profile.grant === 'client_credentials') return profile;
          const { grantIdleDays: _, grantLifeDays: __, ...rest } = profile;
          return rest;
        });
        services.integrations.set('acme', { ...product.integration, profiles });
        now += 84 * DAY;
      },
    ],
  ])('nothing of a grant that %s', async (_why, happen) => {
    await save();
    await renewCredential(services, await stored());
    await round();
    await happen();
    await round();
    expect(heard).toEqual([]);
    expect((await stored()).connection.warnAt).toBeUndefined();
  });

  test('what to do manually when a revocation was given up', async () => {
    await save();
    product.set.revocationStatus = 503;
    await disconnect(services, { owner: ann, integration: 'acme' });
    now += DAY + 60_001;
    await round();
    await round();
    expect(heard).toMatchObject([
      {
        kind: 'connection_news',
        account: 'ann@example.com',
        news: { what: 'not_revoked', manageUrl: 'https://acme.example/apps' },
      },
    ]);
    expect(needs).toEqual([]);
  });

  test.each([
    [
      'of a shared account',
      { owner: shared },
      () => disconnect(services, { owner: shared, integration: 'acme' }),
      '42',
    ],
    ['of a person who was forgotten', {}, () => forgetOwner(services, { actor: { name: 'olivia' }, owner: ann }), ''],
  ])('as developers what to do manually when a revocation was given up %s', async (_whose, given, remove, account) => {
    await save(given);
    product.set.revocationStatus = 503;
    await remove();
    now += DAY + 60_001;
    await round();
    expect(needs).toEqual([
      { integration: 'acme', account, why: 'not_revoked', manageUrl: 'https://acme.example/apps' },
    ]);
    expect(heard).toEqual([]);
  });
});

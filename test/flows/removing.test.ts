import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deliverDue } from '../../src/background/outbox-lanes.ts';
import { disconnect } from '../../src/flows/disconnect.ts';
import { deleteSetup } from '../../src/flows/operator/change-setup.ts';
import { forgetOwner } from '../../src/flows/operator/forget-owner.ts';
import { revokeAllConnections, revokeConnection } from '../../src/flows/operator/revoke-connections.ts';
import { ownerKey } from '../../src/model/owner.ts';
import { startTestPostgres, type TestDatabase, type TestPostgres } from '../stores/test-postgres.ts';
import { ann, bob, connection, credential, KEYS } from '../vault/records.ts';
import { type GrantingProduct, startGrantingProduct } from './granting-product.ts';
import { openServices } from './operator/open-services.ts';

const actor = { name: 'olivia' };
const DAY = 24 * 60 * 60_000;

let server: TestPostgres;
beforeAll(async () => {
  server = await startTestPostgres();
}, 180_000);
afterAll(() => server?.stop());

describe.each(['SQLite', 'PostgreSQL'])('on %s, whoever removes a connection', (engine) => {
  let folder: string;
  let database: TestDatabase | undefined;
  let product: GrantingProduct;
  let services: Awaited<ReturnType<typeof openServices>>;
  let now: number;
  const events: string[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
    database = engine === 'SQLite' ? undefined : await server.newDatabase();
    product = await startGrantingProduct();
    now = 1_000;
    events.length = 0;
    services = await openServices(database?.url ?? `sqlite:${join(folder, 'latchkey.db')}`, KEYS, {
      now: () => now,
      integrations: new Map([['acme', product.integration]]),
      log: ({ event }) => void events.push(event),
    });
  });
  afterEach(async () => {
    await services.vault.close();
    await database?.drop();
    await product.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const doors: Record<string, () => Promise<unknown>> = {
    disconnect: () => disconnect(services, { owner: ann, integration: 'acme' }),
    'revoke one': () => revokeConnection(services, { actor, id: 'c1' }),
    'revoke all': () => revokeAllConnections(services, { actor, integration: 'acme' }),
    forget: () => forgetOwner(services, { actor, owner: ann }),
  };

  const save = (given: Parameters<typeof connection>[0] = {}, accessToken = 'good') =>
    services.vault.connections.save(connection(given), { ...credential, accessToken });
  const audited = async () =>
    (await services.vault.audit.list({ limit: 20 })).map(({ what, result }) => [what, result]);

  test.each(Object.keys(doors))(
    '%s: the product that fails is asked again until it has ended the token',
    async (door) => {
      await save();
      product.set.revocationStatus = 503;
      await doors[door]?.();
      expect(await services.vault.connections.byId('c1')).toBeUndefined();
      product.set.revocationStatus = 200;
      now += 60_000;
      await deliverDue(services, undefined);
      expect(product.revoked).toEqual(['good']);
      expect(await audited()).toContainEqual(['revocation', 'revoked']);
    },
  );

  test.each(Object.keys(doors))(
    '%s: a process that dies before it asks the product leaves a token that is ended',
    async (door) => {
      await save();
      // the process is gone: it never comes back from the product
      product.set.hangs = true;
      void doors[door]?.().catch(() => {});
      await expect.poll(() => product.asked.length).toBeGreaterThan(0);
      const after = await openServices(database?.url ?? `sqlite:${join(folder, 'latchkey.db')}`, KEYS, {
        now: () => now + 60_000,
        integrations: services.integrations,
      });
      product.set.hangs = false;
      expect(await after.vault.connections.byId('c1')).toBeUndefined();
      await deliverDue(after, undefined);
      await after.vault.close();
      expect(product.revoked).toContain('good');
    },
  );

  test('deleting a configuration: the product that fails is asked again', async () => {
    await save({ owner: { kind: 'shared', bot: 'bot' } });
    product.set.revocationStatus = 503;
    expect(await deleteSetup(services, { actor, integration: 'acme' })).toBe(true);
    product.set.revocationStatus = 200;
    now += 60_000;
    await deliverDue(services, undefined);
    expect(product.revoked).toEqual(['good']);
  });

  test('ends the token that a renewal has written in the last moment', async () => {
    const saved = await save({}, 'old');
    const { vault } = services;
    const byId = vault.connections.byId.bind(vault.connections);
    const connections = {
      ...vault.connections,
      byId: async (id: string) => {
        const found = await byId(id);
        await vault.connections.swap({ ...saved, version: 2 }, { ...credential, accessToken: 'renewed' });
        return found;
      },
    };
    await disconnect(
      { ...services, vault: { ...vault, connections } },
      { owner: ann, integration: 'acme', connectionId: 'c1' },
    );
    expect(product.revoked).toEqual(['renewed']);
  });

  test.each(['disconnect', 'revoke one', 'forget'])(
    '%s: also where this process does not know the integration',
    async (door) => {
      await save();
      const { integrations } = services;
      services = Object.assign(services, { integrations: new Map() });
      await doors[door]?.();
      expect(await services.vault.connections.byId('c1')).toBeUndefined();
      now += 60_000;
      await deliverDue({ ...services, integrations }, undefined);
      expect(product.revoked).toEqual(['good']);
    },
  );

  describe.each(['disconnect', 'revoke one', 'forget'])('%s: a grant that somebody else lives by', (door) => {
    test('stays, and the audit log says so; the last one takes it along', async () => {
      await save();
      await save({ id: 'c2', owner: bob, site: { id: 's2', name: 'Two', url: 'https://two.example' } });
      await doors[door]?.();
      expect(product.revoked).toEqual([]);
      expect(await audited()).toContainEqual(['revocation', 'in_use']);
      await disconnect(services, { owner: bob, integration: 'acme' });
      expect(product.revoked).toEqual(['good']);
    });

    test('stays where the queue asks later, and the audit log does not say that it was revoked', async () => {
      await save();
      product.set.revocationStatus = 503;
      await doors[door]?.();
      await save({ id: 'c2', owner: bob });
      product.set.revocationStatus = 200;
      now += 60_000;
      await deliverDue(services, undefined);
      expect(product.revoked).toEqual([]);
      expect(await audited()).toContainEqual(['revocation', 'in_use']);
      expect(await audited()).not.toContainEqual(['revocation', 'revoked']);
    });

    test.each([
      ['is dead', { status: 'needs_reauth' }],
      ['is of another account', { account: { id: '43', label: 'Other' } }],
      ['came from another client', { profile: 'other' }],
    ] as const)('ends where the other one %s', async (_why, other) => {
      const [profile] = product.integration.profiles;
      if (profile?.method !== 'oauth2') throw new Error('no profile');
      const another = { ...profile, id: 'other', clientId: 'another' };
      services.integrations.set('acme', { ...product.integration, profiles: [profile, another] });
      await save();
      await save({ id: 'c2', owner: bob, ...other });
      await doors[door]?.();
      expect(product.revoked).toEqual(['good']);
    });

    test('stays where the other one came from a copy of the profile', async () => {
      const [profile] = product.integration.profiles;
      if (profile === undefined) throw new Error('no profile');
      services.integrations.set('acme', { ...product.integration, profiles: [profile, { ...profile, id: 'copy' }] });
      await save();
      await save({ id: 'c2', owner: bob, profile: 'copy' });
      await doors[door]?.();
      expect(product.revoked).toEqual([]);
    });
  });

  test('ends all of a product, also behind a page of which nothing opens', async () => {
    const rows = Array.from({ length: 250 }, (_, at) => `c${1000 + at}`);
    for (const id of rows) {
      const account = { id, label: id };
      await save({ id, account }, id);
    }
    const { vault } = services;
    const broken = new Set(rows.slice(0, 100));
    const connections = {
      ...vault.connections,
      byId: async (id: string) => (broken.has(id) ? undefined : vault.connections.byId(id)),
    };
    const partly = { ...services, vault: { ...vault, connections } };
    expect(await revokeAllConnections(partly, { actor, integration: 'acme' })).toBe(150);
    expect(product.revoked).toHaveLength(150);
  }, 30_000);

  test('does not wait for a product that does not answer, however many connections there are: the queue asks it', async () => {
    const ids = ['c1', 'c2', 'c3', 'c4', 'c5'];
    for (const id of ids) await save({ id, account: { id, label: id } }, id);
    product.set.revocationStatus = 503;
    expect(await revokeAllConnections(services, { actor, integration: 'acme' })).toBe(5);
    expect(product.asked.filter((path) => path === '/revoke')).toHaveLength(1);
    expect(await services.vault.connections.list(ownerKey(ann))).toEqual([]);
    product.set.revocationStatus = 200;
    now += 60_000;
    for (let round = 0; round < 5; round += 1) {
      await deliverDue(services, undefined);
      now += 1_000;
    }
    expect(product.revoked.toSorted()).toEqual(ids);
  });

  test('hears loudly when the product could not be asked for a day', async () => {
    await save();
    product.set.revocationStatus = 503;
    await disconnect(services, { owner: ann, integration: 'acme' });
    now += DAY + 60_001;
    await deliverDue(services, undefined);
    expect(events).toContain('revocation_given_up');
    expect(await audited()).toContainEqual(['revocation', 'given_up']);
    now += DAY;
    expect(await deliverDue(services, undefined)).toBe(0);
  });
});

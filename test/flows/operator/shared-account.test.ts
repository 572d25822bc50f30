import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deliverDue } from '../../../src/background/outbox-lanes.ts';
import { changeSetup, deleteSetup } from '../../../src/flows/operator/change-setup.ts';
import { shareConnection } from '../../../src/flows/operator/share-connection.ts';
import type { Services } from '../../../src/flows/services.ts';
import { defineIntegration } from '../../../src/integrations/index.ts';
import { sharedOwnerKey } from '../../../src/model/setup.ts';
import { readFacts } from '../../../src/model/stored-facts.ts';
import { answerJson, startServer, type TestServer } from '../../http/start-server.ts';
import { openServices } from './open-services.ts';

const actor = { name: 'dev' };
const integration = 'ledger';

let product: TestServer;
let services: Services;
let clock: number;
/** Tokens in the order in which the product gave them, and those that it was asked to end. */
let given: number;
let revoked: string[];
let isDown: boolean;

beforeEach(async () => {
  given = 0;
  revoked = [];
  isDown = false;
  clock = Date.parse('2026-06-01T12:00:00Z');
  product = await startServer(({ url, headers, body }, response) => {
    if (isDown) return answerJson(response, 503, {});
    if (url === '/token') {
      given += 1;
      return answerJson(response, 200, { access_token: `token-${given}`, token_type: 'Bearer' });
    }
    if (url === '/revoke') {
      revoked.push(new URLSearchParams(body).get('token') ?? '');
      return answerJson(response, 200, {});
    }
    return answerJson(response, 200, { id: String(headers.authorization).replace('Bearer token-', 'account-') });
  });
  const ledger = defineIntegration({
    id: integration,
    name: 'Ledger',
    baseUrl: product.origin,
    allowInsecureLoopback: true,
    profiles: [
      {
        id: 'bot',
        title: 'The bot itself',
        method: 'oauth2',
        grant: 'client_credentials',
        clientId: 'bot',
        clientSecret: 'secret',
        tokenUrl: `${product.origin}/token`,
        revocationUrl: `${product.origin}/revoke`,
      },
    ],
    check: { path: '/me', account: { id: 'id' } },
  });
  services = await openServices('sqlite::memory:', `k1:${randomBytes(32).toString('base64')}`, {
    integrations: new Map([[integration, ledger]]),
    declared: [ledger],
    now: () => clock,
  });
});
afterEach(async () => {
  await services.vault.close();
  await product.close();
});

const share = () => shareConnection(services, { actor, integration, profile: 'bot', values: {} });
const accounts = async () =>
  (await services.vault.connections.list(sharedOwnerKey(services.bot))).map(({ account }) => account.label);
const everyRevocation = async () => {
  clock += 120_000;
  await deliverDue(services, undefined);
};

describe('one shared account per integration', () => {
  it('a new one replaces the one before, which ends at the product too', async () => {
    await share();
    await share();
    expect(await accounts()).toEqual(['account-2']);
    expect(revoked).toEqual(['token-1']);
    await everyRevocation();
    expect(revoked).toEqual(['token-1']);
  });

  it('each one that ends is in the audit log, with who ended it', async () => {
    const ids = async () => (await services.vault.connections.list(sharedOwnerKey(services.bot))).map(({ id }) => id);
    const ended: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      ended.push(...(await ids()));
      await shareConnection(services, { actor: { name: `dev${round}` }, integration, profile: 'bot', values: {} });
    }
    ended.push(...(await ids()));
    await deleteSetup(services, { actor: { name: 'dev3' }, integration });
    const lines = await services.vault.audit.list({ limit: 9, what: 'connection_revoked' });
    expect(
      lines.toReversed().map(({ actor, subject, result }) => [actor, subject, readFacts('connection_revoked', result)]),
    ).toEqual(
      ended.map((id, index) => [`operator:dev${index + 1}`, id, { kind: 'removed', integration, atProduct: 'queued' }]),
    );
  });

  it('what a product that is down could not be told is told later', async () => {
    await share();
    isDown = true;
    await deleteSetup(services, { actor, integration });
    expect(await accounts()).toEqual([]);
    expect(revoked).toEqual([]);
    isDown = false;
    await everyRevocation();
    expect(revoked).toEqual(['token-1']);
  });

  it('deleting the set-up leaves nothing, also of accounts that were left behind earlier', async () => {
    await share();
    await changeSetup(services, { actor, integration, change: { mode: 'preauthorized', enabled: true } });
    const [before] = await services.vault.connections.list(sharedOwnerKey(services.bot));
    if (before === undefined) throw new Error('nothing is shared');
    const { version: _, ...left } = { ...before, id: 'left', account: { id: 'left', label: 'left' } };
    await services.vault.connections.save(left, { type: 'oauth2', accessToken: 'token-left', scopes: [] });
    expect(await deleteSetup(services, { actor, integration })).toBe(true);
    expect(await accounts()).toEqual([]);
    expect(revoked.toSorted()).toEqual(['token-1', 'token-left']);
    expect(await deleteSetup(services, { actor, integration })).toBe(false);
  });

  it("people's own connections stay", async () => {
    const owner = { kind: 'user', bot: 'bot', channel: 'test', tenant: '', user: 'ann' } as const;
    const account = { id: 'ann', label: 'ann' };
    const mine = { id: 'mine', owner, integration, profile: 'bot', status: 'active', account, scopes: [] } as const;
    await services.vault.connections.save(
      { ...mine, createdAt: 1, updatedAt: 1 },
      { type: 'oauth2', accessToken: 'token-ann', scopes: [] },
    );
    await share();
    await deleteSetup(services, { actor, integration });
    expect(await services.vault.connections.byId('mine')).toBeDefined();
    expect(revoked).toEqual(['token-1']);
  });
});

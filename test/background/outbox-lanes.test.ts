import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Authorizer, createAuthorizer, type LogEvent, type Owner } from 'latchkey';
import { defineIntegration } from 'latchkey/integrations';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ConversationHost } from '../../src/background/conversation-host.ts';
import type { Errand } from '../../src/model/errand.ts';
import { eventually } from '../eventually.ts';
import { answerJson, startServer, type TestServer } from '../http/start-server.ts';
import { verbsOf } from '../verbs-of.ts';

const PERSON: Owner = { kind: 'user', bot: 'app', channel: 'msteams', tenant: 't', user: 'ann' };
const actor = { name: 'deploy' };

let folder: string;
let product: TestServer;
let isDown: boolean;
let clock: number;
let open: Authorizer[];
let log: LogEvent[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-notices-'));
  isDown = false;
  clock = Date.now();
  open = [];
  log = [];
  product = await startServer(({ url }, response) => {
    if (url === '/token') return answerJson(response, 200, { access_token: 'at', token_type: 'Bearer' });
    if (url === '/revoke') return answerJson(response, isDown ? 503 : 200, {});
    return answerJson(response, 200, { id: 'team' });
  });
});
afterEach(async () => {
  for (const authorizer of open) await authorizer.close();
  await product.close();
  rmSync(folder, { recursive: true, force: true });
});

it('a process without a chat does revocations, and leaves what is to be said to one that has it', async () => {
  const first = await start();
  await first.operator.shareConnection({ actor, integration: 'ledger', profile: 'itself', values: {} });
  await begin(first);
  isDown = true;
  const [connection] = await first.operator.listConnections({ limit: 1 });
  expect(await first.operator.revokeConnection({ actor, id: connection?.id ?? '' })).toBe('queued');
  await first.close();
  open = [];

  isDown = false;
  product.received.length = 0;
  clock += 11 * 60_000;
  const pages = await start();
  await eventually(() => expect(revocations()).toBe(1));
  await pages.deliver();

  const told: Errand[] = [];
  const chat: ConversationHost = {
    deliver: async () => {},
    pursue: async (errand) => void told.push(errand),
    run: async () => ({ status: 'asked' }),
    exchangeToken: async () => ({ status: 'not_allowed' }),
    converse: async () => undefined,
  };
  verbsOf(await start()).attach(chat);
  const ask = { kind: 'retry', why: 'expired' };
  await eventually(() => expect(told).toMatchObject([{ owes: 'attempt_over', status: 'asking', ask }]));
  expect(revocations()).toBe(1);
});

it('what cannot be said is tried less and less often, every ten minutes at last, and given up after a day', async () => {
  const authorizer = await start();
  const tries: number[] = [];
  await begin(authorizer);
  clock += 11 * 60_000;
  await authorizer.sweep();
  // only now: what was owed before the attempt was over would be tried first
  verbsOf(authorizer).attach({
    deliver: async () => {},
    pursue: async () => {
      tries.push(clock);
      throw Object.assign(new Error('not for the log'), { name: 'RestError', statusCode: 403 });
    },
    run: async () => ({ status: 'asked' }),
    converse: async () => undefined,
    exchangeToken: async () => ({ status: 'not_allowed' as const }),
  });
  const begun = clock;
  const HOUR = 3_600_000;
  for (const [step, until] of [
    [1_000, 20 * 60_000],
    [60_000, 26 * HOUR],
  ] as const) {
    for (; clock - begun < until; clock += step) await authorizer.deliver();
  }
  const failed = log.filter(({ event }) => event === 'words_failed');
  expect(failed).toHaveLength(tries.length + 1);
  expect(failed[0]).toMatchObject({ words: 'attempt_over', cause: 'RestError: 403' });
  expect(failed.at(-1)).toMatchObject({ cause: 'given_up' });
  const pauses = tries.slice(1).map((at, index) => Math.round((at - (tries[index] ?? 0)) / 1_000));
  expect(pauses.slice(0, 4)).toEqual([60, 120, 240, 480]);
  // a minute is how often this test looks
  for (const pause of pauses.slice(4)) expect(pause).toBeGreaterThanOrEqual(600);
  for (const pause of pauses.slice(4)) expect(pause).toBeLessThanOrEqual(660);
  const last = (tries.at(-1) ?? 0) - begun;
  expect(last).toBeGreaterThan(24 * HOUR - 10 * 60_000);
  expect(last).toBeLessThan(24 * HOUR + 12 * 60_000);
}, 60_000);

it('a product that does not end a credential is asked less and less often, every ten minutes at last', async () => {
  const authorizer = await start();
  await authorizer.operator.shareConnection({ actor, integration: 'ledger', profile: 'itself', values: {} });
  const [connection] = await authorizer.operator.listConnections({ limit: 1 });
  isDown = true;
  expect(await authorizer.operator.revokeConnection({ actor, id: connection?.id ?? '' })).toBe('queued');
  const tries: number[] = [];
  for (let round = 0; round < 360; round += 1) {
    clock += 30_000;
    const before = revocations();
    await authorizer.deliver();
    if (revocations() > before) tries.push(clock);
  }
  const pauses = tries.slice(1).map((at, index) => (at - (tries[index] ?? 0)) / 60_000);
  expect(pauses.at(0)).toBeLessThan(2);
  expect(pauses.toSorted((a, b) => a - b)).toEqual(pauses);
  expect(Math.round(pauses.at(-1) ?? 0)).toBe(10);
}, 60_000);

const revocations = () => product.received.filter(({ url }) => url === '/revoke').length;

async function start(): Promise<Authorizer> {
  const authorizer = await createAuthorizer({
    publicUrl: 'http://127.0.0.1:1',
    store: `sqlite:${join(folder, 'latchkey.db')}`,
    keys: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
    integrations: [ledger(product.origin)],
    appId: 'app',
    logger: (event) => void log.push(event),
    now: () => clock,
  });
  open.push(authorizer);
  return authorizer;
}

/** Somebody is asked for a key. */
function begin(authorizer: Authorizer) {
  return verbsOf(authorizer).beginAuthorization({
    owner: PERSON,
    ownerName: 'Ann',
    conversation: { key: 'chat', kind: 'personal', reference: {} },
    integration: 'ledger',
    profile: 'key',
    purpose: 'look',
    scopes: [],
  });
}

function ledger(url: string) {
  return defineIntegration({
    id: 'ledger',
    name: 'Ledger',
    baseUrl: url,
    allowInsecureLoopback: true,
    profiles: [
      {
        id: 'key',
        title: 'Key',
        method: 'api_key',
        fields: [{ key: 'key', title: 'Key', type: 'password' }],
        placements: [{ in: 'header', name: 'x-key', value: '{{key}}' }],
      },
      {
        id: 'itself',
        title: 'The bot itself',
        method: 'oauth2',
        grant: 'client_credentials',
        clientId: 'bot',
        clientSecret: 'secret',
        tokenUrl: `${url}/token`,
        revocationUrl: `${url}/revoke`,
      },
    ],
    check: { path: '/me', account: { id: 'id' } },
  });
}

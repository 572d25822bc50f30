import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ConversationNotice } from '../../src/background/conversation-host.ts';
import { errandLanes } from '../../src/background/errand-lanes.ts';
import { outboxLanes } from '../../src/background/outbox-lanes.ts';
import { type Background, startBackground } from '../../src/background/start-background.ts';
import type { Services } from '../../src/flows/services.ts';
import { defineIntegration } from '../../src/integrations/index.ts';
import { errandTransition } from '../../src/model/errand.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { eventually } from '../eventually.ts';
import { openServices } from '../flows/operator/open-services.ts';
import { answerJson, startServer, type TestServer } from '../http/start-server.ts';
import { ann, conversation, errand } from '../vault/records.ts';

let products: TestServer;
let services: Services;
let background: Background | undefined;
/** Whom each delivery is for, in the order in which they began. */
let told: string[];
/** Milliseconds that the clock is ahead. */
let clock: number;

beforeEach(async () => {
  told = [];
  clock = 0;
  products = await startServer(({ url }, response) => {
    if (url.startsWith('/hangs')) return;
    answerJson(response, url.startsWith('/broken') ? 503 : 200, {});
  });
  services = await openServices('sqlite::memory:', `k1:${Buffer.alloc(32, 1).toString('base64')}`, {
    now: () => Date.now() + clock,
    wake: () => background?.wake(),
  });
  for (const id of ['hangs', 'works']) services.integrations.set(id, ledger(id));
});
afterEach(async () => {
  vi.useRealTimers();
  await background?.stop(0);
  background = undefined;
  await products.close();
  await services.vault.close();
});

it('a conversation that hangs delays nobody: not other notices, not a revocation, not the look at the clock', async () => {
  for (let round = 0; round < 9; round += 1) await notice('hangs');
  await notice('ann');
  await revocation('works');
  const looks = vi.fn(async () => {});
  start((name) => (name === 'hangs' ? new Promise(() => {}) : Promise.resolve()), [looks]);
  await eventually(() => {
    expect(told).toContain('ann');
    expect(revokedAt('works')).toBe(1);
    expect(looks).toHaveBeenCalled();
  });
});

it.each([
  ['notices', notice],
  ['errands', due],
])(
  'as many %s as there are slots, all of which hang: each is given up after 45 seconds, and the next one is said',
  async (_what, waits) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    for (let round = 0; round < 20; round += 1) await waits('hangs');
    const lates: AbortSignal[] = [];
    start((name, late) => {
      if (name !== 'hangs') return Promise.resolve();
      lates.push(late);
      return new Promise(() => {});
    });
    await eventually(() => expect(lates).toHaveLength(20));
    await waits('bob');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(told).not.toContain('bob');
    await vi.advanceTimersByTimeAsync(45_000);
    await eventually(() => expect(told).toContain('bob'));
    expect(lates.every(({ aborted }) => aborted)).toBe(true);
  },
);

it('what is to be said does not wait behind a crowd of questions that nobody answered', async () => {
  await services.vault.transaction(async (vault) => {
    for (let person = 0; person < 3_000; person += 1) await unanswered(vault, person < 1_500 ? -1 : 1);
  });
  await due('bob');
  start(() => Promise.resolve());
  await eventually(() => expect(told).toEqual(['bob']));
});

it('a look at the clock that hangs or fails delays no other and no delivery', async () => {
  await notice('ann');
  const looks = vi.fn(async () => {});
  start(() => Promise.resolve(), [() => new Promise(() => {}), () => Promise.reject(new Error('no')), looks]);
  await eventually(() => {
    expect(told).toEqual(['ann']);
    expect(looks).toHaveBeenCalled();
  });
});

it('a product whose revocation hangs delays no other product, however much waits for it', async () => {
  for (let round = 0; round < 40; round += 1) await revocation('hangs');
  for (let round = 0; round < 5; round += 1) await revocation('works');
  start(() => Promise.resolve());
  await eventually(() => expect(revokedAt('works')).toBe(5));
  // and it is not stormed
  expect(revokedAt('hangs')).toBeLessThanOrEqual(2);
});

it('a product that answers is asked for all that waits for it', async () => {
  for (let round = 0; round < 60; round += 1) await revocation('works');
  start(() => Promise.resolve());
  await eventually(() => expect(revokedAt('works')).toBe(60));
});

it('a product that does not answer rests for half a minute, and is asked again then', async () => {
  services.integrations.set('broken', ledger('broken'));
  for (let round = 0; round < 20; round += 1) await revocation('broken');
  start(() => Promise.resolve());
  await eventually(() => expect(revokedAt('broken')).toBeGreaterThan(0));
  await new Promise((resolve) => setTimeout(resolve, 300));
  const before = revokedAt('broken');
  expect(before).toBeLessThanOrEqual(2);
  clock += 31_000;
  background?.wake();
  await eventually(() => expect(revokedAt('broken')).toBeGreaterThan(before));
});

it.each([
  ['what is told of connections', notice],
  ['what is asked', due],
])('somebody new does not wait behind a crowd whose links expire at the same moment, for %s', async (_what, waits) => {
  for (let person = 0; person < 400; person += 1) await waits(`crowd ${person}`);
  start(() => new Promise((resolve) => setTimeout(resolve, 50)));
  await eventually(() => expect(told.length).toBeGreaterThan(20));
  const before = told.length;
  await new Promise((resolve) => setTimeout(resolve, 2));
  await waits('somebody new');
  await eventually(() => expect(told).toContain('somebody new'));
  expect(told.indexOf('somebody new') - before).toBeLessThan(45);
  // and the crowd is served too
  await eventually(() => expect(told.length).toBeGreaterThan(before + 60));
  expect(told).toContain('crowd 0');
});

function start(
  deliver: (name: string, late: AbortSignal) => Promise<void>,
  rounds: readonly (() => Promise<void>)[] = [],
): void {
  const say = ({ conversation: { key } }: Pick<ConversationNotice, 'conversation'>, late: AbortSignal) => {
    told.push(key);
    return deliver(key, late);
  };
  const host = {
    deliver: say,
    pursue: say,
    run: async () => ({ status: 'asked' }) as const,
    converse: async () => undefined,
    exchangeToken: async () => ({ status: 'not_allowed' as const }),
  };
  const lanes = [...errandLanes(services, () => host), ...outboxLanes(services, () => host)];
  background = startBackground({ rounds, lanes, failed: () => {} });
}

async function notice(name: string): Promise<void> {
  const now = services.now();
  await services.vault.outbox.put(randomUUID(), randomUUID(), now, now, {
    kind: 'connection_news',
    owner: name,
    conversation: { key: name, kind: 'personal', reference: {} },
    integration: 'works',
    account: '',
    news: { what: 'other_account' },
  });
  background?.wake();
}

/** An hour ago. */
const long = () => services.now() - 3_600_000;
const questionOf = (name: string) => {
  const owner = { ...ann, user: randomUUID() };
  const there = { ...conversation, key: name };
  return errand({ id: randomUUID(), owner, conversation: there, createdAt: long(), actedAt: long() });
};

/** A question that its process has not said. */
async function due(name: string): Promise<void> {
  await services.vault.errands.begin({ ...questionOf(name), dueAt: long() });
  background?.wake();
}

/** One that was said, and is too old now. */
async function unanswered(vault: Vault, before: 1 | -1): Promise<void> {
  const asked = questionOf('nobody');
  const said = errandTransition(asked, { type: 'said', at: asked.createdAt }, asked.createdAt);
  if (!said.ok) throw new Error(said.why);
  const { actedAt } = said.errand;
  // too old 15 minutes after that: before or after what is due for an hour
  await vault.errands.begin({ ...said.errand, version: 1, actedAt: actedAt - 900_000 + before * 60_000 });
}

async function revocation(integration: string): Promise<void> {
  const now = services.now();
  await services.vault.outbox.put(randomUUID(), randomUUID(), now, now, {
    kind: 'revoke',
    subject: randomUUID(),
    integration,
    profile: 'account',
    credential: { type: 'oauth2', accessToken: randomUUID(), scopes: [] },
  });
}

const revokedAt = (id: string) => products.received.filter(({ url }) => url === `/${id}/revoke`).length;

function ledger(id: string) {
  return defineIntegration({
    id,
    name: 'Ledger',
    baseUrl: `${products.origin}/${id}`,
    allowInsecureLoopback: true,
    profiles: [
      {
        id: 'account',
        title: 'Account',
        method: 'oauth2',
        clientId: 'bot',
        clientSecret: 'secret',
        authorizationUrl: `${products.origin}/${id}/authorize`,
        tokenUrl: `${products.origin}/${id}/token`,
        revocationUrl: `${products.origin}/${id}/revoke`,
        scopes: [],
      },
    ],
    check: { path: '/me', account: { id: 'id' } },
  });
}

import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { deliverDue } from '../../src/background/outbox-lanes.ts';
import { completeAuthorization } from '../../src/flows/complete-authorization.ts';
import { completeCallback } from '../../src/flows/complete-callback.ts';
import { disconnect } from '../../src/flows/disconnect.ts';
import { endAuthorization } from '../../src/flows/end-authorization.ts';
import { exchangeToken } from '../../src/flows/exchange-token.ts';
import { hashSecret } from '../../src/flows/one-time-secret.ts';
import { deleteSetup } from '../../src/flows/operator/change-setup.ts';
import { forgetOwner } from '../../src/flows/operator/forget-owner.ts';
import { revokeAllConnections, revokeConnection } from '../../src/flows/operator/revoke-connections.ts';
import { shareConnection } from '../../src/flows/operator/share-connection.ts';
import { renewCredential } from '../../src/flows/renew-credential.ts';
import type { Services } from '../../src/flows/services.ts';
import { sweep } from '../../src/flows/sweep.ts';
import { verifyAccount } from '../../src/flows/verify-account.ts';
import { createGuardedHttp } from '../../src/http/guarded-http.ts';
import { credentialOf } from '../../src/model/authorization.ts';
import type { Credential } from '../../src/model/credential.ts';
import { ownerKey, type UserOwner } from '../../src/model/owner.ts';
import { sharedOwnerKey } from '../../src/model/setup.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { servicesOver } from '../flows/operator/open-services.ts';
import { authorization, conversation, KEYS } from '../vault/records.ts';
import { type CountingProduct, startCountingProduct } from './counting-product.ts';
import { FAULTS, type FaultGate, faultGate } from './fault-gate.ts';

/** A bot on a store, and a product that counts its live tokens. */
export interface Ground {
  readonly product: CountingProduct;
  readonly ends: 'token' | 'grant';
  /** What a process works with whose steps go wrong as the gate says; without one, nothing goes wrong. */
  process(bot: string, gate?: FaultGate): Promise<Services>;
  wait(milliseconds: number): void;
  now(): number;
  close(): Promise<void>;
}

export async function openGround(setting: string, ends: 'token' | 'grant'): Promise<Ground> {
  const product = await startCountingProduct(ends);
  let now = Date.now();
  // one for all processes: what a dead one has open is rolled back
  const store = await openStore(setting);
  const http = createGuardedHttp();
  return {
    product,
    ends,
    process: (bot, gate) =>
      servicesOver(gate?.store(store) ?? store, KEYS, {
        now: () => now,
        bot,
        integrations: new Map([['acme', product.integration]]),
        http: gate?.http(http) ?? http,
      }),
    wait: (milliseconds) => {
      now += milliseconds;
    },
    now: () => now,
    close: async () => {
      await store.close();
      await product.close();
    },
  };
}

/** Somebody at the product, and the bot that they talk with: new ones for each round. */
interface Cast {
  readonly bot: string;
  readonly owner: UserOwner;
  readonly account: string;
  readonly attemptId: string;
  readonly connectionId: string;
  readonly state: string;
  readonly browserSecret: string;
}

const actor = { name: 'olivia' };

interface Story {
  /** What was there before, told without any fault. */
  readonly before: readonly ('connected' | 'shared' | 'at the product' | 'at the code')[];
  readonly happens: (services: Services, cast: Cast, ground: Ground) => Promise<unknown>;
}

/** Everything that gets, replaces or ends a token. */
export const STORIES: Readonly<Record<string, Story>> = {
  'a sign-in': {
    before: ['at the product'],
    happens: async (services, cast) => {
      await comesBack(services, cast);
      await saysCode(services, cast);
    },
  },
  'a reconnect': {
    before: ['connected', 'at the product'],
    happens: async (services, cast) => {
      await comesBack(services, cast);
      await saysCode(services, cast);
    },
  },
  'a renewal': { before: ['connected'], happens: renews },
  'a renewal that answers for another account': {
    before: ['connected'],
    happens: async (services, cast) => {
      await renews(services, cast);
      await verifyAccount(services, { kind: 'verify', connectionId: cast.connectionId, integration: 'acme' });
    },
  },
  'disconnect during a renewal': during(renews, disconnects, ['connected']),
  'a reconnect during a renewal': during(renews, saysCode, ['connected', 'at the code']),
  'forget during a renewal': during(renews, forgets, ['connected']),
  'deleteSetup during a renewal': during(renews, deletesSetup, ['shared']),
  'forget during a sign-in': during(comesBack, forgets, ['at the product']),
  'cancel during a sign-in': during(comesBack, cancels, ['at the product']),
  'a token exchange': { before: [], happens: exchanges },
  'forget during a token exchange': during(exchanges, forgets, []),
  'the bot’s own sign-in': { before: [], happens: signsIn },
  'deleteSetup during the bot’s own sign-in': during(signsIn, deletesSetup, []),
  disconnect: { before: ['connected'], happens: disconnects },
  'operator revoke': {
    before: ['connected'],
    happens: (services, { connectionId: id }) => revokeConnection(services, { actor, id }),
  },
  'revoke all': {
    before: ['connected'],
    happens: (services) => revokeAllConnections(services, { actor, integration: 'acme' }),
  },
  forget: {
    before: ['connected', 'at the code'],
    happens: forgets,
  },
  deleteSetup: {
    before: ['shared'],
    happens: deletesSetup,
  },
  cancel: { before: ['at the code'], happens: cancels },
  'an attempt that expires': {
    before: ['at the code'],
    happens: async (services, _cast, { wait }) => {
      wait(11 * 60_000);
      await sweep(services);
      await deliverDue(services, undefined);
    },
  },
};

type Happening = (services: Services, cast: Cast) => Promise<unknown>;

/** The second one happens when the product has given tokens to the first, and has not answered yet. */
function during(first: Happening, second: Happening, before: Story['before']): Story {
  return {
    before,
    happens: (services, cast, { product }) => {
      product.meanwhile = () => second(services, cast);
      return first(services, cast);
    },
  };
}

function forgets(services: Services, { owner }: Cast) {
  return forgetOwner(services, { actor, owner });
}

function exchanges(services: Services, { owner }: Cast) {
  const person = { owner, ownerName: 'Ann', conversation };
  return exchangeToken(services, { ...person, integration: 'acme', profile: 'exchange', token: 'a-token' });
}

function signsIn(services: Services) {
  return shareConnection(services, { actor, integration: 'acme', profile: 'bot', values: {} });
}

function deletesSetup(services: Services) {
  return deleteSetup(services, { actor, integration: 'acme' });
}

async function cancels(services: Services, { attemptId }: Cast): Promise<void> {
  const attempt = await services.vault.authorizations.byId(attemptId);
  if (attempt === undefined) return;
  await endAuthorization(services, attempt, { status: 'cancelled', why: 'cancelled', tell: 'turn' });
}

async function renews(services: Services, { connectionId }: Cast): Promise<void> {
  const stored = await services.vault.connections.byId(connectionId);
  if (stored !== undefined) await renewCredential(services, stored);
}

function disconnects(services: Services, { owner, connectionId }: Cast) {
  return disconnect(services, { owner, integration: 'acme', connectionId });
}

function comesBack(services: Services, { state, browserSecret }: Cast) {
  return completeCallback(services, {
    integration: 'acme',
    params: new URLSearchParams({ state, code: 'code' }),
    browser: { secretOf: () => browserSecret },
  });
}

async function saysCode(services: Services, { attemptId }: Cast): Promise<void> {
  const attempt = await services.vault.authorizations.byId(attemptId);
  if (attempt !== undefined) await completeAuthorization(services, attempt, { isUnattended: false });
}

/** How many steps a story has where nothing goes wrong. */
export async function stepsOf(ground: Ground, story: Story): Promise<number> {
  const gate = faultGate(0, 'fails');
  await play(ground, story, gate);
  return gate.steps.length;
}

/**
 * Plays a story whose step of this number goes wrong; then the next process looks after what it finds for half an hour.
 * Afterwards every token that lives at the product has an owner here, unless it was lost in the window that SECURITY.md names.
 */
export async function play(ground: Ground, story: Story, gate: FaultGate): Promise<void> {
  const { product, ends } = ground;
  const cast = newCast();
  const after = await ground.process(cast.bot);
  await prepare(ground, after, story, cast);
  const services = await ground.process(cast.bot, gate);
  const running = gate.follow(() => story.happens(services, cast, ground)).catch(() => {});
  await Promise.race([running, gate.died, pause(150)]);
  gate.heal();
  const settled = Promise.all([running, services.underWay.end(0)]);
  await Promise.race([settled, gate.died]);
  await recover(ground, after);
  product.meanwhile = undefined;
  const { rows, active } = await held(after, cast);
  const live = product.live(cast.account);
  await clear(after, cast);
  const covered = ends === 'grant' && active;
  const orphans = covered || gate.lostInWindow ? [] : live.filter((token) => !rows.includes(token));
  assert.deepEqual(orphans, [], `after ${gate.steps.join(', ')}`);
  assert.deepEqual(gate.early, [], 'asked for something else before new tokens were written');
}

function newCast(): Cast {
  const id = randomUUID();
  return {
    bot: `bot-${id}`,
    owner: { kind: 'user', bot: `bot-${id}`, channel: 'webchat', tenant: '', user: `ann-${id}` },
    account: `account-${id}`,
    attemptId: `a-${id}`,
    connectionId: `c-${id}`,
    state: randomBytes(32).toString('base64url'),
    browserSecret: randomBytes(32).toString('base64url'),
  };
}

async function prepare(ground: Ground, services: Services, { before }: Story, cast: Cast): Promise<void> {
  const { product } = ground;
  const { owner, account, connectionId } = cast;
  product.account = account;
  for (const state of before) {
    if (state === 'connected' || state === 'shared') {
      const now = services.now();
      await services.vault.connections.save(
        {
          id: connectionId,
          owner: state === 'shared' ? { kind: 'shared', bot: cast.bot } : owner,
          integration: 'acme',
          profile: 'system',
          status: 'active',
          account: { id: account, label: account },
          scopes: ['read'],
          conversation,
          expiresAt: now - 1,
          createdAt: now,
          updatedAt: now,
        },
        { type: 'oauth2', ...product.give(account), scopes: ['read'] },
      );
    } else {
      await services.vault.authorizations.insert({
        ...authorization({
          id: cast.attemptId,
          owner,
          linkHash: cast.state,
          stateHash: hashSecret(cast.state),
          createdAt: services.now(),
          updatedAt: services.now(),
          expiresAt: services.now() + 600_000,
        }),
        browserHash: hashSecret(cast.browserSecret),
      });
      if (state === 'at the code') await comesBack(services, cast);
    }
  }
}

/** Longer than attempts live, and longer than the first pauses between two tries. */
async function recover(ground: Ground, services: Services): Promise<void> {
  for (let round = 0; round < 14; round += 1) {
    ground.wait(130_000);
    await sweep(services);
    await deliverDue(services, undefined);
  }
}

async function held(services: Services, { owner, bot, connectionId }: Cast) {
  const { connections, authorizations } = services.vault;
  const listed = [...(await connections.list(ownerKey(owner))), ...(await connections.list(sharedOwnerKey(bot)))];
  const credentials: (Credential | undefined)[] = [];
  for (const id of new Set([connectionId, ...listed.map((one) => one.id)])) {
    credentials.push((await connections.byId(id))?.credential);
  }
  for (const attempt of await authorizations.openOf(ownerKey(owner))) credentials.push(credentialOf(attempt));
  const rows = credentials.flatMap((one) => (one?.type === 'oauth2' ? [one.accessToken, one.refreshToken ?? ''] : []));
  return { rows, active: listed.some(({ status }) => status === 'active') };
}

/** So that the next round finds nothing of this one. */
async function clear(services: Services, { owner, bot }: Cast): Promise<void> {
  await services.vault.connections.removeOf(ownerKey(owner));
  await services.vault.connections.removeOf(sharedOwnerKey(bot));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

export interface Fate {
  readonly what: string;
  readonly happens: () => Promise<void>;
}

/**
 * Every story with every fault at every one of its steps.
 *
 * @param every tries only each so-many-th of them
 */
export async function* fates(ground: Ground, every = 1, skip = 0): AsyncGenerator<Fate> {
  let count = skip;
  for (const [name, story] of Object.entries(STORIES)) {
    const steps = await stepsOf(ground, story);
    for (let at = 1; at <= steps; at += 1) {
      for (const fault of FAULTS) {
        count += 1;
        if (count % every !== 0) continue;
        const what = `${name}: step ${at} of ${steps} ${fault}`;
        yield { what, happens: () => play(ground, story, faultGate(at, fault)) };
      }
    }
  }
}

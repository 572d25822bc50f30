import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { beginAuthorization } from '../../src/flows/begin-authorization.ts';
import { cancelAuthorization } from '../../src/flows/cancel-authorization.ts';
import { claimLink } from '../../src/flows/claim-link.ts';
import { completeCallback } from '../../src/flows/complete-callback.ts';
import { confirmAuthorization } from '../../src/flows/confirm-authorization.ts';
import { describeAuthorization } from '../../src/flows/describe-authorization.ts';
import { disconnect } from '../../src/flows/disconnect.ts';
import { findCredential } from '../../src/flows/find-credential.ts';
import type { Services } from '../../src/flows/services.ts';
import { silentLogger } from '../../src/logger.ts';
import { type Owner, ownerKey } from '../../src/model/owner.ts';
import { openServices } from '../../src/open-services.ts';
import { type RotatingProduct, startRotatingProduct } from './rotating-product.ts';

/** Two processes of one bot on one store, and a product. Each round has a person of its own. */
export interface Arena {
  readonly instances: readonly [Services, Services];
  readonly product: RotatingProduct;
  close(): Promise<void>;
}

export async function openArena(store: string): Promise<Arena> {
  const product = await startRotatingProduct();
  const keys = `k1:${Buffer.alloc(32, 1).toString('base64')}`;
  const options = { publicUrl: 'https://bot.example.com', store, keys, logger: silentLogger };
  const open = () => openServices({ ...options, appId: 'bot', integrations: [product.integration] });
  const instances = [await open(), await open()] as const;
  return {
    instances,
    product,
    close: async () => {
      for (const { vault } of instances) await vault.close();
      await product.close();
    },
  };
}

/** What two instances do in one conversation at the same moment, and what must be true afterwards whoever was first. */
export const RACES: Readonly<Record<string, (arena: Arena) => Promise<void>>> = {
  'two messages': async ({ instances }) => {
    const person = await atCode(instances[0]);
    const outcomes = await together(instances, (services) => person.says(services));
    assert.equal(outcomes.filter(({ status }) => status === 'connected').length, 1);
    assert.equal((await person.connections(instances[0])).length, 1);
  },
  'a message and a callback': async ({ instances }) => {
    const person = await atProduct(instances[0]);
    const [cancelled] = await Promise.all([person.cancels(instances[0]), person.comesBack(instances[1])]);
    const attempt = await instances[0].vault.authorizations.byId(person.authorizationId);
    if (cancelled) assert.equal(attempt?.status, 'cancelled');
    else assert.equal(attempt?.status, 'quarantined');
    assert.deepEqual(await person.connections(instances[0]), []);
  },
  'two callbacks': async ({ instances, product }) => {
    const person = await atProduct(instances[0]);
    const before = product.seen.exchanges;
    await together(instances, (services) => person.comesBack(services));
    assert.equal(product.seen.exchanges - before, 1);
    const attempt = await instances[0].vault.authorizations.byId(person.authorizationId);
    assert.equal(attempt?.status, 'quarantined');
  },
  'a code and cancel': async ({ instances }) => {
    const person = await atCode(instances[0]);
    const [said, cancelled] = await Promise.all([person.says(instances[0]), person.cancels(instances[1])]);
    assert.notEqual(said.status === 'connected', cancelled);
    assert.equal((await person.connections(instances[0])).length, cancelled ? 0 : 1);
  },
  'a renewal and disconnect': async ({ instances, product }) => {
    const person = await connected(instances[0]);
    await person.ages(instances[0]);
    const before = product.seen.reused;
    const input = { owner: person.owner, integration: 'acme' };
    await Promise.all([person.acts(instances[0]), disconnect(instances[1], input)]);
    assert.deepEqual(await person.connections(instances[0]), []);
    assert.equal((await person.acts(instances[1])).status, 'needs_authorization');
    assert.equal(product.seen.reused, before);
  },
  'a reconnect and a renewal': async ({ instances, product }) => {
    const person = await connected(instances[0]);
    await person.ages(instances[0]);
    const again = await atCode(instances[1], person.owner);
    const before = product.seen.reused;
    await Promise.all([person.acts(instances[0]), again.says(instances[1])]);
    assert.equal((await person.connections(instances[0])).length, 1);
    // what is stored now works, also when it has to be renewed
    await person.ages(instances[1]);
    assert.equal((await person.acts(instances[1])).status, 'ready');
    assert.equal(product.seen.reused, before);
  },
  'two begins': async ({ instances }) => {
    const person = somebody();
    const outcomes = await together(instances, (services) => begun(services, person));
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['begun', 'begun'],
    );
    assert.equal((await instances[0].vault.authorizations.openOf(ownerKey(person))).length, 1);
  },
};

const together = <T>([first, second]: Arena['instances'], does: (services: Services) => Promise<T>) =>
  Promise.all([does(first), does(second)]);

function somebody(): Owner {
  return { kind: 'user', bot: 'bot', channel: 'webchat', tenant: '', user: randomUUID() };
}

function begun(services: Services, owner: Owner) {
  return beginAuthorization(services, {
    owner,
    ownerName: 'Ann',
    conversation: { key: `chat of ${ownerKey(owner)}`, kind: 'personal', reference: {} },
    integration: 'acme',
    purpose: 'ping it',
    scopes: ['read'],
  });
}

/** Somebody who has claimed the link and stands at the product. */
async function atProduct(services: Services, owner = somebody()) {
  const outcome = await begun(services, owner);
  assert(outcome.status === 'begun');
  const link = new URL(outcome.link).pathname.split('/').at(-1) ?? '';
  const claimed = await claimLink(services, { link, browser: { secretOf: () => undefined } });
  assert(claimed.status === 'redirect');
  const authorizationId = outcome.authorization.id;
  const browser = { secretOf: () => claimed.browserSecret };
  const params = new URLSearchParams({
    state: new URL(claimed.url).searchParams.get('state') ?? '',
    code: randomUUID(),
  });
  return {
    owner,
    authorizationId,
    browser,
    comesBack: (at: Services) => completeCallback(at, { integration: 'acme', params, browser }),
    cancels: (at: Services) => cancelAuthorization(at, { owner, authorizationId }),
    connections: (at: Services) => at.vault.connections.list(ownerKey(owner)),
    acts: (at: Services) => findCredential(at, { owner, action: { integration: 'acme', scopes: ['read'] } }),
    /** The access token ends. */
    ages: async (at: Services) => {
      const stored = await at.vault.connections.current(ownerKey(owner), 'acme');
      assert(stored !== undefined);
      const { connection, credential } = stored;
      const expiresAt = at.now() - 1;
      assert(
        await at.vault.connections.swap({ ...connection, version: connection.version + 1, expiresAt }, credential),
      );
    },
  };
}

/** Somebody who reads the code on the page. */
async function atCode(services: Services, owner = somebody()) {
  const person = await atProduct(services, owner);
  await person.comesBack(services);
  const page = await describeAuthorization(services, person);
  assert(page.status === 'code');
  const conversationKey = `chat of ${ownerKey(owner)}`;
  return {
    ...person,
    says: (at: Services) => confirmAuthorization(at, { owner, conversationKey, code: page.code.replace('-', '') }),
  };
}

async function connected(services: Services) {
  const person = await atCode(services);
  assert.equal((await person.says(services)).status, 'connected');
  return person;
}

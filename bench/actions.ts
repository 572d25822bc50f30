import { Agent } from 'node:http';
import axios from 'axios';
import { type ActionContext, type AnyAction, silentLogger } from 'latchkey';
import type { Connection } from 'latchkey/internal';
import { apisFor, runAction } from '../src/flows/run-action.ts';
import { integrationOf, type Services } from '../src/flows/services.ts';
import { openServices } from '../src/open-services.ts';
import type { StoredConnection } from '../src/vault/vault.ts';
import { type Contestant, measure, ratioOf } from './measure.ts';
import { CALLS, type ProductCall, SITE, startProducts, TENANT } from './products.ts';
import { compare, judge, named, printComparison, type Verdict } from './report.ts';
import { BOT, ownerOf } from './stored-connections.ts';

const BARE = 'bare axios, the header set (the limit)';
const TWIN = 'the same again';
const PLAIN = 'bare axios that follows no redirects';
const LIBRARY = 'Latchkey';
const WHOLE = 'Latchkey, with what is before and after';
const CONTEXT: ActionContext = {
  account: { id: 'bob', label: 'bob@acme.example' },
  tenant: TENANT,
  site: SITE,
  idempotencyKey: 'once',
  locale: 'en',
  apiAt: (name) => {
    throw new RangeError(`none of these actions calls ${name}`);
  },
};

/**
 * One action of each product, which makes one call; all contestants run the same code. The library creates the instance for one
 * person's connection, determines where it may go, applies the credential, guards the request and judges the response. Another
 * contestant does everything that `runAction` does: who may use it, which connection, the input, the answer. Everybody has the
 * credential already: the group `find` measures reading it.
 */
export async function benchActions(_folder: string, short: boolean): Promise<readonly Verdict[]> {
  const products = await startProducts();
  const services = await openServices({
    publicUrl: 'http://127.0.0.1:3978',
    store: 'sqlite::memory:',
    keys: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
    integrations: CALLS.map(({ integration }) => integration(products.url)),
    appId: BOT,
    logger: silentLogger,
  });
  const plan = { rounds: short ? 9 : 31, warmUp: 10, slices: 12, operations: 25 };
  const verdicts: Verdict[] = [];
  for (const call of CALLS) {
    const contestants = [
      bare(BARE, call, products.url, {}),
      bare(PLAIN, call, products.url, { maxRedirects: 0 }),
      library(services, call),
      whole(services, call),
      bare(TWIN, call, products.url, {}),
    ];
    const measured = await measure(contestants, plan);
    const comparison = compare(`an action call: ${call.action.title}`, { base: BARE, twin: TWIN }, measured);
    printComparison(comparison);
    const { median } = ratioOf(named(measured, LIBRARY).cpu, comparison.base.cpu);
    verdicts.push(judge(`action call at ${call.id}: to bare axios`, median, 1.25, comparison.resolution));
  }
  await services.vault.close();
  products.close();
  return verdicts;
}

/** The instance that a bot creates once. It keeps connections open for as long as the library does. */
function bare(name: string, call: ProductCall, url: string, settings: { readonly maxRedirects?: number }): Contestant {
  const client = axios.create({
    baseURL: call.baseUrl(url),
    headers: { ...call.headers },
    httpAgent: new Agent({ keepAlive: true, timeout: 4_000 }),
    ...settings,
  });
  const { action }: { action: AnyAction } = call;
  const input: unknown = action.input.parse(call.input);
  return { name, operation: async () => action.answer?.(await action.run(client, input, CONTEXT, {}), CONTEXT) };
}

function library(services: Services, call: ProductCall): Contestant {
  const { action }: { action: AnyAction } = call;
  const input: unknown = action.input.parse(call.input);
  const [integration, stored] = [integrationOf(services, call.id), storedOf(call)];
  return {
    name: LIBRARY,
    operation: async () => {
      const { api } = apisFor(services, integration, stored);
      return action.answer?.(await action.run(api, input, CONTEXT, {}), CONTEXT);
    },
  };
}

function whole(services: Services, call: ProductCall): Contestant {
  const { action, input } = call;
  const stored = storedOf(call);
  const { owner } = stored.connection;
  const { vault } = services;
  const atHand: Services = {
    ...services,
    vault: { ...vault, connections: { ...vault.connections, current: async () => stored } },
  };
  return {
    name: WHOLE,
    operation: async () => {
      const outcome = await runAction(atHand, { owner, action, input });
      if (outcome.status !== 'done') throw new Error(`${action.id} is ${JSON.stringify(outcome)}`);
    },
  };
}

function storedOf(call: ProductCall): StoredConnection {
  return { connection: connectionOf(call), credential: call.credential, leaseUntil: null, leaseOwner: null };
}

function connectionOf({ id, profile, credential }: ProductCall): Connection {
  const now = Date.now();
  return {
    ...CONTEXT,
    id,
    version: 1,
    owner: ownerOf(1),
    integration: id,
    profile,
    status: 'active',
    scopes: credential.type === 'oauth2' ? credential.scopes : [],
    ...(credential.type === 'oauth2' && credential.expiresAt !== undefined ? { expiresAt: credential.expiresAt } : {}),
    createdAt: now,
    updatedAt: now,
  };
}

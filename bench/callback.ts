import { createCipheriv, createHash, createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { silentLogger } from 'latchkey';
import * as client from 'openid-client';
import { claimLink } from '../src/flows/claim-link.ts';
import { completeCallback } from '../src/flows/complete-callback.ts';
import { hashSecret } from '../src/flows/one-time-secret.ts';
import type { Services } from '../src/flows/services.ts';
import type { Authorization } from '../src/model/authorization.ts';
import { ownerKey } from '../src/model/owner.ts';
import { openServices } from '../src/open-services.ts';
import { type Contestant, measure, ratioOf } from './measure.ts';
import { integrationOf, type Product, startProduct } from './product.ts';
import { compare, judge, named, printComparison, type Verdict } from './report.ts';
import { BOT, INTEGRATION, ownerOf, userOf } from './stored-connections.ts';

const LIMIT = 'openid-client, two commits (the limit)';
const TWIN = 'the same again';
const MEMORY = 'openid-client, in memory';
const LIBRARY = 'Latchkey';

/**
 * From the callback's claim to the quarantined credential: `state` and browser are checked, the attempt is claimed so that
 * no second callback gets further, the code is exchanged, the account is read, and the credential is stored. Every contestant
 * makes the same two calls. Sending the browser to the product before that is not measured.
 */
export async function benchCallback(folder: string, short: boolean): Promise<readonly Verdict[]> {
  const product = await startProduct();
  const services = await openServices({
    publicUrl: PUBLIC_URL,
    store: `sqlite:${join(folder, 'callback.db')}`,
    keys: `k1:${randomBytes(32).toString('base64')}`,
    integrations: [integrationOf(product.url)],
    appId: BOT,
    logger: silentLogger,
  });
  const contestants = [
    bare(LIMIT, product, durableRecords(join(folder, 'bare.db'))),
    bare(MEMORY, product, recordsInMemory()),
    library(services),
    bare(TWIN, product, durableRecords(join(folder, 'bare-again.db'))),
  ];
  const plan = { rounds: short ? 9 : 31, warmUp: short ? 10 : 40, slices: 4, operations: 60 };
  const measured = await measure(contestants, plan);
  await services.vault.close();
  product.close();

  const comparison = compare('a callback, claim to quarantined', { base: LIMIT, twin: TWIN }, measured);
  printComparison(comparison);
  const { median } = ratioOf(named(measured, LIBRARY).cpu, comparison.base.cpu);
  return [judge('callback, claim to quarantined: to the limit', median, 1.4, comparison.resolution)];
}

const PUBLIC_URL = 'http://127.0.0.1:3978';
const REDIRECT_URI = `${PUBLIC_URL}/oauth/callback/${INTEGRATION}`;
const BROWSER_SECRET = randomBytes(32).toString('base64url');

function library(services: Services): Contestant {
  let states: string[] = [];
  return {
    name: LIBRARY,
    prepare: async (count) => {
      states = [];
      for (let n = 0; n < count; n += 1) states.push(await redirected(services));
    },
    operation: async () => {
      const landed = await completeCallback(services, {
        integration: INTEGRATION,
        params: new URLSearchParams({ code: 'the-code', state: states.pop() ?? '' }),
        browser: { secretOf: (id) => cookies.get(id) },
      });
      if (landed.status !== 'landed') throw new Error(`the callback is ${landed.status}`);
    },
  };
}

/** The `state` that a browser was sent to the product with. */
async function redirected(services: Services): Promise<string> {
  const link = randomBytes(32).toString('base64url');
  await services.vault.authorizations.insert(newAuthorization(link));
  const claim = await claimLink(services, { link, browser: { secretOf: () => undefined } });
  if (claim.status !== 'redirect') throw new Error(`the claim is ${claim.status}`);
  cookies.set(claim.authorizationId, claim.browserSecret);
  return new URL(claim.url).searchParams.get('state') ?? '';
}

/** The browsers' secrets, by attempt. */
const cookies = new Map<string, string>();
let people = 0;

function newAuthorization(link: string): Authorization {
  const now = Date.now();
  people += 1;
  return {
    status: 'new',
    id: randomUUID(),
    version: 1,
    owner: ownerOf(people),
    ownerName: 'Person',
    conversation: { key: `4:test/a:${userOf(people)}`, kind: 'personal', reference: {} },
    integration: INTEGRATION,
    profile: 'system',
    scopes: ['read'],
    purpose: 'be measured',
    linkHash: hashSecret(link),
    triesLeft: 3,
    createdAt: now,
    updatedAt: now,
    expiresAt: now + 15 * 60_000,
  };
}

/** What a handler must store: which browser left with which verifier, and later the token instead. */
interface Records {
  begin(state: string, attempt: Attempt): void;
  /** Works only once. */
  claim(state: string): Attempt | undefined;
  /** Ends the attempt and keeps the token, together. */
  finish(state: string, attempt: Attempt, token: object): void;
}

interface Attempt {
  readonly owner: string;
  readonly verifier: string;
  readonly browser: string;
}

/** An openid-client handler as its documentation shows it. */
function bare(name: string, product: Product, records: Records): Contestant {
  const server = new client.Configuration(
    {
      issuer: product.url,
      authorization_endpoint: `${product.url}/authorize`,
      token_endpoint: `${product.url}/token`,
    },
    'bench',
    'bench-secret',
  );
  client.allowInsecureRequests(server);
  let states: string[] = [];
  return {
    name,
    prepare: async (count) => {
      states = Array.from({ length: count }, () => client.randomState());
      for (const state of states) {
        people += 1;
        const attempt = { owner: ownerKey(ownerOf(people)), verifier: client.randomPKCECodeVerifier() };
        records.begin(sha256(state), { ...attempt, browser: sha256(BROWSER_SECRET) });
      }
    },
    operation: async () => {
      const callback = new URL(REDIRECT_URI);
      callback.search = new URLSearchParams({ code: 'the-code', state: states.pop() ?? '' }).toString();
      const state = callback.searchParams.get('state') ?? '';
      const attempt = records.claim(sha256(state));
      if (attempt === undefined || attempt.browser !== sha256(BROWSER_SECRET)) throw new Error('unknown state');
      const checks = { expectedState: state, pkceCodeVerifier: attempt.verifier };
      const token = await client.authorizationCodeGrant(server, callback, checks);
      const me = await client.fetchProtectedResource(server, token.access_token, new URL('/me', product.url), 'GET');
      records.finish(sha256(state), attempt, { ...token, account: await me.json() });
    },
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function recordsInMemory(): Records {
  const attempts = new Map<string, Attempt>();
  const claimed = new Set<string>();
  const tokens = new Map<string, object>();
  return {
    begin: (state, attempt) => void attempts.set(state, attempt),
    claim: (state) => {
      if (claimed.has(state)) return undefined;
      claimed.add(state);
      return attempts.get(state);
    },
    finish: (state, { owner }, token) => {
      attempts.delete(state);
      claimed.delete(state);
      tokens.set(owner, token);
    },
  };
}

/** Two commits that are on the disk before the handler continues; the second one seals the token. */
function durableRecords(file: string): Records {
  const database = new DatabaseSync(file);
  database.exec('pragma journal_mode = wal; pragma synchronous = full');
  database.exec(
    'create table attempts (state text primary key, owner text, verifier text, browser text, claimed int) strict',
  );
  database.exec('create table tokens (owner text primary key, sealed blob) strict');
  const insert = database.prepare('insert into attempts values (?, ?, ?, ?, 0)');
  const claim = database.prepare(
    'update attempts set claimed = 1 where state = ? and claimed = 0 returning owner, verifier, browser',
  );
  const remove = database.prepare('delete from attempts where state = ?');
  const keep = database.prepare('insert into tokens values (?, ?)');
  const key = createSecretKey(randomBytes(32));
  return {
    begin: (state, { owner, verifier, browser }) => void insert.run(state, owner, verifier, browser),
    claim: (state) => {
      const row = claim.get(state);
      if (row === undefined) return undefined;
      return { owner: String(row.owner), verifier: String(row.verifier), browser: String(row.browser) };
    },
    finish: (state, { owner }, token) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const sealed = Buffer.concat([iv, cipher.update(JSON.stringify(token)), cipher.final(), cipher.getAuthTag()]);
      database.exec('begin immediate');
      remove.run(state);
      keep.run(owner, sealed);
      database.exec('commit');
    },
  };
}

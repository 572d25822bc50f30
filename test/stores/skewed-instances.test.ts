import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { examine } from '../../src/examine.ts';
import { findCredential } from '../../src/flows/find-credential.ts';
import type { Services } from '../../src/flows/services.ts';
import { defineIntegration } from '../../src/integrations/index.ts';
import { type Logger, silentLogger } from '../../src/logger.ts';
import type { Integration } from '../../src/model/integration.ts';
import { openServices } from '../../src/open-services.ts';
import { ann, authorization, connection, KEYS } from '../vault/records.ts';
import { startTestPostgres, type TestDatabase, type TestPostgres } from './test-postgres.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

let server: TestPostgres;
beforeAll(async () => {
  server = await startTestPostgres();
}, 180_000);
afterAll(() => server?.stop());

let database: TestDatabase;
let product: RotatingProduct;
const instances: Services[] = [];
beforeEach(async () => {
  database = await server.newDatabase();
  product = await startRotatingProduct();
});
afterEach(async () => {
  for (const { vault } of instances.splice(0)) await vault.close();
  await product.close();
  await database.drop();
});

interface RotatingProduct {
  readonly integration: Integration;
  /** Milliseconds that it takes to renew, or for ever the status that it answers. */
  readonly set: { delay: number; failing: boolean };
  readonly seen: { renewals: number; reused: number };
  close(): Promise<void>;
}

/** Each refresh token works once; whoever sends one twice ends the grant. */
async function startRotatingProduct(): Promise<RotatingProduct> {
  const set = { delay: 0, failing: false };
  const seen = { renewals: 0, reused: 0 };
  let good = 'refresh-0';
  const http = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const sent = new URLSearchParams(body).get('refresh_token');
    seen.renewals += 1;
    const rotated = sent === good && !set.failing;
    if (sent !== good) seen.reused += 1;
    if (rotated) good = `refresh-${seen.renewals}`;
    const answer = {
      access_token: `access-${seen.renewals}`,
      token_type: 'bearer',
      expires_in: 3600,
      refresh_token: good,
    };
    await new Promise((resolve) => setTimeout(resolve, set.delay));
    response.writeHead(set.failing ? 503 : rotated ? 200 : 400, { 'content-type': 'application/json' });
    response.end(JSON.stringify(rotated ? answer : { error: 'invalid_grant' }));
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const address = http.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const integration = defineIntegration({
    id: 'acme',
    name: 'Acme',
    baseUrl: url,
    allowInsecureLoopback: true,
    profiles: [
      {
        id: 'system',
        title: 'Acme',
        method: 'oauth2',
        clientId: 'bot',
        clientSecret: 'the-client-secret',
        authorizationUrl: `${url}/authorize`,
        tokenUrl: `${url}/token`,
        scopes: ['read'],
      },
    ],
    check: { path: '/me', account: { id: 'id' } },
  });
  const close = () =>
    new Promise<void>((done) => {
      http.close(() => done());
      http.closeAllConnections();
    });
  return { integration, set, seen, close };
}

/** One process of the bot, on a machine whose clock is wrong. */
async function instance(ahead: number, logger: Logger = silentLogger): Promise<Services> {
  const options = { publicUrl: 'https://bot.example.com', store: database.url, keys: KEYS, logger };
  const machine = { now: () => Date.now() + ahead, elapsed: () => performance.now() };
  const services = await openServices({ ...options, integrations: [product.integration] }, () => {}, machine);
  instances.push(services);
  return services;
}

/** Ann's connection, whose access token ended a while ago. */
async function connected({ vault, now }: Services): Promise<void> {
  const { version: _, ...ended } = connection({
    createdAt: now() - HOUR,
    updatedAt: now() - HOUR,
    expiresAt: now() - 1,
  });
  const credential = { type: 'oauth2', accessToken: 'access-0', refreshToken: 'refresh-0', scopes: ['read'] } as const;
  await vault.connections.save(ended, credential);
}

const used = (services: Services) =>
  findCredential(services, { owner: ann, action: { integration: 'acme', scopes: ['read'] } });

describe.each([
  ['a day ahead', DAY, 0],
  ['a day behind', 0, -DAY],
  ['a day either way', -DAY, DAY],
  ['45 s ahead', 45_000, 0],
  ['45 s behind', 0, -45_000],
])('two instances on one database, one of them %s', (_name, one, other) => {
  let first: Services;
  let second: Services;
  beforeEach(async () => {
    first = await instance(one);
    second = await instance(other);
    await connected(first);
  });

  test('renew a rotating token once, and nobody loses a connection', async () => {
    product.set.delay = 100;
    const found = await Promise.all([first, second, first, second].map(used));
    expect(found.map(({ status }) => status)).toEqual(['ready', 'ready', 'ready', 'ready']);
    expect(product.seen).toEqual({ renewals: 1, reused: 0 });
    // and what is fresh to one is fresh to the other
    expect([await used(first), await used(second)]).toMatchObject([{ status: 'ready' }, { status: 'ready' }]);
    expect(product.seen.renewals).toBe(1);
  });

  test('leave a failing product alone together', async () => {
    product.set.failing = true;
    expect(await used(first)).toEqual({ status: 'unreachable' });
    expect(await used(second)).toEqual({ status: 'unreachable' });
    expect(product.seen.renewals).toBe(1);
  });

  test('claim a notice once', async () => {
    const [now, then] = [first.now(), second.now()];
    expect(Math.abs(now - then)).toBeLessThan(1_000);
    const notice = {
      kind: 'revoke',
      integration: 'acme',
      profile: 'system',
      credential: { type: 'oauth2', accessToken: 'a', scopes: [] },
    } as const;
    await first.vault.outbox.put('o1', 'o1', now, now, notice);
    const claims = [];
    for (const { vault, now, processId } of [second, first]) {
      claims.push(...(await vault.outbox.claim(now() + 1_000, now() + 30_000, processId, 10)));
    }
    expect(claims).toHaveLength(1);
  });

  test('agree on whether a link still works', async () => {
    const expiresAt = first.now() + 5_000;
    await first.vault.authorizations.insert(
      authorization({ createdAt: first.now(), updatedAt: first.now(), expiresAt }),
    );
    for (const { vault, now } of [first, second])
      expect(await vault.authorizations.due(now(), now() - HOUR, 10)).toEqual([]);
  });
});

test.each([
  [DAY, true],
  [-62_000, true],
  [45_000, false],
])('a start on a machine that is %i ms ahead says so, and so does the doctor: %s', async (ahead, says) => {
  const events: unknown[] = [];
  await instance(ahead, (event) => void events.push(event));
  const seconds = Math.round(ahead / 1000);
  expect(events).toMatchObject(says ? [{ event: 'clock_skew', seconds }] : []);
  const findings = await examine({
    publicUrl: 'http://127.0.0.1:1',
    store: database.url,
    keys: KEYS,
    integrations: [],
    now: () => Date.now() + ahead,
  });
  const seen = findings.filter(({ check, about }) => check === 'clock' && about === 'store');
  expect(seen).toMatchObject(
    says
      ? [
          {
            verdict: 'warning',
            text: `${Math.abs(seconds)} s ${ahead > 0 ? 'ahead of' : 'behind'} the PostgreSQL server`,
          },
        ]
      : [],
  );
});

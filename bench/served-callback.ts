import { createCipheriv, createHash, createSecretKey, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as client from 'openid-client';
import { type Contestant, measure, ratioOf } from './measure.ts';
import { type Product, startProduct } from './product.ts';
import { compare, judge, named, printComparison, type Verdict } from './report.ts';
import { listen, serveBot } from './served-bot.ts';
import { INTEGRATION } from './stored-connections.ts';
import { type Claimed, claimInBrowser, comeBack } from './web-person.ts';

const LIMIT = 'openid-client on the same server, three commits (the limit)';
const TWIN = 'the same again';
const LIBRARY = 'Latchkey';

/**
 * A callback from the outside: from the browser's request to the response, on a real server. Every contestant commits the claim,
 * the token before it makes another call, and the outcome of the check; all make the same two calls to the product.
 */
export async function benchServedCallback(folder: string, short: boolean): Promise<readonly Verdict[]> {
  const product = await startProduct();
  const bot = await serveBot(`sqlite:${join(folder, 'served.db')}`, product.url);
  const handlers = await Promise.all([
    serveHandler(LIMIT, product, join(folder, 'handler.db')),
    serveHandler(TWIN, product, join(folder, 'handler-again.db')),
  ]);
  let claimed: Claimed[] = [];
  const library: Contestant = {
    name: LIBRARY,
    prepare: async (count) => {
      claimed = [];
      for (let n = 0; n < count; n += 1) claimed.push(await claimInBrowser((await bot.begin()).link));
    },
    operation: async () => comeBack(bot.url, INTEGRATION, taken(claimed)),
  };
  const [limit, twin] = handlers;
  const contestants = [limit.contestant, library, twin.contestant];
  const plan = { rounds: short ? 5 : 31, warmUp: short ? 3 : 30, slices: 3, operations: short ? 10 : 40 };
  const measured = await measure(contestants, plan);
  await bot.close();
  for (const { close } of handlers) close();
  product.close();

  const comparison = compare('a callback, from the outside', { base: LIMIT, twin: TWIN }, measured);
  printComparison(comparison);
  const { median } = ratioOf(named(measured, LIBRARY).wall, comparison.base.wall);
  return [judge('callback, request to answer: to the limit (wall)', median, 1.15, comparison.resolution)];
}

function taken(claimed: Claimed[]): Claimed {
  const one = claimed.pop();
  if (one === undefined) throw new Error('nobody is on the way');
  return one;
}

/** A handler as the documentation of openid-client shows it, but losing nothing when it is killed. */
async function serveHandler(name: string, product: Product, file: string) {
  const records = durableRecords(file);
  const { server, url } = await listen(async (request, response) => {
    const callback = new URL(request.url ?? '/', url);
    const state = callback.searchParams.get('state') ?? '';
    const attempt = records.claim(sha256(state));
    const browser = /(?:^|; )browser=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    if (attempt === undefined || attempt.browser !== sha256(browser)) return void response.writeHead(400).end();
    const checks = { expectedState: state, pkceCodeVerifier: attempt.verifier };
    const token = await client.authorizationCodeGrant(configuration, callback, checks);
    records.keep(sha256(state), token);
    const me = await client.fetchProtectedResource(
      configuration,
      token.access_token,
      new URL('/me', product.url),
      'GET',
    );
    records.finish(sha256(state), await me.text());
    response.writeHead(303, { location: '/done', 'content-length': 0 }).end();
  });
  const configuration = new client.Configuration(
    {
      issuer: product.url,
      authorization_endpoint: `${product.url}/authorize`,
      token_endpoint: `${product.url}/token`,
    },
    'bench',
    'bench-secret',
  );
  client.allowInsecureRequests(configuration);
  let claimed: Claimed[] = [];
  const contestant: Contestant = {
    name,
    prepare: async (count) => {
      claimed = Array.from({ length: count }, () => ({
        cookie: `browser=${randomBytes(32).toString('base64url')}`,
        state: client.randomState(),
      }));
      for (const { state, cookie } of claimed) {
        const browser = sha256(cookie.replace('browser=', ''));
        records.begin(sha256(state), { verifier: client.randomPKCECodeVerifier(), browser });
      }
    },
    operation: async () => comeBack(url, INTEGRATION, taken(claimed)),
  };
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { contestant, close };
}

interface Attempt {
  readonly verifier: string;
  readonly browser: string;
}

/** Three commits that are on the disk before the handler continues; tokens are sealed. */
function durableRecords(file: string) {
  const database = new DatabaseSync(file);
  database.exec('pragma journal_mode = wal; pragma synchronous = full');
  database.exec(
    'create table attempts (state text primary key, verifier text, browser text, claimed int, sealed blob, account text) strict',
  );
  const insert = database.prepare('insert into attempts (state, verifier, browser, claimed) values (?, ?, ?, 0)');
  const claim = database.prepare(
    'update attempts set claimed = 1 where state = ? and claimed = 0 returning verifier, browser',
  );
  const keep = database.prepare('update attempts set sealed = ? where state = ?');
  const finish = database.prepare('update attempts set account = ? where state = ?');
  const key = createSecretKey(randomBytes(32));
  return {
    begin: (state: string, { verifier, browser }: Attempt) => void insert.run(state, verifier, browser),
    claim: (state: string): Attempt | undefined => {
      const row = claim.get(state);
      return row && { verifier: String(row.verifier), browser: String(row.browser) };
    },
    keep: (state: string, token: object) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      keep.run(Buffer.concat([iv, cipher.update(JSON.stringify(token)), cipher.final(), cipher.getAuthTag()]), state);
    },
    finish: (state: string, account: string) => void finish.run(account, state),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

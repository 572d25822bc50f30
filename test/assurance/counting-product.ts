import { randomUUID } from 'node:crypto';
import { defineIntegration } from 'latchkey/integrations';
import type { Integration } from '../../src/model/integration.ts';
import { answerJson, startServer } from '../http/start-server.ts';

/** A product that knows which of its tokens are alive. Refresh tokens work once; a new pair ends the one before. */
export interface CountingProduct {
  readonly integration: Integration;
  readonly origin: string;
  /** The key that an account always has. */
  keyOf(account: string): string;
  /** Whoever signs in now. */
  account: string;
  /** Happens once, after the next pair was given and before that is answered; a process that died there delays nothing. */
  meanwhile: (() => Promise<unknown>) | undefined;
  /** All tokens that an account was ever given. */
  given(account: string): readonly string[];
  /** Tokens that work, of an account. */
  live(account: string): readonly string[];
  /** How often something was made with the account. */
  made(account: string): number;
  /** How often a path was asked for. */
  asked(path: string): number;
  /** The access tokens of the account work no longer; its refresh tokens do. */
  age(account: string): void;
  /** Gives a pair, as a sign-in before would have. */
  give(account: string): { readonly accessToken: string; readonly refreshToken: string };
  close(): Promise<void>;
}

/** @param ends what a revocation ends, as the product does it and as its profile says */
export async function startCountingProduct(ends: 'token' | 'grant'): Promise<CountingProduct> {
  const tokens = new Map<string, { readonly account: string; readonly pair: number }>();
  const ever: [account: string, token: string][] = [];
  let pairs = 0;
  let account = '42';
  let meanwhile: CountingProduct['meanwhile'];
  const give = (to: string) => {
    pairs += 1;
    const given = { accessToken: `access-${pairs}-${randomUUID()}`, refreshToken: `refresh-${pairs}-${randomUUID()}` };
    for (const token of Object.values(given)) {
      tokens.set(token, { account: to, pair: pairs });
      ever.push([to, token]);
    }
    return given;
  };
  const keys = new Map<string, string>();
  const made = new Map<string, number>();
  const asked = new Map<string, number>();
  const endPair = (pair: number) => {
    for (const [token, { pair: of }] of tokens) if (of === pair) tokens.delete(token);
  };
  const server = await startServer(async ({ url, body, headers }, response) => {
    const form = new URLSearchParams(body);
    asked.set(url, (asked.get(url) ?? 0) + 1);
    if (url.startsWith('/authorize')) return answerJson(response, 200, {});
    if (url === '/revoke') {
      const sent = form.get('token') ?? '';
      const known = tokens.get(sent);
      tokens.delete(sent);
      if (ends === 'grant' && known !== undefined) {
        for (const [token, { account: of }] of tokens) if (of === known.account) tokens.delete(token);
      }
      return answerJson(response, 200, {});
    }
    if (url !== '/token') {
      const key = headers['x-key'];
      const owner = typeof key === 'string' ? [...keys].find(([, one]) => one === key)?.[0] : undefined;
      const known =
        owner === undefined ? tokens.get((headers.authorization ?? '').replace('Bearer ', '')) : { account: owner };
      if (known === undefined) return answerJson(response, 401, {});
      if (url === '/make') made.set(known.account, (made.get(known.account) ?? 0) + 1);
      return answerJson(response, 200, { id: known.account });
    }
    const sent = form.get('refresh_token');
    const before = sent === null ? undefined : tokens.get(sent);
    if (sent !== null && before === undefined) return answerJson(response, 400, { error: 'invalid_grant' });
    if (before !== undefined) endPair(before.pair);
    const signedIn = /^of (\S+)/.exec(form.get('code') ?? '')?.[1] ?? account;
    const { accessToken, refreshToken } = give(before?.account ?? signedIn);
    // a bot that signs in by itself asks again
    const asksAgain = form.get('grant_type') === 'client_credentials';
    if (asksAgain) tokens.delete(refreshToken);
    const happens = meanwhile;
    meanwhile = undefined;
    if (happens !== undefined) await Promise.race([happens().catch(() => {}), pause(100)]);
    const token = { access_token: accessToken, token_type: 'bearer', expires_in: 3600, scope: 'read' };
    return answerJson(response, 200, asksAgain ? token : { ...token, refresh_token: refreshToken });
  });
  const { origin } = server;
  return {
    integration: acmeAt(origin, ends),
    origin,
    keyOf: (of) => {
      const key = keys.get(of) ?? `key-${randomUUID()}`;
      keys.set(of, key);
      return key;
    },
    made: (of) => made.get(of) ?? 0,
    asked: (path) => asked.get(path) ?? 0,
    age: (of) => {
      for (const [token, known] of tokens) {
        if (known.account === of && token.startsWith('access')) tokens.delete(token);
      }
    },
    get account() {
      return account;
    },
    set account(next) {
      account = next;
    },
    get meanwhile() {
      return meanwhile;
    },
    set meanwhile(next) {
      meanwhile = next;
    },
    given: (of) => ever.flatMap(([account, token]) => (account === of ? [token] : [])),
    live: (of) => [...tokens].flatMap(([token, known]) => (known.account === of ? [token] : [])),
    give,
    close: server.close,
  };
}

/** What a bot knows of the product at this address. */
export function acmeAt(origin: string, ends: 'token' | 'grant'): Integration {
  const client = {
    method: 'oauth2',
    clientId: 'bot',
    clientSecret: 'the-client-secret',
    tokenUrl: `${origin}/token`,
    revocationUrl: `${origin}/revoke`,
    revocationEnds: ends,
    scopes: ['read'],
  } as const;
  const bot = { ...client, grant: 'client_credentials' } as const;
  return defineIntegration({
    id: 'acme',
    name: 'Acme',
    baseUrl: origin,
    allowInsecureLoopback: true,
    profiles: [
      { ...client, id: 'system', title: 'Acme', authorizationUrl: `${origin}/authorize` },
      { ...bot, id: 'bot', title: 'The bot itself' },
      { ...bot, id: 'exchange', title: 'The bot’s own sign-in of somebody', exchange: {} },
    ],
    check: { path: '/me', account: { id: 'id' } },
  });
}

/** The same product, where people have a key instead. */
export function keyedAt(origin: string): Integration {
  return defineIntegration({
    id: 'beta',
    name: 'Beta',
    baseUrl: origin,
    allowInsecureLoopback: true,
    profiles: [
      {
        id: 'system',
        title: 'API key',
        method: 'api_key',
        fields: [{ key: 'apiKey', title: 'API key', type: 'password' }],
        placements: [{ in: 'header', name: 'X-Key', value: '{{apiKey}}' }],
      },
    ],
    check: { path: '/me', account: { id: 'id' } },
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

import { defineIntegration } from '../../src/integrations/index.ts';
import type { Integration } from '../../src/model/integration.ts';
import { answerJson, startServer } from '../http/start-server.ts';

/** A product that knows which of its tokens are alive. Refresh tokens work once; a new pair ends the one before. */
export interface CountingProduct {
  readonly integration: Integration;
  /** Whoever signs in now. */
  account: string;
  /** Happens once, after the next pair was given and before that is answered; a process that died there delays nothing. */
  meanwhile: (() => Promise<unknown>) | undefined;
  /** Tokens that work, of an account. */
  live(account: string): readonly string[];
  /** Gives a pair, as a sign-in before would have. */
  give(account: string): { readonly accessToken: string; readonly refreshToken: string };
  close(): Promise<void>;
}

/** @param ends what a revocation ends, as the product does it and as its profile says */
export async function startCountingProduct(ends: 'token' | 'grant'): Promise<CountingProduct> {
  const tokens = new Map<string, { readonly account: string; readonly pair: number }>();
  let pairs = 0;
  let account = '42';
  let meanwhile: CountingProduct['meanwhile'];
  const give = (to: string) => {
    pairs += 1;
    const given = { accessToken: `access-${pairs}`, refreshToken: `refresh-${pairs}` };
    for (const token of Object.values(given)) tokens.set(token, { account: to, pair: pairs });
    return given;
  };
  const endPair = (pair: number) => {
    for (const [token, { pair: of }] of tokens) if (of === pair) tokens.delete(token);
  };
  const server = await startServer(async ({ url, body, headers }, response) => {
    const form = new URLSearchParams(body);
    if (url === '/revoke') {
      const sent = form.get('token') ?? '';
      const known = tokens.get(sent);
      tokens.delete(sent);
      if (ends === 'grant' && known !== undefined) {
        for (const [token, { account: of }] of tokens) if (of === known.account) tokens.delete(token);
      }
      return answerJson(response, 200, {});
    }
    if (url === '/me') {
      const known = tokens.get((headers.authorization ?? '').replace('Bearer ', ''));
      return known === undefined ? answerJson(response, 401, {}) : answerJson(response, 200, { id: known.account });
    }
    const sent = form.get('refresh_token');
    const before = sent === null ? undefined : tokens.get(sent);
    if (sent !== null && before === undefined) return answerJson(response, 400, { error: 'invalid_grant' });
    if (before !== undefined) endPair(before.pair);
    const { accessToken, refreshToken } = give(before?.account ?? account);
    const happens = meanwhile;
    meanwhile = undefined;
    if (happens !== undefined) await Promise.race([happens().catch(() => {}), pause(100)]);
    const token = { access_token: accessToken, token_type: 'bearer', expires_in: 3600, scope: 'read' };
    return answerJson(response, 200, { ...token, refresh_token: refreshToken });
  });
  const { origin } = server;
  return {
    integration: defineIntegration({
      id: 'acme',
      name: 'Acme',
      baseUrl: origin,
      allowInsecureLoopback: true,
      profiles: [
        {
          id: 'system',
          title: 'Acme',
          method: 'oauth2',
          clientId: 'bot',
          clientSecret: 'the-client-secret',
          authorizationUrl: `${origin}/authorize`,
          tokenUrl: `${origin}/token`,
          revocationUrl: `${origin}/revoke`,
          revocationEnds: ends,
          scopes: ['read'],
        },
      ],
      check: { path: '/me', account: { id: 'id' } },
    }),
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
    live: (of) => [...tokens].flatMap(([token, known]) => (known.account === of ? [token] : [])),
    give,
    close: server.close,
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

import { defineIntegration } from '../../src/integrations/index.ts';
import type { Integration } from '../../src/model/integration.ts';
import { answerJson, startServer } from '../http/start-server.ts';

/** A product whose refresh tokens work once: whoever sends one twice ends the grant. */
export interface GrantingProduct {
  readonly integration: Integration;
  readonly set: {
    /** What the revocation endpoint says. */
    revocationStatus: number;
    /** It takes requests and never says anything. */
    hangs: boolean;
    /** What the check says, and whose account it is. */
    checkStatus: number;
    checkHeaders: Readonly<Record<string, string>>;
    account: string;
    /** Called when a token was given, before that is told. */
    given: () => Promise<void>;
  };
  /** Paths, in the order in which they were asked for. */
  readonly asked: string[];
  readonly revoked: string[];
  /** The refresh token that works. */
  good(): string;
  close(): Promise<void>;
}

export async function startGrantingProduct(profile: Readonly<Record<string, unknown>> = {}): Promise<GrantingProduct> {
  const set = {
    revocationStatus: 200,
    hangs: false,
    checkStatus: 200,
    checkHeaders: {},
    account: '42',
    given: async () => {},
  };
  const asked: string[] = [];
  const revoked: string[] = [];
  let count = 0;
  const server = await startServer(async ({ url, body }, response) => {
    asked.push(url);
    if (set.hangs) return;
    const form = new URLSearchParams(body);
    if (url === '/revoke') {
      if (set.revocationStatus === 200) revoked.push(form.get('token') ?? '');
      return answerJson(response, set.revocationStatus, {});
    }
    if (url !== '/token') return answerJson(response, set.checkStatus, { id: set.account }, set.checkHeaders);
    const sent = form.get('refresh_token');
    if (sent !== null && sent !== `refresh-${count}`) return answerJson(response, 400, { error: 'invalid_grant' });
    count += 1;
    const answer = {
      access_token: `access-${count}`,
      refresh_token: `refresh-${count}`,
      token_type: 'bearer',
      expires_in: 3600,
    };
    await set.given();
    return answerJson(response, 200, answer);
  });
  const { origin } = server;
  const integration = defineIntegration({
    id: 'acme',
    name: 'Acme',
    baseUrl: origin,
    allowInsecureLoopback: true,
    manageUrl: 'https://acme.example/apps',
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
        scopes: ['read'],
        ...profile,
      },
    ],
    check: { path: '/me', account: { id: 'id' } },
  });
  return { integration, set, asked, revoked, good: () => `refresh-${count}`, close: server.close };
}

import { createServer } from 'node:http';
import { defineIntegration } from '../../src/integrations/index.ts';
import type { Integration } from '../../src/model/integration.ts';

/** A product whose refresh tokens work once each, and whose codes work once each. */
export interface RotatingProduct {
  readonly integration: Integration;
  readonly set: { failing: boolean; delay: number };
  readonly seen: { exchanges: number; renewals: number; reused: number };
  /** The refresh token that is good now, of a grant as it was made last. */
  good(): string;
  close(): Promise<void>;
}

export async function startRotatingProduct(): Promise<RotatingProduct> {
  const set = { failing: false, delay: 0 };
  const seen = { exchanges: 0, renewals: 0, reused: 0 };
  const good = new Set(['refresh-0']);
  let made = 0;
  let last = 'refresh-0';
  const http = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    await new Promise((resolve) => setTimeout(resolve, set.delay));
    const answer = answerOf(request.url ?? '', new URLSearchParams(body));
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer.body));
  });

  function answerOf(path: string, form: URLSearchParams): { readonly status: number; readonly body: object } {
    if (set.failing) return { status: 503, body: {} };
    if (path === '/me') return { status: 200, body: { id: '42', name: 'ann@example.com' } };
    if (path !== '/token') return { status: 200, body: {} };
    if (form.get('grant_type') === 'refresh_token') {
      seen.renewals += 1;
      const sent = form.get('refresh_token') ?? '';
      if (!good.delete(sent)) {
        seen.reused += 1;
        return { status: 400, body: { error: 'invalid_grant' } };
      }
    } else {
      seen.exchanges += 1;
    }
    made += 1;
    last = `refresh-${made}`;
    good.add(last);
    const token = { access_token: `access-${made}`, token_type: 'bearer', expires_in: 3600, scope: 'read' };
    return { status: 200, body: { ...token, refresh_token: last } };
  }

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
    check: { path: '/me', account: { id: 'id', label: 'name' } },
  });
  return {
    integration,
    set,
    seen,
    good: () => last,
    close: () =>
      new Promise((done) => {
        http.close(() => done());
        http.closeAllConnections();
      }),
  };
}

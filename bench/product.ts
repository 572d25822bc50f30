import { type ChildProcess, fork } from 'node:child_process';
import { createServer } from 'node:http';
import type { Integration } from 'latchkey';
import { ANSWER } from './answer.ts';

/**
 * A product that responds at once, in a process of its own so that its CPU time is not counted: a token endpoint, an endpoint
 * for the token's owner, and one more. It is also the channel's connector and Bot Framework's token service.
 */
export interface Product {
  readonly url: string;
  close(): void;
}

export const ACCESS_TOKEN = 'eyJhbGciOiJub25lIn0.bench.'.padEnd(600, 'x');
export const ACCOUNT = { id: 'acc-1', label: 'person@example.com' };
const FORMS = { forms: [{ id: 1, title: 'Contact' }] };

export async function startProduct(): Promise<Product> {
  const child = fork(import.meta.filename, ['serve'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return { url: await addressOf(child), close: () => child.disconnect() };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('message', (url) => resolve(String(url)));
    child.once('exit', () => reject(new Error('the product ended')));
  });
}

/** Its definition for the library. */
export function integrationOf(url: string): Integration {
  return {
    id: 'bench',
    name: 'Bench',
    baseUrl: url,
    profiles: [
      {
        id: 'system',
        title: 'Bench account',
        method: 'oauth2',
        origin: 'system',
        clientId: 'bench',
        clientSecret: 'bench-secret',
        authorizationUrl: `${url}/authorize`,
        tokenUrl: `${url}/token`,
        scopes: ['read'],
        placements: [{ in: 'header', name: 'Authorization', value: 'Bearer {{accessToken}}' }],
      },
    ],
    check: { method: 'GET', path: '/me', account: (body) => readAccount(body) },
    allowInsecureLoopback: true,
  };
}

function readAccount(body: unknown): typeof ACCOUNT | undefined {
  if (typeof body !== 'object' || body === null || !('id' in body) || !('label' in body)) return undefined;
  return { id: String(body.id), label: String(body.label) };
}

function serve(): void {
  const token = JSON.stringify({
    access_token: ACCESS_TOKEN,
    refresh_token: 'r'.repeat(64),
    token_type: 'Bearer',
    expires_in: 3600,
    scope: 'read',
  });
  const account = JSON.stringify(ACCOUNT);
  const forms = JSON.stringify(FORMS);
  const heard = JSON.stringify({ id: '1' });
  const userToken = JSON.stringify({ connectionName: 'bench', token: ACCESS_TOKEN });
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const isSignedIn = request.headers.authorization === `Bearer ${ACCESS_TOKEN}`;
      response.setHeader('content-type', 'application/json');
      if (pathname === '/token') response.end(token);
      else if (pathname === '/api/usertoken/GetToken') response.end(userToken);
      else if (pathname === '/api/usertoken/GetTokenOrSignInResource') response.end(`{"tokenResponse":${userToken}}`);
      else if (pathname.startsWith('/v3/conversations/'))
        response.writeHead(body.includes(ANSWER) ? 200 : 400).end(heard);
      else if (!isSignedIn) response.writeHead(401).end('{}');
      else response.end(pathname === '/me' ? account : forms);
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (typeof address === 'object' && address !== null) process.send?.(`http://127.0.0.1:${address.port}`);
  });
  process.once('disconnect', () => process.exit());
}

if (process.argv[2] === 'serve') serve();

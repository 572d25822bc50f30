import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer, HttpBrowser } from '../http-browser.ts';
import { submitAt } from './running-console.ts';

/** A company's OpenID provider on a real server. Signs everybody in at once, as `subject`. */
export interface Company {
  readonly issuer: string;
  subject: string;
  /** Verified. Default: the ID token has none. */
  email: string | undefined;
  /** The clock of the console, in seconds. */
  now: () => number;
  close(): void;
}

/** Where the sign-in page sends the browser. */
export async function beginAtCompany(browser: HttpBrowser): Promise<string> {
  const { text } = await submitAt(browser, '/console/sign-in', '/console/openid');
  return addressIn(text);
}

/** The way back from the company, as a path of ours. */
export async function fromCompany(url: string): Promise<string> {
  const answer = await fetch(url, { redirect: 'manual' });
  const back = new URL(answer.headers.get('location') ?? '');
  return `${back.pathname}${back.search}`;
}

export async function signInByCompany(browser: HttpBrowser): Promise<Answer> {
  return browser.get(await fromCompany(await beginAtCompany(browser)));
}

/** Where a page that sends the browser away leads. */
export function addressIn(page: string): string {
  return (/class="button" href="([^"]+)"/.exec(page)?.[1] ?? '').replaceAll('&amp;', '&');
}

export async function startCompany(): Promise<Company> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const asked = new Map<
    string,
    { readonly nonce: string; readonly subject: string; readonly email: string | undefined }
  >();
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '', company.issuer);
    const json = (body: unknown) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json({
          issuer: company.issuer,
          authorization_endpoint: `${company.issuer}/authorize`,
          token_endpoint: `${company.issuer}/token`,
          jwks_uri: `${company.issuer}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          code_challenge_methods_supported: ['S256'],
        });
      case '/keys':
        return json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] });
      case '/authorize': {
        const code = `code-${asked.size}`;
        asked.set(code, { nonce: url.searchParams.get('nonce') ?? '', subject: company.subject, email: company.email });
        const back = new URL(url.searchParams.get('redirect_uri') ?? '');
        back.search = String(new URLSearchParams({ code, state: url.searchParams.get('state') ?? '' }));
        response.writeHead(302, { location: back.href });
        return response.end();
      }
      case '/token':
        return void (async () => {
          let body = '';
          for await (const chunk of request) body += chunk;
          const known = asked.get(new URLSearchParams(body).get('code') ?? '');
          const now = Math.floor(company.now());
          const claims = {
            iss: company.issuer,
            sub: known?.subject,
            aud: 'console',
            nonce: known?.nonce,
            iat: now,
            exp: now + 60,
            auth_time: now,
            ...(known?.email === undefined ? {} : { email: known.email, email_verified: true }),
          };
          const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
          const signed = `${part({ alg: 'RS256', kid: 'k' })}.${part(claims)}`;
          const signature = sign('sha256', Buffer.from(signed), privateKey).toString('base64url');
          json({ access_token: 'a', token_type: 'bearer', id_token: `${signed}.${signature}` });
        })();
      default:
        response.writeHead(404);
        return response.end();
    }
  });
  const company: Company & { issuer: string } = {
    issuer: '',
    subject: '',
    email: undefined,
    now: () => Date.now() / 1000,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  company.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return company;
}

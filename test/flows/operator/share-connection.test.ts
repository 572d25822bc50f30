import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findCredential } from '../../../src/flows/find-credential.ts';
import { shareConnection } from '../../../src/flows/operator/share-connection.ts';
import type { Services } from '../../../src/flows/services.ts';
import { defineIntegration } from '../../../src/integrations/index.ts';
import { openServices } from './open-services.ts';

const actor = { name: 'deploy' };
const close: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of close.splice(0)) await end();
});

let services: Services;
let tokens: number;
let clock: number;
beforeEach(async () => {
  tokens = 0;
  clock = Date.parse('2026-06-01T12:00:00Z');
  const url = await startProduct();
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-share-'));
  const integration = defineIntegration({
    id: 'ledger',
    name: 'Ledger',
    baseUrl: url,
    allowInsecureLoopback: true,
    profiles: ['right', 'wrong'].map((clientSecret) => ({
      id: clientSecret,
      title: 'The bot itself',
      method: 'oauth2',
      grant: 'client_credentials',
      clientId: 'bot',
      clientSecret,
      tokenUrl: `${url}/token`,
    })),
    check: { path: '/me', account: { id: 'id' } },
  });
  services = await openServices(`sqlite:${join(folder, 'latchkey.db')}`, `k1:${randomBytes(32).toString('base64')}`, {
    integrations: new Map([[integration.id, integration]]),
    declared: [integration],
    now: () => clock,
  });
  close.push(async () => {
    await services.vault.close();
    rmSync(folder, { recursive: true, force: true });
  });
});

/** Each token lives an hour, and the client is asked for by HTTP form. */
async function startProduct(): Promise<string> {
  const server = createServer(async (request, response) => {
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(Buffer.from(chunk));
    const form = new URLSearchParams(Buffer.concat(body).toString());
    const known = form.get('grant_type') === 'client_credentials' && form.get('client_secret') === 'right';
    const signedIn = request.headers.authorization === `Bearer token-${tokens}`;
    const answer =
      request.url === '/token'
        ? known
          ? { access_token: `token-${++tokens}`, token_type: 'Bearer', expires_in: 3600 }
          : { error: 'invalid_client' }
        : { id: 'bot-account' };
    response.writeHead((request.url === '/token' ? known : signedIn) ? 200 : 401, {
      'content-type': 'application/json',
    });
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  close.push(
    () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  );
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

const share = (profile: string) => shareConnection(services, { actor, integration: 'ledger', profile, values: {} });

describe('sharing the account of the bot itself', () => {
  it('needs no browser: the client is presented, and its account is the shared one', async () => {
    expect(await share('right')).toEqual({ status: 'connected', account: { id: 'bot-account', label: 'bot-account' } });
    const setup = {
      integration: 'ledger',
      version: 1,
      enabled: true,
      mode: 'preauthorized',
      audience: { kind: 'everyone' },
      updatedAt: 1,
    } as const;
    services.setups.set('ledger', setup);
    await services.vault.setups.put(setup);
    const ann = { kind: 'user', bot: 'bot', channel: 'msteams', tenant: '', user: 'ann' } as const;
    const use = () => findCredential(services, { owner: ann, action: { integration: 'ledger', scopes: [] } });
    expect(await use()).toMatchObject({ status: 'ready', stored: { connection: { owner: { kind: 'shared' } } } });
    expect(tokens).toBe(1);
    // past the end of its first token it is asked for again, without anybody
    clock += 7_200_000;
    const found = await use();
    expect(found.status).toBe('ready');
    expect(tokens).toBe(2);
  });

  it('that the product does not accept leaves nothing', async () => {
    expect(await share('wrong')).toEqual({ status: 'refused' });
    expect(await services.vault.connections.listAll({ limit: 9 })).toEqual([]);
    expect(await services.vault.authorizations.countOpen()).toBe(0);
  });
});

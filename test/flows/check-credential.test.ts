import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Authorizer, createAuthorizer, type Owner, silentLogger } from 'latchkey';
import { defineIntegration } from 'latchkey/integrations';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answerJson, startServer, type TestServer } from '../http/start-server.ts';
import { verbsOf } from '../verbs-of.ts';

const KEY = 'k3y-of-the-ledger-0123456789';
const ANN: Owner = { kind: 'user', bot: 'app', channel: 'msteams', tenant: 't', user: 'ann' };

let folder: string;
let product: TestServer;
let authorizer: Authorizer;
let account: object;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-account-'));
  product = await startServer((_, response) => answerJson(response, 200, account));
  authorizer = await createAuthorizer({
    publicUrl: 'http://127.0.0.1:1',
    store: `sqlite:${join(folder, 'latchkey.db')}`,
    keys: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
    appId: 'app',
    logger: silentLogger,
    integrations: [
      defineIntegration({
        id: 'ledger',
        name: 'Ledger',
        baseUrl: product.origin,
        allowInsecureLoopback: true,
        check: { path: '/me', account: { id: 'id', label: 'name', role: 'role' } },
        profiles: [
          {
            id: 'key',
            title: 'Key',
            method: 'api_key',
            fields: [{ key: 'key', title: 'Key' }],
            placements: [{ in: 'header', name: 'X-Key', value: '{{key}}' }],
          },
          { id: 'password', title: 'Password', method: 'basic' },
        ],
      }),
    ],
  });
});
afterEach(async () => {
  await authorizer.close();
  await product.close();
  rmSync(folder, { recursive: true, force: true });
});

const written = () => readdirSync(folder).map((file) => readFileSync(join(folder, file), 'latin1'));

async function connect(profile: string, values: Readonly<Record<string, string>>) {
  const begun = await verbsOf(authorizer).beginAuthorization({
    owner: ANN,
    ownerName: 'Ann',
    conversation: { key: 'chat', kind: 'personal', reference: {} },
    integration: 'ledger',
    profile,
    purpose: 'look',
    scopes: [],
  });
  if (begun.status !== 'begun') throw new Error(begun.status);
  const { id: authorizationId } = begun.authorization;
  return verbsOf(authorizer).submitCredential({ owner: ANN, conversationKey: 'chat', authorizationId, values });
}

it.each([
  ['id', { id: KEY, name: 'Ann' }],
  ['name', { id: 7, name: `key ${KEY}` }],
  ['role', { id: 7, name: 'Ann', role: `owner of ${KEY}` }],
])('an account whose %s is the key itself is no account: nothing of it is stored or shown', async (_where, answer) => {
  account = answer;
  expect(await connect('key', { key: KEY })).toEqual({ status: 'unreachable' });
  expect(await verbsOf(authorizer).listConnections(ANN)).toEqual([]);
  expect(written().join('')).not.toContain(KEY);
  const test = { actor: { name: 'deploy' }, integration: 'ledger', profile: 'key', values: { key: KEY } };
  const tested = await authorizer.operator.testProfile(test);
  expect(tested).toMatchObject({ status: 'answered', accepted: false });
  expect(JSON.stringify(tested)).not.toContain(KEY);
});

it('a password may be a word that the account has too', async () => {
  account = { id: 7, name: 'Correct Horse Battery Staple' };
  const values = { userName: 'ann', password: 'Correct Horse Battery Staple' };
  expect(await connect('password', values)).toMatchObject({ status: 'connected' });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { beginAuthorization } from '../../src/flows/begin-authorization.ts';
import { defineIntegration } from '../../src/integrations/define-integration.ts';
import { beginErrand, errandTransition } from '../../src/model/errand.ts';
import { ownerKey, type UserOwner } from '../../src/model/owner.ts';
import { openServices } from './operator/open-services.ts';

const acme = defineIntegration({
  id: 'acme',
  name: 'Acme',
  baseUrl: 'https://acme.example',
  profiles: [
    {
      id: 'key',
      title: 'API key',
      method: 'api_key',
      fields: [{ key: 'apiKey', title: 'API key', type: 'password' }],
      placements: [{ in: 'header', name: 'Authorization', value: '{{apiKey}}' }],
    },
  ],
  check: { method: 'GET', path: '/me', account: () => undefined },
});
const owner: UserOwner = { kind: 'user', bot: 'bot', channel: 'msteams', tenant: 't1', user: 'ann' };
const conversation = { key: 'chat of ann', kind: 'personal', reference: {} } as const;

let folder: string;
let services: Awaited<ReturnType<typeof openServices>>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-begin-'));
  const keys = `k1:${Buffer.alloc(32, 7).toString('base64')}`;
  const integrations = new Map([['acme', acme]]);
  services = await openServices(`sqlite:${join(folder, 'latchkey.db')}`, keys, { declared: [acme], integrations });
});
afterEach(async () => {
  await services.vault.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What one message asks for: the channel may deliver the message to two processes. */
const asked = (id: string) =>
  beginErrand(
    {
      id,
      owner,
      ownerName: 'Ann',
      conversation,
      integration: 'acme',
      begunBy: 'message',
      input: {},
      answers: {},
      by: 'plain',
    },
    { next: 'ready', activityId: 'message' },
    services.now(),
  );
const begin = (record: ReturnType<typeof asked>) =>
  beginAuthorization(services, {
    owner,
    ownerName: 'Ann',
    conversation,
    integration: 'acme',
    purpose: 'test it',
    scopes: [],
    errand: { record },
  });

/** The row of the other process, which is over already. */
async function storeTheirs(): Promise<void> {
  const theirs = errandTransition(asked('theirs'), { type: 'abandon' }, services.now());
  if (!theirs.ok) throw new Error(theirs.why);
  expect(await services.vault.errands.begin(theirs.errand)).toBe(true);
}

it('leaves no attempt and no link where another process has begun what the message asks for', async () => {
  await storeTheirs();
  expect(await begin(asked('mine'))).toEqual({ status: 'taken' });
  expect(await services.vault.authorizations.openOf(ownerKey(owner))).toEqual([]);
});

it('keeps the link that is open where another process has begun what the message asks for', async () => {
  const first = await begin({ ...asked('first'), begunBy: 'another message' });
  expect(first.status).toBe('begun');
  await storeTheirs();
  const before = await services.vault.authorizations.openOf(ownerKey(owner));
  expect(await begin({ ...asked('mine'), input: { what: 'tea' } })).toEqual({ status: 'taken' });
  expect(await services.vault.authorizations.openOf(ownerKey(owner))).toEqual(before);
});

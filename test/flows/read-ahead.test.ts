import { expect, it } from 'vitest';
import { findCredential, keepAhead } from '../../src/flows/find-credential.ts';
import type { Credential } from '../../src/model/credential.ts';
import { ownerKey } from '../../src/model/owner.ts';
import { ann, connection, KEYS } from '../vault/records.ts';
import { acme } from './key-product.ts';
import { openServices } from './operator/open-services.ts';

const bob = { ...ann, user: 'bob' };
const action = { integration: 'acme', scopes: [] };

it('what a turn has read ahead is used for its own owner and product only', async () => {
  const services = await openServices('sqlite::memory:', KEYS, {
    now: () => 500,
    declared: [acme],
    integrations: new Map([['acme', acme]]),
  });
  const { connections } = services.vault;
  const credential: Credential = { type: 'api_key', values: { apiKey: 'the-key' } };
  await connections.save(connection({ integration: 'acme', expiresAt: 3_600_000 }), credential);
  const stored = await connections.current(ownerKey(ann), 'acme');
  const ahead = keepAhead({ ownerKey: ownerKey(ann), integration: 'acme' }, stored);
  const elsewhere = keepAhead({ ownerKey: ownerKey(ann), integration: 'ledger' }, undefined);
  expect(await findCredential(services, { owner: ann, action, ahead })).toMatchObject({ status: 'ready' });
  expect(await findCredential(services, { owner: bob, action, ahead })).toMatchObject({
    status: 'needs_authorization',
  });
  expect(await findCredential(services, { owner: ann, action, ahead: elsewhere })).toMatchObject({ status: 'ready' });
  await services.vault.close();
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { useOfProfile } from '../../../src/flows/operator/delete-profile.ts';
import { openServices } from './open-services.ts';

const KEYS = `k1:${Buffer.alloc(32, 1).toString('base64')}`;

let services: Awaited<ReturnType<typeof openServices>>;
beforeEach(async () => {
  services = await openServices('sqlite::memory:', KEYS);
});
afterEach(() => services.vault.close());

it('nothing that uses a profile is overlooked, however many connections there are', async () => {
  const { connections } = services.vault;
  for (let number = 0; number < 1_050; number += 1) {
    const owner = { kind: 'user', bot: 'bot', channel: 'test', tenant: '', user: `u${number}` } as const;
    await connections.save(
      {
        id: String(number).padStart(6, '0'),
        owner,
        integration: 'acme',
        profile: number < 1_000 ? 'other' : 'mine',
        status: 'active',
        account: { id: 'a', label: 'a' },
        scopes: [],
        createdAt: 1,
        updatedAt: 1,
      },
      { type: 'api_key', values: { key: 'value' } },
    );
  }
  expect(await useOfProfile(services, 'mine')).toMatchObject({ connections: 50 });
});

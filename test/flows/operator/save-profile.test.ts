import { afterEach, beforeEach, expect, test } from 'vitest';
import { saveProfile } from '../../../src/flows/operator/save-profile.ts';
import { refreshDirectory } from '../../../src/flows/refresh-directory.ts';
import type { OAuth2Profile, Profile } from '../../../src/model/profile.ts';
import { KEYS } from '../../vault/records.ts';
import { tracker } from '../../web/integrations.ts';
import { openServices } from './open-services.ts';

let services: Awaited<ReturnType<typeof openServices>>;

beforeEach(async () => {
  services = await openServices('sqlite::memory:', KEYS, { declared: [tracker()] });
  await refreshDirectory(services);
});
afterEach(() => services.vault.close());

const oauth = (change: Partial<OAuth2Profile> = {}): Profile => ({
  id: 'own',
  title: 'Own',
  method: 'oauth2',
  origin: 'custom',
  clientId: 'client',
  clientSecret: 'secret',
  authorizationUrl: 'https://tracker.example/authorize',
  tokenUrl: 'https://tracker.example/token',
  scopes: ['read'],
  placements: [{ in: 'header', name: 'Authorization', value: 'Bearer {{accessToken}}' }],
  ...change,
});
const key = (value: string): Profile => ({
  id: 'own',
  title: 'Own',
  method: 'api_key',
  fields: [{ key: 'apiKey', title: 'API key' }],
  placements: [{ in: 'header', name: 'x-key', value }],
});

const save = (profile: Profile, draft = false) =>
  saveProfile(services, {
    actor: { name: 'olivia' },
    integration: 'tracker',
    name: 'Own',
    description: '',
    draft,
    profile,
  });

test.each<[string, string, Profile]>([
  [
    '{subdomain} where nobody is asked for one',
    'authorizationUrl',
    oauth({ authorizationUrl: 'https://{subdomain}.example/authorize' }),
  ],
  [
    '{subdomain} in the address of the token',
    'tokenUrl',
    oauth({ tokenUrl: 'https://{subdomain}.tracker.example/token' }),
  ],
  [
    '{subdomain} in the address of the renewal',
    'refreshUrl',
    oauth({ refreshUrl: 'https://tracker.example/{subdomain}/token' }),
  ],
  [
    '{subdomain} in the address of the revocation',
    'revocationUrl',
    oauth({ revocationUrl: 'https://{subdomain}.example/revoke' }),
  ],
  ['plain http', 'tokenUrl', oauth({ tokenUrl: 'http://tracker.example/token' })],
  ['a metadata host', 'tokenUrl', oauth({ tokenUrl: 'https://metadata.google.internal/token' })],
  ['no client', 'clientId', oauth({ clientId: '' })],
  ['a value that no field provides', 'placements', key('{{token}}')],
  ['a value without a field', 'placements', key('constant')],
])('a profile that cannot work is refused, names its field, and is kept nowhere: %s', async (_what, field, profile) => {
  const refused = await save(profile);
  expect(refused).toMatchObject({ status: 'invalid', reason: expect.stringContaining(field) });
  expect(refused.status === 'invalid' && refused.problems.map(({ path }) => String(path[0]))).toContain(field);
  expect(await services.vault.profiles.list()).toEqual([]);
  // a draft is kept, and nobody is asked with it
  expect(await save(profile, true)).toMatchObject({ status: 'saved' });
  expect(services.integrations.get('tracker')?.profiles.map(({ id }) => id)).not.toContain('own');
});

test('the same profile with what it needs is saved', async () => {
  expect(await save(oauth())).toMatchObject({ status: 'saved' });
  expect(await save(key('Token {{apiKey}}'))).toMatchObject({ status: 'saved' });
});

const asBot: Profile = {
  id: 'own',
  title: 'Own',
  method: 'oauth2',
  grant: 'client_credentials',
  origin: 'custom',
  clientId: 'client',
  clientSecret: 'secret',
  tokenUrl: 'https://tracker.example/token',
  scopes: ['read'],
  placements: [{ in: 'header', name: 'Authorization', value: 'Bearer {{accessToken}}' }],
};

test.each([
  ['from OAuth to a key', oauth(), key('Token {{apiKey}}')],
  ['from a key to OAuth', key('Token {{apiKey}}'), oauth()],
  ["from people's grants to the bot's own", oauth(), asBot],
  ["from the bot's own grant to people's", asBot, oauth()],
])('a profile changes neither its method nor its grant, also as a draft: %s', async (_what, before, after) => {
  const saved = await save(before);
  if (saved.status !== 'saved') throw new Error(saved.status);
  const { id } = saved.profile;
  const input = { actor: { name: 'olivia' }, id, integration: 'tracker', name: 'Own', description: '' };
  for (const draft of [false, true]) {
    expect(await saveProfile(services, { ...input, draft, profile: after })).toEqual({ status: 'other_method' });
  }
  expect(await services.vault.profiles.byId(id)).toMatchObject({ version: 1, draft: false });
  expect(await saveProfile(services, { ...input, draft: false, profile: before })).toMatchObject({ status: 'saved' });
});

import { type Authorizer, createAuthorizer, silentLogger } from 'latchkey';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OAuth2Profile } from '../../../src/model/profile.ts';
import { verbsOf } from '../../verbs-of.ts';
import { trackerOfCustomers } from '../../web/integrations.ts';

const actor = { name: 'deploy' };
const SECRETS = ['the-client-secret', 'the-own-secret', 'the-tenant-secret', 'the-template-secret'];
const tracker = trackerOfCustomers();

let authorizer: Authorizer;
beforeEach(async () => {
  authorizer = await createAuthorizer({
    publicUrl: 'http://127.0.0.1:1',
    store: 'sqlite::memory:',
    keys: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
    integrations: [
      { ...tracker, customProfile: { ...tracker.profiles[0], clientSecret: 'the-template-secret' } as OAuth2Profile },
    ],
    allowUnauthenticatedLoopback: true,
    logger: silentLogger,
  });
});
afterEach(() => authorizer.close());

it('R63 no verb gives back a secret, whether code declares it or a developer enters it', async () => {
  const { operator } = authorizer;
  const [declared] = tracker.profiles;
  const profile = {
    ...(declared as OAuth2Profile),
    clientSecret: 'the-own-secret',
    clientsByTenant: { acme: { clientId: 'at acme', clientSecret: 'the-tenant-secret' } },
  };
  const own = { actor, integration: 'tracker', name: 'Own app', description: '', draft: false, profile };
  const saved = await operator.saveProfile(own);
  if (saved.status !== 'saved') throw new Error(saved.status);
  const { id } = saved.profile;
  expect(await operator.changeSetup({ actor, integration: 'tracker', change: { profile: id } })).toMatchObject({
    status: 'saved',
  });
  const answers = {
    saved,
    duplicated: await operator.duplicateProfile({ actor, id, name: 'Copy' }),
    listed: await operator.listIntegrations(),
    described: await operator.describeIntegration('tracker'),
    profiles: await operator.listProfiles(),
    integrations: authorizer.integrations,
    integration: verbsOf(authorizer).integration('tracker'),
    offered: verbsOf(authorizer).offeredProfiles('tracker'),
  };
  for (const [door, answer] of Object.entries(answers)) {
    const text = JSON.stringify(answer);
    expect(text, door).not.toBe('[]');
    for (const secret of SECRETS) expect(text, door).not.toContain(secret);
  }
  expect(answers.described?.profiles).toMatchObject([
    { id: 'system', title: 'Tracker account', method: 'oauth2', clientId: 'client', hasSecret: true },
    { id, title: 'Own app', method: 'oauth2', hasSecret: true, scopes: ['read:issue'] },
  ]);
});

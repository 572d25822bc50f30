import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectFields, readConnectForm } from '../../src/model/connect-form.ts';
import { callOf, openPlayedWorld, type PlayedWorld } from './played-world.ts';

const acme = {
  id: 'acme',
  name: 'Acme',
  baseUrl: 'https://{tenant}/api',
  tenant: { title: 'Where is your account?', choices: [{ value: 'eu', title: 'Europe', address: 'eu.acme.example' }] },
  profiles: [
    {
      id: 'system',
      title: 'Sign in to Acme',
      method: 'oauth2',
      clientId: 'client',
      clientSecret: 'secret',
      authorizationUrl: 'https://{tenant}/authorize',
      tokenUrl: 'https://{tenant}/token',
    },
    {
      id: 'key',
      title: 'API key',
      method: 'api_key',
      fields: [{ key: 'key', title: 'API key', type: 'password' }],
      placements: [{ in: 'header', name: 'X-Key', value: '{{key}}' }],
    },
  ],
  check: { path: '/me', account: { id: 'id', label: 'email' } },
};

describe('a product that has one place only', () => {
  let world: PlayedWorld;
  beforeAll(async () => {
    world = await openPlayedWorld([acme]);
  });
  afterAll(() => world.close());

  it('is signed in at without a question', async () => {
    const person = world.person();
    expect(await person.consent('acme', { profile: 'system' })).toMatchObject({ status: 'done' });
    expect(await person.run(callOf('acme'))).toMatchObject({ status: 'done' });
  });

  it('takes a key without a question', async () => {
    const person = world.person();
    const { tenant: _, ...typed } = world.sandbox.product('acme').typed('key');
    expect(await person.type('acme', typed, 'key')).toMatchObject({ status: 'connected' });
    expect(await person.run(callOf('acme'))).toMatchObject({ status: 'done' });
  });

  it('shows no field for it, and takes no other place', () => {
    const form = { id: 'key', title: 'Key', method: 'api_key', fields: [], placements: [] } as const;
    const place = (...choices: readonly { readonly value: string; readonly title: string }[]) => ({
      tenant: { title: 'Where?', choices },
      id: 'acme',
      name: 'Acme',
      baseUrl: 'https://{tenant}',
      profiles: [form],
      check: { method: 'GET', path: '/me', account: () => undefined } as const,
    });
    const [eu, us] = [
      { value: 'eu', title: 'Europe' },
      { value: 'us', title: 'US' },
    ] as const;
    expect(connectFields(place(eu), form)).toEqual([]);
    expect(connectFields(place(eu, us), form)).toMatchObject([{ key: 'tenant' }]);
    expect(readConnectForm(place(eu), form, {})).toMatchObject({ ok: true, tenant: 'eu' });
    expect(readConnectForm(place(eu), form, { tenant: 'us' })).toMatchObject({ ok: false, reason: 'not_a_choice' });
  });
});

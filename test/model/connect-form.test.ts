import { describe, expect, it } from 'vitest';
import { connectFields, readConnectForm } from '../../src/model/connect-form.ts';
import type { FieldChoice } from '../../src/model/field.ts';
import type { Integration } from '../../src/model/integration.ts';
import type { FormProfile } from '../../src/model/profile.ts';

const choices: readonly FieldChoice[] = [
  { value: 'us', title: 'US' },
  { value: 'eu', title: 'Europe', address: 'https://eu.acme.example' },
  { value: 'own', title: 'A name of your own', address: 'https://{{host}}.acme.example' },
];
const profile: FormProfile = {
  id: 'key',
  title: 'API key',
  method: 'api_key',
  fields: [
    { key: 'apiKey', title: 'API key', type: 'password' },
    { key: 'region', title: 'Region', choices },
    { key: 'host', title: 'Your name', required: false, pattern: '^[a-z]+$' },
    { key: 'version', title: 'Version', visibility: 'hidden', value: 'v2' },
    { key: 'scheme', title: 'Scheme', visibility: 'read-only', value: 'Token' },
  ],
  placements: [],
};
const acme: Integration = {
  id: 'acme',
  name: 'Acme',
  baseUrl: '{{region}}',
  profiles: [profile],
  check: { method: 'GET', path: '/me', account: () => undefined },
};
const read = (given: Readonly<Record<string, unknown>>, integration = acme) =>
  readConnectForm(integration, profile, given);

describe('a form', () => {
  it('shows everything but what is hidden', () => {
    expect(connectFields(acme, profile).map(({ key }) => key)).toEqual(['apiKey', 'region', 'host', 'scheme']);
  });

  it('takes the first choice for the default, and fixed values from nobody', () => {
    expect(read({ apiKey: 'k', version: 'v1', scheme: 'Basic' })).toMatchObject({
      ok: true,
      values: { apiKey: 'k', region: 'us', host: '', version: 'v2', scheme: 'Token' },
    });
  });

  it('takes no value that is none of the choices', () => {
    expect(read({ apiKey: 'k', region: 'https://evil.example' })).toMatchObject({ ok: false, reason: 'not_a_choice' });
  });

  it('asks for what only one choice needs, where that is chosen', () => {
    expect(read({ apiKey: 'k', region: 'eu' })).toMatchObject({ ok: true });
    expect(read({ apiKey: 'k', region: 'own' })).toMatchObject({
      ok: false,
      field: { key: 'host' },
      reason: 'missing',
    });
    expect(read({ apiKey: 'k', region: 'own', host: 'globex' })).toMatchObject({ ok: true });
  });
});

describe('a tenant that is a closed choice', () => {
  const regions = { ...acme, baseUrl: '{tenant}', tenant: { title: 'Where is your account?', choices } };

  it('stands first, with its choices', () => {
    expect(connectFields(regions, profile)[0]).toEqual({ key: 'tenant', title: 'Where is your account?', choices });
  });

  it('has a default, and is read by its value', () => {
    expect(read({ apiKey: 'k' }, regions)).toMatchObject({ ok: true, tenant: 'us' });
    expect(read({ apiKey: 'k', tenant: ' eu ' }, regions)).toMatchObject({ ok: true, tenant: 'eu' });
    expect(read({ apiKey: 'k', tenant: 'mars' }, regions)).toMatchObject({
      ok: false,
      field: { key: 'tenant' },
      reason: 'not_a_choice',
    });
  });
});

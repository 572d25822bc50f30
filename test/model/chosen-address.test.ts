import { describe, expect, it } from 'vitest';
import { HostRefusedError } from '../../src/errors.ts';
import { chosenAddress } from '../../src/model/chosen-address.ts';
import type { OAuth2Profile } from '../../src/model/profile.ts';
import { profileForTenant } from '../../src/model/profile-for-tenant.ts';

const choices = [
  { value: 'com', title: 'US' },
  { value: 'au', title: 'Australia', address: 'com.au' },
];
const region = { key: 'region', title: 'Region', choices };

describe('an address with a closed choice', () => {
  it('is what the choice stands for, else its value', () => {
    const at = (value?: string) => chosenAddress('https://api.acme.{{region}}/{{team}}', [region], { region: value });
    expect(at('com')).toBe('https://api.acme.com/{{team}}');
    expect(at('au')).toBe('https://api.acme.com.au/{{team}}');
    expect(at()).toBe('https://api.acme.com/{{team}}');
  });

  it('is refused for any other value', () => {
    const values = { region: 'evil.example/' };
    expect(() => chosenAddress('https://api.acme.{{region}}', [region], values)).toThrow(HostRefusedError);
  });

  it('reads no value as a template', () => {
    const odd = { ...region, choices: [{ value: 'a', title: 'A', address: '{{region}}' }] };
    expect(chosenAddress('{{region}}', [odd], { region: 'a' })).toBe('{{region}}');
  });
});

describe('the profile of a tenant', () => {
  const profile: OAuth2Profile = {
    id: 'system',
    title: 'Account',
    method: 'oauth2',
    origin: 'system',
    clientId: '',
    clientsByTenant: { au: { clientId: 'app in Australia', clientSecret: 's' } },
    authorizationUrl: 'https://accounts.acme.{tenant}/auth',
    tokenUrl: 'https://accounts.acme.{tenant}/token',
    refreshUrl: 'https://accounts.acme.{tenant}/renew',
    revocationUrl: 'https://accounts.acme.{tenant}/revoke',
    scopes: [],
    placements: [],
  };
  const chosen = { tenant: { title: 'Region', choices } };

  it('has the endpoints and the client of that tenant', () => {
    expect(profileForTenant(chosen, profile, 'au')).toMatchObject({
      clientId: 'app in Australia',
      authorizationUrl: 'https://accounts.acme.com.au/auth',
      tokenUrl: 'https://accounts.acme.com.au/token',
      refreshUrl: 'https://accounts.acme.com.au/renew',
      revocationUrl: 'https://accounts.acme.com.au/revoke',
    });
    expect(profileForTenant(chosen, profile, 'com')).toBeUndefined();
  });

  it('leaves a name where people say it, for the endpoint to take as one host label', () => {
    const named = { tenant: { title: 'Subdomain', suffix: '.acme.example' } };
    const { clientsByTenant: _, ...one } = profile;
    expect(profileForTenant(named, one, 'globex')).toEqual(one);
  });
});

import { describe, expect, it } from 'vitest';
import type { OAuth2Profile } from '../../../src/model/profile.ts';
import { readProfileForm, valuesOf } from '../../../src/web/console/profile-form.ts';
import { englishConsoleTexts } from '../../../src/web/console/texts/en.ts';
import { type RunningConsole, startConsole, submitAt } from './running-console.ts';

const base: OAuth2Profile = {
  id: 'own',
  title: 'Own app',
  method: 'oauth2',
  origin: 'custom',
  clientId: 'c',
  authorizationUrl: 'https://acme.example/authorize',
  tokenUrl: 'https://acme.example/token',
  revocationUrl: 'https://acme.example/revoke',
  revocationRequest: 'delete',
  scopes: [],
  placements: [],
};

describe('what a revocation ends', () => {
  const read = (values: Readonly<Record<string, string>>, from: OAuth2Profile = base) => {
    const reading = readProfileForm(englishConsoleTexts, from, { ...valuesOf(from), ...values });
    if (reading.errors.length > 0 || reading.profile.method !== 'oauth2') throw new Error('not read');
    return reading.profile;
  };

  it('is chosen in the form', () => {
    expect(valuesOf(base)).toMatchObject({ revocationEnds: 'grant' });
    expect(read({ revocationEnds: 'token' })).toMatchObject({ revocationEnds: 'token', revocationRequest: 'delete' });
    expect(read({ revocationEnds: 'grant' }, { ...base, revocationEnds: 'token' })).toMatchObject({
      revocationEnds: 'grant',
    });
  });

  it('stays where nobody touches it', () => {
    expect(read({}, { ...base, revocationEnds: 'token' })).toMatchObject({ revocationEnds: 'token' });
  });

  it('is nothing where nothing can be revoked', () => {
    const profile = read({ revocationUrl: ' ', revocationEnds: 'token' });
    expect(Object.keys(profile).filter((name) => name.startsWith('revocation'))).toEqual([]);
  });

  it('is kept with the profile that the console saves', async () => {
    const web: RunningConsole = await startConsole();
    try {
      const browser = await web.signedIn();
      const page = '/console/profiles/new?integration=forms&kind=oauth2';
      expect((await browser.get(page)).text).toContain('name="revocationEnds"');
      const saved = await submitAt(browser, page, '/console/profiles/new', {
        integration: 'forms',
        kind: 'oauth2',
        name: 'Own app',
        clientId: 'c',
        clientSecret: 's',
        authorizationUrl: 'https://acme.example/authorize',
        tokenUrl: 'https://acme.example/token',
        revocationUrl: 'https://acme.example/revoke',
        revocationEnds: 'token',
        'placements.0.in': 'header',
        'placements.0.name': 'Authorization',
        'placements.0.value': 'Bearer {{accessToken}}',
        intent: 'save',
      });
      expect(saved.status).toBe(303);
      const [profile] = await web.services.vault.profiles.list();
      expect(profile?.profile).toMatchObject({ revocationEnds: 'token' });
    } finally {
      await web.close();
    }
  });
});

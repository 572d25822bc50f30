import { afterEach, describe, expect, it } from 'vitest';
import type { Profile } from '../../../src/model/profile.ts';
import { connection, credential } from '../../vault/records.ts';
import { tracker } from '../integrations.ts';
import { type RunningConsole, startConsole, submitAt } from './running-console.ts';

const ITSELF: Profile = {
  id: 'itself',
  title: 'The bot itself',
  method: 'oauth2',
  grant: 'client_credentials',
  origin: 'system',
  clientId: 'bot',
  clientSecret: 'the-client-secret',
  tokenUrl: 'https://tracker.example/token',
  scopes: [],
  placements: [{ in: 'header', name: 'Authorization', value: 'Bearer {{accessToken}}' }],
};
const PAGE = '/console/integrations/tracker';

describe('a profile with which the bot itself signs in', () => {
  let web: RunningConsole;
  afterEach(() => web.close());

  it('needs a choice where there is no other: nobody could be asked', async () => {
    web = await startConsole({ integrations: [tracker({ profiles: [ITSELF] })] });
    const browser = await web.signedIn();
    expect((await browser.get('/console')).text).toContain('<span class="badge not_configured">Not configured</span>');
    const page = (await browser.get(PAGE)).text;
    expect(page).toContain('With its profiles the bot signs in as itself, so people cannot be asked for an account.');
    expect(page).toContain('It can be used once you have chosen');
    expect(page).not.toContain('Each person is asked');
    const chosen = await submitAt(browser, PAGE, `${PAGE}/who`, { mode: 'preauthorized', profile: 'itself' });
    expect(chosen.status).toBe(303);
    expect((await browser.get(PAGE)).text).toContain('No Tracker account is authorized yet.');
  });

  it('is refused for people, who cannot be asked with it, and taken for a shared account', async () => {
    web = await startConsole({ integrations: [tracker({ profiles: [...tracker().profiles, ITSELF] })] });
    const browser = await web.signedIn();
    const choose = (mode: string, profile: string) =>
      submitAt(browser, PAGE, `${PAGE}/who`, { mode, profile, confirmed: 'yes' });
    const setup = async () => {
      const { mode, profile } = (await web.services.vault.setups.byIntegration('tracker')) ?? {};
      return { mode, profile };
    };
    const refused = await choose('users', 'itself');
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(
      'With this profile the bot signs in as itself, so people cannot be asked for an account.',
    );
    expect(refused.text).toMatch(/value="itself"[^>]* checked/);
    expect(await setup()).toEqual({});

    expect((await choose('preauthorized', 'itself')).status).toBe(303);
    expect((await choose('users', 'itself')).status).toBe(422);
    expect(await setup()).toEqual({ mode: 'preauthorized', profile: 'itself' });
    expect((await choose('users', 'system')).status).toBe(303);
  });
});

describe('who authorizes', () => {
  let web: RunningConsole;
  afterEach(() => web.close());

  it('asks before an integration that people use is offline, and changes nothing until that is confirmed', async () => {
    web = await startConsole();
    const browser = await web.signedIn();
    const mode = async () => (await web.services.vault.setups.byIntegration('tracker'))?.mode ?? 'users';
    const who = { mode: 'preauthorized', profile: 'system' };

    const asked = await submitAt(browser, PAGE, `${PAGE}/who`, who);
    expect(asked.status).toBe(200);
    expect(asked.text).toContain('Until then the bot refuses everything that needs Tracker.');
    expect([await mode(), (await browser.get(PAGE)).text.includes('Tracker is enabled')]).toEqual(['users', true]);

    const hidden = [...asked.text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)];
    const confirmed = Object.fromEntries(hidden.map(([, name, value]) => [name, value]));
    expect((await browser.post(`${PAGE}/who`, confirmed)).status).toBe(303);
    expect(await mode()).toBe('preauthorized');
    // nobody uses it now, so there is nothing to ask
    expect((await submitAt(browser, PAGE, `${PAGE}/who`, who)).status).toBe(303);
  });
});

describe('a shared account whose grant the product ends by itself', () => {
  let web: RunningConsole;
  afterEach(() => web.close());
  const DAY = 24 * 60 * 60_000;
  const page = async (ends: { readonly grantLifeDays?: number; readonly grantIdleDays?: number }, daysAgo: number) => {
    const [system] = tracker().profiles;
    if (system?.method !== 'oauth2') throw new Error('no profile');
    web = await startConsole({ integrations: [tracker({ profiles: [{ ...system, ...ends }] })] });
    const browser = await web.signedIn();
    await submitAt(browser, PAGE, `${PAGE}/who`, { mode: 'preauthorized', profile: 'system', confirmed: 'yes' });
    const at = web.clock.now - daysAgo * DAY;
    const owner = { kind: 'shared', bot: web.services.bot } as const;
    const shared = { owner, integration: 'tracker', profile: 'system', grant: { since: at, renewedAt: at } };
    await web.services.vault.connections.save(connection(shared), credential);
    return (await browser.get(PAGE)).text;
  };

  it('says so once it is near, and whether using it helps', async () => {
    expect(await page({ grantIdleDays: 90 }, 85)).toContain(
      'Tracker ends this access on 6 September 2026 (UTC) if nobody uses it before then.',
    );
    await web.close();
    expect(await page({ grantLifeDays: 90 }, 85)).toContain(
      'Tracker ends this access on 6 September 2026 (UTC). Authorize it again before then.',
    );
  });

  it('says nothing long before', async () => {
    const text = await page({ grantIdleDays: 90 }, 10);
    expect(text).toContain('Authorized as');
    expect(text).not.toContain('ends this access');
  });
});

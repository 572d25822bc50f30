import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findCredential } from '../../../src/flows/find-credential.ts';
import { forms, tracker, trackerOfCustomers } from '../integrations.ts';
import { type RunningConsole, startConsole, submitAt } from './running-console.ts';

let web: RunningConsole;
beforeEach(async () => {
  web = await startConsole({
    integrations: [
      tracker(),
      {
        ...forms(),
        baseUrl: 'https://{tenant}.forms.example',
        tenant: { title: 'Forms account', suffix: '.forms.example' },
      },
      { ...trackerOfCustomers(), id: 'customers' },
    ],
  });
});
afterEach(() => web.close());

describe('a form with several faults', () => {
  it('says all of them, each at its field and in the summary, and the first has the focus', async () => {
    const browser = await web.signedIn();
    const page = '/console/profiles/new?integration=tracker&kind=oauth2';
    const values = {
      ...{ integration: 'tracker', kind: 'oauth2', clientId: '', authorizationUrl: 'nonsense' },
      ...{ tokenUrl: 'http://tracker.example/token', authorizationParams: 'no pair', tokenParams: 'none either' },
    };
    const refused = await submitAt(browser, page, '/console/profiles/new', { ...values, intent: 'save' });
    expect(refused.status).toBe(422);
    expect(summaryOf(refused.text)).toEqual([
      'name',
      'clientId',
      'clientSecret',
      'authorizationUrl',
      'tokenUrl',
      'authorizationParams',
      'tokenParams',
      'placements.0.value',
    ]);
    for (const field of summaryOf(refused.text)) {
      expect(refused.text).toContain(`<p class="problem" id="${field}-problem">`);
      expect(inputOf(refused.text, field)).toMatch(new RegExp(`aria-describedby="[^"]*${field}-problem"`));
    }
    expect(focusedIn(refused.text)).toEqual(['name']);
    expect(refused.text).toContain('>Token Request URL: It must be https.</a>');
    expect(refused.text).toContain('This profile cannot work yet.');
    // what is inside the closed part would not be seen
    expect(refused.text).toMatch(/<details open><summary>More settings/);
    expect(await web.services.vault.profiles.list()).toEqual([]);
  });

  it('saves a draft whatever is wrong, but not without a name', async () => {
    const browser = await web.signedIn();
    const page = '/console/profiles/new?integration=tracker&kind=oauth2';
    const draft = { integration: 'tracker', kind: 'oauth2', authorizationUrl: 'nonsense', intent: 'draft' };
    const refused = await submitAt(browser, page, '/console/profiles/new', draft);
    expect(summaryOf(refused.text)).toEqual(['name']);
    expect(refused.text).not.toContain('This profile cannot work yet.');
    expect((await submitAt(browser, page, '/console/profiles/new', { ...draft, name: 'Later' })).status).toBe(303);
  });

  it('names all fields of a key that is shared', async () => {
    const browser = await web.signedIn();
    const page = '/console/integrations/forms';
    await submitAt(browser, page, `${page}/who`, { mode: 'preauthorized', profile: 'key', confirmed: 'yes' });
    const refused = await submitAt(browser, page, `${page}/authorize`, { profile: 'key', 'field.email': 'jane' });
    expect(refused.status).toBe(422);
    expect(summaryOf(refused.text)).toEqual(['tenant', 'email', 'apiKey']);
    expect(focusedIn(refused.text)).toEqual(['tenant']);
  });

  it('names the customer of an OAuth product too', async () => {
    const browser = await web.signedIn();
    const page = '/console/integrations/customers';
    await submitAt(browser, page, `${page}/who`, { mode: 'preauthorized', profile: 'system', confirmed: 'yes' });
    const refused = await submitAt(browser, page, `${page}/authorize`, { profile: 'system', 'field.tenant': '' });
    expect(summaryOf(refused.text)).toEqual(['tenant']);
  });

  it('names all fields of a profile that is tested', async () => {
    const browser = await web.signedIn();
    const page = '/console/integrations/forms/profiles/key/test';
    const refused = await submitAt(browser, page, page, {});
    expect(summaryOf(refused.text)).toEqual(['tenant', 'email', 'apiKey']);
  });

  it('says all that is wrong with the first account, and with a new password', async () => {
    const stranger = web.browser();
    const setup = '/console/setup';
    const refused = await submitAt(stranger, setup, setup, { token: web.setupToken, name: 'x', password: 'short' });
    expect(summaryOf(refused.text)).toEqual(['name', 'password', 'repeat']);
    expect(focusedIn(refused.text)).toEqual(['name']);

    const browser = await web.signedIn();
    const account = '/console/account';
    const again = await submitAt(browser, account, `${account}/password`, { password: 'short' });
    expect(summaryOf(again.text)).toEqual(['current', 'password', 'repeat']);
  });
});

describe('an integration that is not ready', () => {
  it('has no button that could only be refused', async () => {
    const browser = await web.signedIn();
    const page = '/console/integrations/forms';
    await submitAt(browser, page, `${page}/who`, { mode: 'preauthorized', profile: 'key', confirmed: 'yes' });
    const { text } = await browser.get(page);
    expect(text).toContain('It can be enabled once an account is authorized.');
    expect(text).not.toContain(`action="${page}/enable"`);
  });
});

describe('people of an audience', () => {
  it('can be added once they have asked and were refused, and leave one line however often they ask', async () => {
    const browser = await web.signedIn();
    const page = '/console/integrations/forms';
    await submitAt(browser, page, `${page}/who`, { mode: 'preauthorized', profile: 'key', confirmed: 'yes' });
    const typed = { 'field.tenant': 'acme', 'field.email': 'jane@acme.example', 'field.apiKey': 'key-of-jane' };
    await submitAt(browser, page, `${page}/authorize`, { profile: 'key', ...typed });
    await submitAt(browser, page, `${page}/enable`);
    const owner = { kind: 'user', bot: web.services.bot, channel: 'telegram', tenant: '', user: '4711' } as const;
    const ask = () => findCredential(web.services, { owner, action: { integration: 'forms', scopes: [] } });
    for (let times = 0; times < 3; times += 1) expect(await ask()).toMatchObject({ why: 'not_allowed' });
    expect(await web.services.vault.audit.list({ what: 'access_refused', limit: 9 })).toHaveLength(1);
    const { text } = await browser.get(page);
    expect(text).toContain('<code class="copy-value inline">telegram//4711</code>');
    await submitAt(browser, page, `${page}/audience`, { kind: 'users', list: 'telegram//4711' });
    expect(await ask()).toMatchObject({ status: 'ready' });
    expect((await browser.get('/console/audit')).text).toContain('Refused a person who asked to use an integration');
  });

  it('are shown with what they are listed by, and can be listed without having connected', async () => {
    const browser = await web.signedIn();
    const page = '/console/integrations/forms';
    await submitAt(browser, page, `${page}/who`, { mode: 'preauthorized', profile: 'key', confirmed: 'yes' });
    const typed = { 'field.tenant': 'acme', 'field.email': 'jane@acme.example', 'field.apiKey': 'key-of-jane' };
    expect((await submitAt(browser, page, `${page}/authorize`, { profile: 'key', ...typed })).status).toBe(303);
    await web.begin({ integration: 'tracker' });
    const { text } = await browser.get(page);
    expect(text).toMatch(/<bdi>[^<]+<\/bdi>: <code class="copy-value inline">msteams\/t\/bob<\/code>/);
    expect(text).toContain('msteams/TENANT ID/OBJECT ID');
    const listed = await submitAt(browser, page, `${page}/audience`, { kind: 'users', list: 'msteams/t/never-here' });
    expect(listed.status).toBe(303);
    expect((await web.services.vault.setups.byIntegration('forms'))?.audience).toMatchObject({
      users: ['msteams/t/never-here'],
    });
  });
});

/** The fields that the summary links to, in its order. */
function summaryOf(page: string): readonly string[] {
  const summary = /<div class="error" role="alert">.*?<\/div>/s.exec(page)?.[0] ?? '';
  return [...summary.matchAll(/href="#([^"]+)"/g)].map(([, field = '']) => field);
}

function inputOf(page: string, id: string): string {
  return new RegExp(`<(?:input|textarea|select) id="${id.replaceAll('.', '\\.')}"[^>]*>`).exec(page)?.[0] ?? '';
}

function focusedIn(page: string): readonly string[] {
  return [...page.matchAll(/<(?:input|textarea|select)[^>]* id="([^"]+)"[^>]* autofocus/g)].map(([, id = '']) => id);
}

import { afterEach, describe, expect, it } from 'vitest';
import { textsByLocale } from '../../../src/flows/own-texts.ts';
import { consoleTexts } from '../../../src/web/console/texts/tables.ts';
import { formTokenIn, type HttpBrowser } from '../http-browser.ts';
import { tracker } from '../integrations.ts';
import { type RunningConsole, startConsole } from './running-console.ts';

let web: RunningConsole;
afterEach(() => web.close());

/** What the browser is set to. */
const set = (languages: string) => ({ 'accept-language': languages });
const GERMAN = set('de-AT,de;q=0.9,en;q=0.5');

describe('the language of the console', () => {
  it('is the browser’s, also before anybody signs in: German', async () => {
    web = await startConsole();
    const browser = await web.signedIn();
    const { text } = await browser.get('/console', GERMAN);
    expect(text).toContain('<html lang="de" dir="ltr">');
    expect(text).toContain('<h1>Integrationen</h1>');
    expect(text).toContain('Abmelden');
    const audit = await browser.get('/console/audit', GERMAN);
    expect(audit.text).toContain('Angemeldet');
    expect(audit.text).toMatch(/<span>\d{2}\.\d{2}\.\d{4}<\/span> <span>\d{2}:\d{2} UTC<\/span>/);
    const stranger = web.browser();
    expect((await stranger.get('/console/sign-in', GERMAN)).text).toContain('<h1>Anmelden</h1>');
    expect((await stranger.get('/console/nothing', GERMAN)).text).toContain('Nicht gefunden.');
    expect((await stranger.post('/console/sign-out', {}, GERMAN)).text).toContain('Sie sind abgemeldet');
  });

  it('is also that of the ways to connect that come with an integration, and not of the developer’s own', async () => {
    const built = { ...tracker(), profiles: tracker().profiles.map((one) => ({ ...one, title: 'Atlassian account' })) };
    web = await startConsole({ integrations: [built] });
    const browser = await web.signedIn();
    for (const path of [
      '/console/integrations/tracker',
      '/console/profiles',
      '/console/integrations/tracker/profiles/system/test',
    ]) {
      const { text } = await browser.get(path, GERMAN);
      expect(text, path).toContain('Atlassian-Konto');
      expect(text, path).not.toContain('Atlassian account');
    }
  });

  it('is also that of what is wrong with a profile', async () => {
    web = await startConsole();
    const browser = await web.signedIn();
    const page = await browser.get('/console/profiles/new?integration=tracker&kind=oauth2', GERMAN);
    const values = {
      ...{ integration: 'tracker', kind: 'oauth2', name: 'Ours', clientId: '', authorizationUrl: 'nonsense' },
      ...{ tokenUrl: 'http://tracker.example/token', scope: 'read"all"', intent: 'save' },
    };
    const refused = await browser.post(
      '/console/profiles/new',
      { form_token: formTokenIn(page.text), ...values },
      GERMAN,
    );
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Die Adresse muss mit https beginnen.');
    expect(refused.text).toContain('Bitte einen einzelnen Scope ohne Leerzeichen eingeben.');
    expect(refused.text).toContain(consoleTexts.de.clientIdMissing);
    expect(refused.text).toContain('Geben Sie eine vollständige https-Adresse ein');
    expect(refused.text).not.toMatch(/It must be|One scope|is missing/);
  });

  it('is written from right to left in Arabic', async () => {
    web = await startConsole();
    const browser = await web.signedIn();
    const { text } = await browser.get('/console/account', set('ar'));
    expect(text).toContain('<html lang="ar" dir="rtl">');
    expect(text).toContain(`<h1>${consoleTexts.ar.accountTitle}</h1>`);
    expect(text).toContain(`aria-label="${consoleTexts.ar.navLabel}"`);
  });

  it('writes its lists as the language does', async () => {
    const ways = ['OAuth 2.0', 'Basic'];
    const catalog = [{ id: 'acme', name: 'Acme', ways, verifiedOn: '2026-09-01', unverified: 0 }];
    web = await startConsole({ console: { catalog } });
    const browser = await web.signedIn();
    const lists = {
      en: 'OAuth 2.0 or Basic',
      de: 'OAuth 2.0 oder Basic',
      ja: 'OAuth 2.0またはBasic',
      ar: 'OAuth 2.0 أو Basic',
    };
    for (const [language, list] of Object.entries(lists)) {
      expect((await browser.get('/console', set(language))).text).toContain(list);
    }
  });

  it('is English where the browser asks for none of ours, and for who asks for nothing', async () => {
    web = await startConsole();
    const browser = web.browser();
    expect((await browser.get('/console/nothing')).text).toContain('<html lang="en" dir="ltr">');
    expect((await browser.get('/console/nothing', set('nl,*;q=0.5'))).text).toContain('<html lang="en" dir="ltr">');
  });

  it('is the one that was chosen, without a script, before and after signing in', async () => {
    web = await startConsole();
    const browser = web.browser();
    const page = await browser.get('/console/nothing', GERMAN);
    expect(page.text).toContain('<button type="submit" class="quiet" name="language" value="fr" lang="fr">Français');
    const chosen = await browser.post('/console/language', { language: 'fr' });
    expect([chosen.status, chosen.headers.location]).toEqual([303, '/console']);
    expect(chosen.headers['set-cookie']?.[0]).toMatch(
      /language-[^=]+=fr; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax/,
    );
    expect((await browser.get('/console/nothing', GERMAN)).text).toContain('Introuvable.');
    await browser.post('/console/language', { language: 'pt-BR' });
    expect((await browser.get('/console/nothing', GERMAN)).text).toContain('<html lang="pt-BR" dir="ltr">');
  });

  it('is changed by no other site, and to no language that is not there', async () => {
    web = await startConsole();
    const browser = web.browser();
    const sent = async (fields: Readonly<Record<string, string>> | string, headers = {}) =>
      (await browser.post('/console/language', fields, headers)).status;
    expect(await sent({ language: 'fr' }, { 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await sent({ language: 'fr' }, { origin: 'https://evil.example', 'sec-fetch-site': '' })).toBe(403);
    for (const fields of [{ language: 'xx' }, { language: '' }, {}, { language: 'fr', to: '//evil.example' }]) {
      expect(await sent(fields)).toBe(400);
    }
    expect(await sent('language=fr&language=de')).toBe(400);
    expect(browser.cookies.size).toBe(0);
    const [name = ''] = [...(await chosenBy(web.browser())).cookies.keys()];
    browser.cookies.set(name, '"><script>');
    expect((await browser.get('/console/nothing')).text).toContain('<html lang="en" dir="ltr">');
  });

  it('keeps what a deployment says in its own words', async () => {
    const own = { footer: 'ACME', de: { navLabel: 'Unsere Konsole' } };
    web = await startConsole({ console: { textsIn: textsByLocale(consoleTexts, own, () => {}) } });
    const browser = await web.signedIn();
    const german = (await browser.get('/console', GERMAN)).text;
    expect(german).toContain('ACME');
    expect(german).toContain('aria-label="Unsere Konsole"');
    const english = (await browser.get('/console', set('en'))).text;
    expect(english).toContain('ACME');
    expect(english).toContain('aria-label="Console"');
  });
});

async function chosenBy(browser: HttpBrowser): Promise<HttpBrowser> {
  await browser.post('/console/language', { language: 'fr' });
  return browser;
}

import { afterEach, describe, expect, it } from 'vitest';
import { LANGUAGES, type LanguageTag } from '../../../src/languages/language-tag.ts';
import { storedFacts } from '../../../src/model/stored-facts.ts';
import { consoleTexts } from '../../../src/web/console/texts/tables.ts';
import { AUDIT_EXAMPLES } from '../../audit-examples.ts';
import { isEnglish } from '../../texts/is-english.ts';
import type { HttpBrowser } from '../http-browser.ts';
import { forms } from '../integrations.ts';
import { unescaped } from '../words-shown.ts';
import { PASSWORD, type RunningConsole, startConsole, submitAt } from './running-console.ts';

const OTHERS = LANGUAGES.filter((language) => language !== 'en');
const PAGE = '/console/integrations/forms';

let web: RunningConsole;
afterEach(() => web.close());

interface Row {
  readonly event: string;
  readonly subject: string;
  readonly result: string;
  /** The cells with their tags. */
  readonly source: string;
}

/** The lines of the log as somebody reads them in this language, newest first. */
async function readIn(browser: HttpBrowser, language: LanguageTag, query = ''): Promise<readonly Row[]> {
  const { text } = await browser.get(`/console/audit${query}`, { 'accept-language': language });
  expect(text).toContain(`<html lang="${language}"`);
  return [...text.matchAll(/<tr role="row"><td(.*?)<\/tr>/gs)].map(([source]) => {
    const cells = source.split('<div>').slice(1);
    const [, , event = '', subject = '', result = ''] = cells.map((cell) =>
      unescaped(cell.replace(/<\/div><\/td>.*$/s, '').replace(/<[^>]+>/g, ' '))
        .replace(/\s+/g, ' ')
        .trim(),
    );
    return { event, subject, result, source };
  });
}

const profile = {
  integration: 'forms',
  kind: 'api_key',
  intent: 'draft',
  'fields.0.key': 'key',
  'placements.0.in': 'header',
};
const save = (browser: HttpBrowser, name: string) =>
  submitAt(browser, '/console/profiles/new?integration=forms&kind=api_key', '/console/profiles/new', {
    ...profile,
    name,
  });

describe('the audit log', () => {
  it.each(LANGUAGES)('says in %s what was done in the console', async (language) => {
    web = await startConsole({ integrations: [forms()] });
    const texts = consoleTexts[language];
    const browser = await web.signedIn();
    await submitAt(browser, PAGE, `${PAGE}/disable`);
    await submitAt(browser, PAGE, `${PAGE}/enable`);
    await submitAt(browser, PAGE, `${PAGE}/who`, { mode: 'preauthorized', profile: 'key', confirmed: 'yes' });
    await submitAt(browser, PAGE, `${PAGE}/audience`, { kind: 'users', list: 'telegram//1\ntelegram//2' });
    const typed = { profile: 'key', 'field.email': 'a@b.example', 'field.apiKey': 'the-typed-key' };
    await submitAt(browser, PAGE, `${PAGE}/authorize`, typed);
    await save(browser, 'Mine');
    const [mine] = await web.services.vault.profiles.list();
    const gone = `/console/profiles/${mine?.id}/delete`;
    await submitAt(browser, gone, gone);
    await web.browser().submit('/console/sign-in', { name: 'nobody', password: 'a wrong password' });
    await submitAt(browser, '/console/keys', '/console/keys', { current_password: PASSWORD });
    const rows = await readIn(browser, language);
    const resultsOf = (event: keyof typeof texts.auditWords) =>
      rows.filter((row) => row.event === texts.auditWords[event]).map(({ result }) => result);
    const [title = ''] = resultsOf('sharing_begun');
    expect(title).toContain('API');
    expect(title === 'API key').toBe(language === 'en');
    expect(resultsOf('setup_changed')).toEqual([
      texts.auditAudience(texts.audienceInWords({ kind: 'users', count: 2 })),
      `${texts.auditSetup.disabled} ${texts.auditSetup.preauthorized} ${texts.auditProfileSelected(title)}`,
      texts.auditSetup.enabled,
      texts.auditSetup.disabled,
    ]);
    expect([resultsOf('profile_created'), resultsOf('profile_deleted')]).toEqual([['Mine'], ['Mine']]);
    expect(resultsOf('sign_in_refused')[0]).toMatch(/(?:127\.0\.0\.1|::1)/);
    expect(resultsOf('operator_created')).toEqual([texts.auditResults.setup_token]);
    expect(rows.find(({ event }) => event === texts.auditWords.profile_deleted)?.subject).toBe('Mine');
    expect(rows.find(({ event }) => event === texts.auditWords.sign_in_refused)?.subject).toBe(texts.auditStranger);
    expect(rows.filter(({ source }) => source.includes('lang="en"'))).toEqual([]);
  });

  it.each(OTHERS)('has no English in %s, in a line of any kind', async (language) => {
    web = await startConsole({ integrations: [forms()] });
    const browser = await web.signedIn();
    const { audit } = web.services.vault;
    for (const { what, facts } of AUDIT_EXAMPLES) {
      const line = { what, actor: 'system', subject: 'forms', ref: null };
      await audit.append({ ...line, at: web.clock.now, result: storedFacts(facts) });
    }
    const rows: Row[] = [];
    for (let before = AUDIT_EXAMPLES.length + 100; before > 1; before -= 100)
      rows.push(...(await readIn(browser, language, `?before=${before}`)));
    expect(rows.length).toBeGreaterThanOrEqual(AUDIT_EXAMPLES.length);
    expect(rows.filter(({ result }) => result === '' || isEnglish(result))).toEqual([]);
    expect(rows.filter(({ source }) => /undefined|\[object|lang="en"|title="\{/.test(source))).toEqual([]);
  });

  it('shows the text of a line that an earlier version wrote, as English', async () => {
    web = await startConsole({ integrations: [forms()] });
    const browser = await web.signedIn();
    const earlier = [
      ['setup_changed', 'switched on, for 2 people'],
      ['sharing_begun', 'profile “Forms <b>key</b>”'],
      ['profile_created', 'ok'],
      ['profile_changed', 'constructor'],
      ['sign_in_refused', 'from 127.0.0.1'],
    ] as const;
    const line = { at: web.clock.now, actor: 'operator:olivia', subject: 'forms', ref: null };
    for (const [what, result] of earlier) await web.services.vault.audit.append({ ...line, what, result });
    const rows = await readIn(browser, 'de');
    for (const [what, result] of earlier) {
      const row = rows.find(({ event }) => event === consoleTexts.de.auditWords[what]);
      expect(row).toMatchObject({ result });
      expect(row?.source).toContain('<bdi lang="en">');
      expect(row?.source).not.toContain('<b>');
    }
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    '{{name}} $1 %s #',
    '\u202egnp.exe',
    '\u2067\u05d0\u05d1',
    '{"kind":"revoked"}',
  ])('keeps a name from doing anything to the words around it: %s', async (name) => {
    web = await startConsole({ integrations: [forms()] });
    const browser = await web.signedIn();
    await save(browser, name);
    const [saved] = await web.services.vault.profiles.list();
    expect(saved?.name).toBe(name);
    for (const language of LANGUAGES) {
      const rows = await readIn(browser, language);
      const row = rows.find(({ event }) => event === consoleTexts[language].auditWords.profile_created);
      const shown = name.replace(/[\u202e\u2067]/g, '');
      expect(row?.result.replace(/[\u2068\u2069]/g, '')).toBe(shown);
      expect(row?.source).not.toContain('<img');
    }
  });

  it('says what somebody looked for, and keeps no id of a person whose data is deleted', async () => {
    web = await startConsole({ integrations: [forms()] });
    const browser = await web.signedIn();
    const person = 'user/3:bot/7:msteams/1:t/3:bob';
    const line = { at: web.clock.now, actor: person, subject: 'forms', ref: null };
    await web.services.vault.audit.append({ ...line, what: 'connected', result: 'forms' });
    await browser.get(`/console/audit?${new URLSearchParams({ actor: person, subject: 'forms', what: 'connected' })}`);
    const [one, other] = await web.services.vault.audit.list({ limit: 2, what: 'audit_viewed' });
    expect([one?.subject, other?.subject]).toEqual([person, 'forms']);
    await web.services.vault.audit.rename(person, 'forgotten/1');
    expect(JSON.stringify(await web.services.vault.audit.list({ limit: 9 }))).not.toContain('bob');
    const [row] = await readIn(browser, 'fr', '?what=audit_viewed&subject=forms');
    expect(row?.result).toBe(consoleTexts.fr.auditLookedFor(consoleTexts.fr.auditWords.connected));
  });

  it('keeps nothing of what somebody looked for and did not find: it may be a secret', async () => {
    web = await startConsole({ integrations: [forms()] });
    const browser = await web.signedIn();
    await browser.get(`/console/audit?${new URLSearchParams({ subject: 'sk-live-secret', what: 'sk-live-what' })}`);
    await browser.get(`/console/audit?${new URLSearchParams({ actor: 'sk-live-secret' })}`);
    expect(JSON.stringify(await web.services.vault.audit.list({ limit: 9 }))).not.toContain('sk-live');
    const [row] = await readIn(browser, 'es');
    expect(row?.subject).toBe(consoleTexts.es.auditEmpty);
  });
});

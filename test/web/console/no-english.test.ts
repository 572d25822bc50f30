import { afterEach, expect, it } from 'vitest';
import { ProviderUnreachableError } from '../../../src/errors.ts';
import { LANGUAGES, type LanguageTag } from '../../../src/languages/language-tag.ts';
import { isEnglish } from '../../texts/is-english.ts';
import type { Answer } from '../http-browser.ts';
import { json } from '../running-web.ts';
import { translatedProducts } from '../translated-products.ts';
import { type PageSeen, wordsShown } from '../words-shown.ts';
import { PASSWORD, type RunningConsole, startConsole, submitAt } from './running-console.ts';

const OTHERS = LANGUAGES.filter((language) => language !== 'en');
const WAYS = ['api_key', 'basic', 'oauth2', 'client_credentials'];
const WRONG = 'not the password';

let web: RunningConsole;
afterEach(() => web.close());

/** Every page of the console, and what its forms say, in a language that the developer has chosen. */
async function everythingIn(language: LanguageTag): Promise<readonly PageSeen[]> {
  web = await startConsole({
    integrations: translatedProducts(),
    answer: ({ url }) => {
      if (url.includes('gorgias')) throw new ProviderUnreachableError('GET https://acme.gorgias.com: ECONNREFUSED');
      if (url.includes('zendesk')) return json({ error: 'x' }, 401);
      return json({ responseCode: 200, content: { username: 'acme', email: 'a@acme.example' } });
    },
  });
  const browser = await web.signedIn();
  const stranger = web.browser();
  for (const one of [browser, stranger]) await one.post('/console/language', { language });
  const seen: PageSeen[] = [];
  const note = (where: string, { status, text }: Answer) => seen.push({ where, status, words: wordsShown(text) });
  const look = async (path: string) => note(path, await browser.get(`/console${path}`));
  const send = async (path: string, fields: Readonly<Record<string, string>> = {}, page = path) =>
    note(`${path} ${JSON.stringify(fields)}`, await submitAt(browser, `/console${page}`, `/console${path}`, fields));

  const made = { integration: 'jotform', kind: 'api_key', intent: 'draft', name: 'Acme' };
  await submitAt(browser, '/console/profiles/new?integration=jotform&kind=api_key', '/console/profiles/new', made);
  const [profile] = await web.services.vault.profiles.list();
  const omar = { id: 'omar', version: 1, name: 'omar@corp.example', createdAt: 1, updatedAt: 1 };
  await web.services.vault.operators.put({ ...omar, passwordHash: 'x' });
  await web.begin({ integration: 'jira', purpose: 'create the issue', scopes: [] });

  for (const path of ['', '/profiles', '/profiles/new', '/connections', '/authorizations', '/audit', '/keys']) {
    await look(path);
  }
  for (const path of ['/account', '/developers', '/developers/omar/remove', '/prove', '/nothing']) await look(path);
  for (const path of ['', '/delete']) await look(`/profiles/${profile?.id}${path}`);
  for (const { id, profiles } of web.services.declared) {
    for (const path of ['', '/delete', '/revoke-all']) await look(`/integrations/${id}${path}`);
    for (const kind of WAYS) await look(`/profiles/new?integration=${id}&kind=${kind}`);
    for (const way of profiles) await look(`/integrations/${id}/profiles/${way.id}/test`);
  }

  for (const kind of WAYS) {
    const page = `/profiles/new?integration=zendesk&kind=${kind}`;
    const wrong = { integration: 'zendesk', kind, intent: 'save', name: '', baseUrl: 'http://x', checkUrl: '{{y}}' };
    await send('/profiles/new', wrong, page);
  }
  await send(`/profiles/${profile?.id}`, { integration: 'jotform', kind: 'api_key', intent: 'draft', name: 'Acme' });
  await send('/integrations/jotform/profiles/api-key/test', { 'field.apiKey': '' });
  await send('/integrations/jotform/profiles/api-key/test', { 'field.apiKey': 'a'.repeat(32) });
  const typed = { 'field.tenant': 'acme', 'field.email': 'a@b.example', 'field.apiKey': 'a'.repeat(32) };
  for (const id of ['zendesk', 'gorgias']) {
    const way = web.services.integrations.get(id)?.profiles.find(({ method }) => method !== 'oauth2');
    await send(`/integrations/${id}/profiles/${way?.id}/test`, { ...typed, 'field.apiToken': 'a'.repeat(32) });
  }
  const page = '/integrations/jotform';
  const who = { mode: 'preauthorized', profile: 'api-key' };
  await send(`${page}/who`, who, page);
  await send(`${page}/who`, { ...who, confirmed: 'yes' }, page);
  await look(page);
  await send(`${page}/enable`, {}, page);
  await send(`${page}/audience`, { kind: 'users', list: 'bob' }, page);
  await send(`${page}/audience`, { kind: 'users', list: 'telegram//1\ntelegram//2' }, page);
  await send(`${page}/authorize`, { profile: 'api-key', 'field.apiKey': '' }, page);
  await send(`${page}/authorize`, { profile: 'api-key', 'field.apiKey': 'a'.repeat(32) }, page);
  await look(page);
  await look('');
  await look('/connections');
  const [shared] = await web.services.vault.connections.listAll({ limit: 1 });
  await look(`/connections/${shared?.id}/revoke`);
  await send(`/connections/${shared?.id}/revoke`);
  await send('/keys');
  await send('/account/password', { current: WRONG, password: 'x', repeat: 'y' }, '/account');
  await send('/account/password', { current: PASSWORD, password: 'short', repeat: 'short' }, '/account');
  await send('/developers/omar/remove');
  web.clock.now += 6 * 60_000;
  await send(`/profiles/${profile?.id}/delete`);
  await send(`/profiles/${profile?.id}/delete`, { current_password: WRONG });
  await send(`/profiles/${profile?.id}/delete`, { current_password: PASSWORD });
  const [open] = await web.services.vault.authorizations.listOpen(1);
  await send(`/authorizations/${open?.id}/end`, {}, '/authorizations');
  await send(`/authorizations/${open?.id}/end`, {}, '/authorizations');
  await look('/audit');
  note('another site', await browser.post('/console/keys', {}, { 'sec-fetch-site': 'cross-site' }));
  note('not allowed', await browser.post('/console/audit', {}));
  for (const path of ['/sign-in', '/setup', '/keys']) note(path, await stranger.get(`/console${path}`));
  note('wrong password', await stranger.submit('/console/sign-in', { name: 'x', password: WRONG }));
  note('signed out', await stranger.post('/console/keys', { form_token: 'x' }));
  note('sign out', await submitAt(browser, '/console', '/console/sign-out'));
  note('/sign-in', await browser.get('/console/sign-in'));
  return seen;
}

/** Names, what people typed, technical words that all languages share, and what a language has from English. */
const NAMES =
  /^(?:Helpdesk Bot|Jira|Jotform(?: .*)?|Zendesk|Gorgias|Freshsales|GitHub|Acme|Bob Jones|acme|OAuth #\.#|JSON|PKCE|jotform|bob|omar|\w+\/\S+|telegram.*|#:# UTC|\S*@\S*(?: .*)?|https?:\S*|\S*\{\S*|k#)$/u;
const SHARED: Readonly<Record<string, readonly string[]>> = {
  de: [
    '(optional)',
    'Integration',
    'Browser',
    'Header',
    'Payload',
    'in Microsoft Teams',
    'Basic',
    'Scope',
    'Profile',
    'Name',
    'Body',
  ],
  fr: ['Console', 'Actions', 'Description', 'Scope', 'Basic'],
  es: ['No', 'Basic'],
  'pt-BR': ['Basic'],
  ja: [],
  ar: [],
};

it.each(OTHERS)('in %s, no page of the console has a part that is the English one', async (language) => {
  const english = await everythingIn('en');
  await web.close();
  const seen = await everythingIn(language);
  expect(seen.map(({ where, status }) => `${status} ${where.replace(/[0-9a-f-]{36}/g, '…')}`)).toEqual(
    english.map(({ where, status }) => `${status} ${where.replace(/[0-9a-f-]{36}/g, '…')}`),
  );
  const left = seen.flatMap(({ where, words }, at) => {
    const same = new Set(english[at]?.words);
    const isLeft = (text: string) => isEnglish(text) || (same.has(text) && /\p{L}{2}/u.test(text) && !NAMES.test(text));
    return words.filter((text) => isLeft(text) && !SHARED[language]?.includes(text)).map((text) => `${where}: ${text}`);
  });
  expect(left).toEqual([]);
});

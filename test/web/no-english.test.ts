import { afterEach, expect, it } from 'vitest';
import { translate } from '../../src/actions/sentences/translate.ts';
import { ProviderUnreachableError } from '../../src/errors.ts';
import { confirmAuthorization } from '../../src/flows/confirm-authorization.ts';
import { endWhileOpen } from '../../src/flows/end-authorization.ts';
import { LANGUAGES, type LanguageTag } from '../../src/languages/language-tag.ts';
import type { HttpRequest, HttpResponse } from '../../src/model/http.ts';
import type { UserOwner } from '../../src/model/owner.ts';
import { isEnglish } from '../texts/is-english.ts';
import { ENDINGS } from '../texts/sampled-words.ts';
import { type Answer, formTokenIn, type HttpBrowser } from './http-browser.ts';
import { json, type RunningWeb, startWeb } from './running-web.ts';
import { translatedProducts } from './translated-products.ts';
import { type PageSeen, wordsShown } from './words-shown.ts';

const OTHERS = LANGUAGES.filter((language) => language !== 'en');
const WRONG = 'wrong'.repeat(8);
const LOST = 'lost'.repeat(8);
const SITES = ['Support', 'Sales'].map((name) => ({
  id: name,
  name,
  url: `https://${name.toLowerCase()}.atlassian.net`,
  scopes: ['read:jira-work', 'write:jira-work', 'read:jira-user'],
}));

let web: RunningWeb;
afterEach(() => web.close());

function answer(request: HttpRequest): HttpResponse {
  const sent = JSON.stringify([request.url, request.headers, request.body ?? '']);
  const basic = Buffer.from(/Basic ([\w+/=]+)/.exec(sent)?.[1] ?? '', 'base64').toString();
  if (`${sent}${basic}`.includes(LOST)) throw new ProviderUnreachableError('GET https://product.example: ECONNREFUSED');
  if (`${sent}${basic}`.includes(WRONG)) return json({ error: 'unauthorized' }, 401);
  if (request.url.includes('accessible-resources')) return json(SITES);
  if (request.url.endsWith('/token')) return json({ access_token: 'a', token_type: 'bearer', expires_in: 3600 });
  const person = { id: 7, accountId: '7', displayName: 'Bob', emailAddress: 'bob@corp.example', login: 'bob' };
  return json({ ...person, content: { username: 'bob', email: 'bob@corp.example' }, filters: [], name: 'bob' });
}

/** Every page that a person can come to, in the language of their chat, or of their browser where no chat is known. */
async function everythingIn(language: LanguageTag): Promise<readonly PageSeen[]> {
  web = await startWeb({
    integrations: translatedProducts(),
    answer,
    settings: { contact: 'help@corp.example' },
  });
  const seen: PageSeen[] = [];
  const headers = { 'accept-language': language };
  const note = (where: string, { status, text }: Answer): string => {
    seen.push({ where, status, words: wordsShown(text) });
    return text;
  };
  let people = 0;
  const ownerOf = (person: number): UserOwner => ({
    kind: 'user',
    bot: 'bot',
    channel: 'telegram',
    tenant: '',
    user: `bob ${person}`,
  });
  const begin = (integration: string, profile: string, scopes: readonly string[] = []) => {
    people += 1;
    return web.begin({
      owner: ownerOf(people),
      conversation: { key: `chat ${people}`, kind: 'personal', reference: {}, locale: language },
      purpose: translate('create the issue', language),
      ...{ integration, profile, scopes },
    });
  };
  const post = async (browser: HttpBrowser, where: string, path: string, fields: Readonly<Record<string, string>>) => {
    const { text } = await browser.get(path, headers);
    const sent = await browser.post(path, { form_token: formTokenIn(text), ...fields }, headers);
    note(`${where} ${JSON.stringify(fields)}`, sent);
    return sent;
  };

  for (const { id, profiles } of web.services.declared) {
    for (const { id: profile, method, ...way } of profiles) {
      const { path } = await begin(id, profile, 'scopes' in way ? way.scopes : []);
      const browser = web.browser();
      note(`${id} ${profile}`, await browser.get(path));
      await post(browser, `${id} ${profile}`, path, { 'field.tenant': 'no such host' });
      await post(browser, `${id} ${profile}`, path, { 'field.tenant': 'acme' });
      if (method === 'oauth2') continue;
      const form = `${path}/credential`;
      note(`${id} ${profile} form`, await browser.get(form));
      await post(browser, `${id} ${profile} form`, form, {});
      const fields = 'fields' in way ? way.fields.map(({ key }) => key) : [];
      for (const value of ['ключ\u0001', LOST, WRONG]) {
        const typed = fields.map((key) => [`field.${key}`, key === 'email' ? 'bob@corp.example' : value]);
        await post(browser, `${id} ${profile} form`, form, { 'field.tenant': 'acme', ...Object.fromEntries(typed) });
      }
    }
  }

  const key = await begin('jotform', 'api-key');
  const own = web.browser();
  await post(own, 'a key', key.path, {});
  const landed = await post(own, 'a key', `${key.path}/credential`, { 'field.apiKey': 'a'.repeat(32) });
  const shown = note('the code', await own.get(landed.headers.location ?? ''));
  const code = /[B-Z]{4}-[B-Z]{4}/.exec(shown)?.[0].replace('-', '') ?? '';
  note('the link again', await own.get(key.path));
  note('a link in use', await web.browser().get(key.path, headers));
  const typed = { owner: ownerOf(people), conversationKey: `chat ${people}`, code };
  expect(await confirmAuthorization(web.services, typed)).toHaveProperty('status', 'connected');
  note('connected', await own.get(landed.headers.location ?? ''));
  await post(own, 'another form', `/done/${key.authorization.id}`, { site: 'x' });

  const sites = await begin('jira', 'system', ['read:jira-work']);
  const choosing = web.browser();
  const moving = note('moving on', await choosing.submit(sites.path));
  const state = /[?&;]state=([\w-]+)/.exec(moving)?.[1] ?? '';
  const back = await choosing.get(`/oauth/callback/jira?code=the-code&state=${state}`);
  const done = back.headers.location ?? '';
  note('a choice of sites', await choosing.get(done));
  await post(choosing, 'a choice of sites', done, {});
  await post(choosing, 'a choice of sites', done, { site: 'Sales' });
  note('the code, with a site', await choosing.get(done));

  for (const why of ENDINGS) {
    const { path, authorization } = await begin('github', 'system', ['repo']);
    const browser = web.browser();
    await browser.submit(path);
    await endWhileOpen(web.services, authorization.id, { status: 'failed', why, tell: 'told', ref: 'r3f' });
    note(`ended: ${why}`, await browser.get(`/done/${authorization.id}`));
  }

  const lost = await begin('github', 'system', ['repo']);
  const pressed = await web.browser().submit(lost.path);
  const its = /[?&;]state=([\w-]+)/.exec(pressed.text)?.[1] ?? '';
  const elsewhere = web.browser();
  const returned = note('back without its cookie', await elsewhere.get(`/oauth/callback/github?code=c&state=${its}`));
  const newLink = /action="([^"]+new-link)"/.exec(returned)?.[1] ?? '';
  note('a new link', await elsewhere.post(newLink, { form_token: formTokenIn(returned) }, headers));
  note('a new link again', await elsewhere.post(newLink, { form_token: formTokenIn(returned) }, headers));

  const other = web.browser();
  for (const path of ['/connect/unknown', '/connect/unknown/credential', '/done/unknown', '/oauth/callback/jira']) {
    note(path, await other.get(path, headers));
  }
  note('no such state', await other.get('/oauth/callback/jira?state=x&code=y', headers));
  note('no such page', await other.get('/connect', headers));
  note('another site', await other.post(lost.path, {}, { ...headers, 'sec-fetch-site': 'cross-site' }));
  note('too long', await other.post(lost.path, 'x='.padEnd(70_000, 'x'), headers));
  note('no form token', await other.post(lost.path, {}, headers));
  return seen;
}

/** Names, and what is typed as it is. */
const NAMES =
  /^(?:Helpdesk Bot|Latchkey|Jira|Jotform(?: .*)?|Zendesk|Gorgias|Freshsales|GitHub|Bob Jones|bob|acme|Support|Sales|OAuth|\S*@\S*|https?:\S*|\S*\.\S+|r#f)$/u;
const SHARED: Readonly<Record<string, readonly string[]>> = {
  de: ['in Telegram', 'Site'],
  fr: ['Site'],
  'pt-BR': ['Site'],
};

it.each(OTHERS)('in %s, no page has a part that is the English one', async (language) => {
  const english = await everythingIn('en');
  await web.close();
  const seen = await everythingIn(language);
  expect(seen.map(({ where, status }) => `${status} ${where}`)).toEqual(
    english.map(({ where, status }) => `${status} ${where}`),
  );
  const left = seen.flatMap(({ where, words }, at) => {
    const same = new Set(english[at]?.words);
    const isLeft = (text: string) => isEnglish(text) || (same.has(text) && /\p{L}{2}/u.test(text) && !NAMES.test(text));
    return words.filter((text) => isLeft(text) && !SHARED[language]?.includes(text)).map((text) => `${where}: ${text}`);
  });
  expect(left).toEqual([]);
});

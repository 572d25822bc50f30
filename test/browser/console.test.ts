import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger } from 'latchkey';
import type { Sandbox } from 'latchkey/sandbox';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../playground/config.ts';
import { type Playground, startPlayground } from '../../playground/start-playground.ts';
import { axeProblems, colourProblems } from './axe.ts';
import { launchChromium } from './chromium.ts';
import { isConnected } from './is-connected.ts';
import { unseenFocus } from './unseen-focus.ts';

const NAME = 'dev@example.com';
const PASSWORD = 'four grey horses sleep';

let folder: string;
let playground: Playground;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let offset = 0;
const complaints: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-console-'));
  [playground, browser] = await Promise.all([
    startPlayground({ ...readConfig({ PORT: '0' }), folder }, { logger: silentLogger, now: () => Date.now() + offset }),
    launchChromium(),
  ]);
  context = await browser.newContext({ viewport: { width: 1200, height: 900 }, reducedMotion: 'reduce' });
  page = await context.newPage();
  page.on('console', (message) => {
    // a refused form is answered with 422, which the browser calls an error
    if (!/^(?:Failed to load resource|Autofocus processing)/.test(message.text())) complaints.push(message.text());
  });
});
afterAll(async () => {
  await browser?.close();
  await playground?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the console', () => {
  it('is set up once, with the link of the log, and signs the first developer in', async () => {
    const { setupLink = '' } = playground.console;
    await open('');
    expect(await page.locator('h1').textContent()).toBe('Not set up yet');

    await page.goto(setupLink);
    await page.getByLabel('Name').fill(NAME);
    await page.getByLabel('New password', { exact: true }).fill('password1234');
    await page.getByLabel('New password again').fill('password1234');
    await press('Create the account and sign in');
    expect(await page.getByRole('alert').textContent()).toContain('common passwords');
    expect(await page.getByLabel('Name').inputValue()).toBe(NAME);
    expect(await page.getByLabel('New password', { exact: true }).inputValue()).toBe('');
    expect(await axeProblems(page)).toEqual([]);

    await page.getByLabel('New password', { exact: true }).fill(PASSWORD);
    await page.getByLabel('New password again').fill(PASSWORD);
    await press('Create the account and sign in');
    expect(await page.locator('h1').textContent()).toBe('Integrations');

    await page.goto(setupLink);
    expect(await page.locator('h1').textContent()).toBe('Not found.');
  });

  it('signs out, refuses a wrong password without a word about which was wrong, and signs in', async () => {
    await open('');
    await press('Sign out');
    expect(await page.locator('h1').textContent()).toBe('Sign in');
    expect(await page.getByRole('status').textContent()).toBe('You are signed out.');
    await signIn('somebody else entirely');
    expect(await page.getByRole('alert').textContent()).toContain('Wrong name or password.');
    expect(await axeProblems(page)).toEqual([]);
    await signIn(PASSWORD);
    expect(await page.locator('h1').textContent()).toBe('Integrations');
  });

  it('is used with the keyboard: the first key press leads past the navigation', async () => {
    await open('');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to content');
    await page.keyboard.press('Enter');
    for (const _ of ['to the search', 'to its button', 'to the first product']) await page.keyboard.press('Tab');
    expect(await focused()).toBe('Jira');
    await page.keyboard.press('Enter');
    await page.waitForURL(/integrations\/jira$/);
  });

  it('copies the callback URL with one press, and leaves room between a button and the box below it', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open('/integrations/jira');
    await page.getByRole('button', { name: 'Copy Callback URL' }).click();
    await page.locator('.copy-row').getByRole('status').getByText('Copied').waitFor();
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toMatch(/\/oauth\/callback\/jira$/);
    const [button, box] = await Promise.all([
      page.getByRole('button', { name: 'Save who authorizes' }).boundingBox(),
      page.locator('.work .guide').first().boundingBox(),
    ]);
    expect((box?.y ?? 0) - (button?.y ?? 0) - (button?.height ?? 0)).toBeGreaterThanOrEqual(16);
  });

  it('tests a profile and shows both sides of the call with the key masked', async () => {
    const { jotform } = playground.sandbox;
    await open('/profiles');
    await page.getByRole('link', { name: 'Test Jotform: API key' }).click();
    await page.getByLabel('Jotform API key').fill('wrongkey12345');
    await press('Test');
    expect(await page.getByRole('alert').textContent()).toContain('Jotform rejected what you entered.');
    await page.getByLabel('Jotform API key').fill(jotform.apiKey);
    await press('Test');
    expect(await page.getByRole('status').textContent()).toContain('bob@acme.example');
    const shown = (await page.locator('main').textContent()) ?? '';
    expect(shown).toContain('GET ');
    expect(shown).toContain('APIKEY: ••••••');
    expect(shown).not.toContain(jotform.apiKey);
    expect(await axeProblems(page)).toEqual([]);
  });

  it('refuses a profile that cannot work and names the field, and keeps it as a draft when asked', async () => {
    await open('/profiles/new?integration=jira&kind=oauth2');
    await page.getByLabel('Identity Provider Name').fill('Crooked');
    await page.getByLabel('Client ID').fill('some-client');
    await page.getByLabel('Client Secret Key').fill('a secret that is typed');
    await page.getByLabel('Token Request URL').fill('http://token.example/plain');
    await press('Save the profile');
    const alert = page.getByRole('alert');
    expect(await alert.textContent()).toContain('Token Request URL: It must be https');
    await alert.getByRole('link').click();
    expect(await page.getByLabel('Token Request URL').getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Identity Provider Name').inputValue()).toBe('Crooked');
    expect(await page.getByLabel('Client Secret Key').inputValue()).toBe('');
    expect(await axeProblems(page)).toEqual([]);
    await press('Save as a draft');
    expect(await page.getByRole('status').textContent()).toContain('not offered to anybody');
    await open('/integrations/jira');
    expect(await page.getByLabel('Crooked').count()).toBe(0);

    await open('/profiles');
    await page.getByRole('link', { name: 'Delete Crooked' }).click();
    expect(await page.locator('main').textContent()).toContain('Nothing uses it.');
    await press('Delete the profile');
    expect(await page.getByText('Crooked').count()).toBe(0);
  });

  it('never shows a stored secret again, and keeps it when the field is left empty', async () => {
    await createOAuthProfile('jira', 'Kept', { clientId: 'kept-client', clientSecret: 'a-long-secret-k3pt' });
    await page.getByRole('link', { name: 'Kept', exact: true }).click();
    const html = await page.content();
    expect(html).not.toContain('a-long-secret');
    expect(html).toContain('it ends in ••••k3pt');
    await page.getByLabel('Description').fill('for the help desk');
    await press('Save the profile');
    const actions = page.locator('tbody tr').filter({ hasText: 'Kept' }).locator('.row-actions');
    // what takes something away comes last
    expect((await actions.innerText()).split(/\s+/).filter((word) => word !== 'Kept')).toEqual([
      'Edit',
      'Test',
      'Duplicate',
      'Delete',
    ]);
    await press('Duplicate Kept');
    expect(await page.getByLabel('Identity Provider Name').inputValue()).toBe('Copy of Kept');
    expect(await page.content()).toContain('it ends in ••••k3pt');
  });
});

interface Row {
  readonly name: string;
  readonly integration: string;
  /** Title of the profile to select. */
  readonly profile: string;
  /** What is typed, by label. */
  readonly fields?: (sandbox: Sandbox) => Readonly<Record<string, string>>;
  /** OAuth: the button that allows it. */
  readonly consent?: RegExp;
  /** Made first; its title is `profile`. */
  readonly custom?: (sandbox: Sandbox) => { readonly clientId: string; readonly clientSecret: string };
  /** What a person then asks for in the chat, and the answer. */
  readonly ask: string;
  readonly account: string;
}

const ROWS: readonly Row[] = [
  {
    name: 'Jotform by API key',
    integration: 'jotform',
    profile: 'API key',
    fields: ({ jotform }) => ({ 'Jotform API key': jotform.apiKey }),
    ask: 'List my Jotform forms',
    account: 'bob@acme.example',
  },
  {
    name: 'Jira by OAuth, system',
    integration: 'jira',
    profile: 'Atlassian account',
    consent: /accept/i,
    ask: 'my jira issues',
    account: 'bob@acme.example',
  },
  {
    name: 'Jira by OAuth, custom',
    integration: 'jira',
    profile: 'Our Jira app',
    custom: ({ jira }) => jira,
    consent: /accept/i,
    ask: 'my jira issues',
    account: 'bob@acme.example',
  },
  {
    name: 'Gorgias by domain, e-mail address and key',
    integration: 'gorgias',
    profile: 'E-mail address and API key',
    fields: () => ({
      'Gorgias subdomain': 'acme',
      'Gorgias e-mail address': 'bob@acme.example',
      'API key': 'sandboxGorgiasKeyOfBob',
    }),
    ask: 'List Gorgias tickets',
    account: 'acme.gorgias.com',
  },
  {
    name: 'Freshsales by domain and key',
    integration: 'freshsales',
    profile: 'API key',
    fields: () => ({ 'Freshsales bundle alias': 'acme', 'Freshsales API key': 'sandboxFreshsalesKeyOfBob' }),
    ask: 'List Freshsales contacts',
    account: 'acme.myfreshworks.com',
  },
  {
    name: 'Zendesk by subdomain, e-mail address and token',
    integration: 'zendesk',
    profile: 'API token',
    fields: ({ zendesk }) => ({
      'Zendesk subdomain': 'acme',
      'Zendesk e-mail address': 'bob@acme.example',
      'API token': zendesk.apiTokens.acme ?? '',
    }),
    ask: 'List my Zendesk tickets',
    account: 'bob@acme.example',
  },
  {
    name: 'Zendesk by OAuth, system',
    integration: 'zendesk',
    profile: 'Sign in to Zendesk',
    fields: () => ({ 'Zendesk subdomain': 'acme' }),
    consent: /allow/i,
    ask: 'List my Zendesk tickets',
    account: 'bob@acme.example',
  },
  {
    name: 'Zendesk by OAuth, custom',
    integration: 'zendesk',
    profile: 'Our Zendesk client',
    custom: ({ zendesk }) => zendesk.tenantClient,
    fields: () => ({ 'Zendesk subdomain': 'acme' }),
    consent: /allow/i,
    ask: 'List my Zendesk tickets',
    account: 'bob@acme.example',
  },
];

describe('pre-authorizing', () => {
  it.each(ROWS)('$name: authorized, shared and enabled, and the chat says whose account acts', async (row) => {
    await deleteSetup(row.integration);
    if (row.custom !== undefined)
      await createOAuthProfile(row.integration, row.profile, row.custom(playground.sandbox));
    await open(`/integrations/${row.integration}`);
    await page.getByRole('radio', { name: /^Pre-authorize/ }).check();
    await page.getByRole('group', { name: 'Select authorization' }).getByText(row.profile, { exact: true }).click();
    await press('Save who authorizes');
    await confirmOffline();
    expect(await badge()).toBe('Not configured');

    for (const [label, value] of Object.entries(row.fields?.(playground.sandbox) ?? {})) {
      await page.locator('main').getByLabel(label, { exact: true }).fill(value);
    }
    await page.getByRole('button', { name: /^Authorize/ }).click();
    if (row.consent !== undefined) await consent(row.consent);
    await page.getByText(new RegExp(`^Authorized as .?${row.account}`)).waitFor();
    expect(await badge()).toBe('Configured');

    const asker = `asker-${ROWS.indexOf(row)}`;
    await page.getByRole('radio', { name: /^All users/ }).check();
    await press('Save who can use it');
    await press('Enable');
    expect(await badge()).toBe('Enabled');
    expect(await hears(asker, row.ask, 'Done with this bot')).toContain(row.account);
  });

  it('acts for nobody until the developer says for whom', async () => {
    await open('/integrations/jotform');
    await page.getByRole('radio', { name: /^Nobody yet/ }).check();
    await press('Save who can use it');
    expect(await page.locator('.caution').textContent()).toContain('Nobody can use the account yet');
    const answer = await hears('stranger', 'List my Jotform forms', /not allowed to use Jotform/);
    expect(answer).not.toContain('Done with');
    await page.reload();
    await openDetails();
    expect(await page.locator('.listed li').filter({ hasText: 'webchat//stranger' }).textContent()).toContain(
      'Stranger: ',
    );

    await page.getByRole('radio', { name: /^Only listed users/ }).check();
    await press('Save who can use it');
    expect(await page.getByRole('alert').textContent()).toContain('at least one id');
    await page.getByLabel('Tenants or users').fill('webchat//listed\n');
    await press('Save who can use it');
    expect(await hears('listed', 'List my Jotform forms', 'Done with this bot')).toContain('bob@acme.example');
  });

  it('says so when the product refuses, keeps what was typed, and never a secret', async () => {
    await open('/integrations/freshsales');
    await page.getByLabel('Freshsales bundle alias').fill('acme');
    await page.getByLabel('Freshsales API key').fill('wrong-key-of-nobody');
    await page.getByRole('button', { name: /^Authorize/ }).click();
    expect(await page.getByRole('alert').textContent()).toContain('rejected');
    expect(await page.getByLabel('Freshsales bundle alias').inputValue()).toBe('acme');
    expect(await page.getByLabel('Freshsales API key').inputValue()).toBe('');
    expect(await axeProblems(page)).toEqual([]);
  });

  it('comes back to the console when the access is not allowed', async () => {
    await open('/integrations/jira');
    await page.getByRole('button', { name: /^Authorize/ }).click();
    await page.getByRole('button', { name: /cancel|decline|deny/i }).click();
    await page.waitForURL(/\/done\//);
    expect(await page.locator('main').textContent()).toContain('Nothing was saved');
    await page.getByRole('link', { name: 'Back to the console' }).click();
    expect(await page.locator('h1').textContent()).toBe('Jira');
  });

  it('is disabled and enabled again, and asks people for their own account when they are allowed to', async () => {
    await open('/integrations/jotform');
    await press('Disable');
    expect(await badge()).toBe('Configured');
    expect(await hears('switched', 'List my Jotform forms', /is switched off/)).not.toContain('Done with');
    await page.getByRole('radio', { name: /^Allow users/ }).check();
    await press('Save who authorizes');
    await press('Enable');
    expect(await badge()).toBe('Enabled');
    await hears('own-account', 'List my Jotform forms', /I need access to your Jotform account/);
  });
});

describe('what people and developers left behind', () => {
  it('lists connections, asks before it revokes one, and says what stops working', async () => {
    await open('/connections');
    await page.getByLabel('Integration').selectOption({ label: 'Gorgias' });
    await press('Show');
    const rows = page.locator('tbody tr');
    expect(await rows.count()).toBe(1);
    await rows.getByRole('link', { name: /^Revoke/ }).click();
    expect(await page.locator('main').textContent()).toContain('Nobody can use this shared account any more.');
    await page.getByRole('button', { name: 'Revoke' }).click();
    expect(await page.getByRole('status').textContent()).toContain('acme.gorgias.com is removed here');
    await open('/integrations/gorgias');
    expect(await badge()).toBe('Not configured');
  });

  it('revokes all connections to a product', async () => {
    await open('/integrations/freshsales/revoke-all');
    expect(await page.locator('main').textContent()).toContain('1 connection');
    await press('Revoke all of them');
    expect(await page.getByRole('status').textContent()).toContain('1 connection to Freshsales revoked');
  });

  it('says what uses a profile before it is deleted, and asks for the password when the last one is old', async () => {
    await open('/profiles');
    await page.getByRole('link', { name: 'Delete Our Zendesk client' }).click();
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).toContain('It is selected for Zendesk');
    expect(text).toContain('1 connection was made with it');

    offset += 6 * 60_000;
    await page.reload();
    await press('Delete the profile');
    expect(await page.getByRole('alert').textContent()).toContain('Enter your password');
    await page.getByLabel('Your password').fill('not the password');
    await press('Delete the profile');
    expect(await page.getByRole('alert').textContent()).toContain('This password is wrong.');
    expect(await axeProblems(page)).toEqual([]);
    await page.getByLabel('Your password').fill(PASSWORD);
    await press('Delete the profile');
    expect(await page.getByText('Our Zendesk client').count()).toBe(0);
    await open('/integrations/zendesk');
    expect(await badge()).toBe('Needs attention');
  });

  it('shows who is being asked to connect right now', async () => {
    await hears('newcomer', 'List my Jotform forms', /I need access to your Jotform account/);
    await open('/authorizations');
    const row = page.locator('tbody tr').filter({ hasText: 'Newcomer' });
    expect(await row.textContent()).toContain('Asked; not opened yet');
  });

  it('logs all of it, and filters by a click', async () => {
    await open('/audit');
    await page.getByLabel('Event', { exact: true }).selectOption({ label: 'Deleted a profile' });
    await press('Filter');
    expect(await page.locator('tbody tr').count()).toBe(2);
    await page.locator('tbody').getByRole('link', { name: NAME }).first().click();
    expect(page.url()).toContain('actor=operator');
  });

  it('changes the password and ends all other sessions', async () => {
    const other = await browser.newContext();
    const elsewhere = await other.newPage();
    await elsewhere.goto(playground.console.url);
    await elsewhere.getByLabel('Name').fill(NAME);
    await elsewhere.getByLabel('Password').fill(PASSWORD);
    await elsewhere.getByRole('button', { name: 'Sign in' }).click();
    await elsewhere.getByRole('heading', { name: 'Integrations' }).waitFor();

    await open('/account');
    expect(await page.locator('tbody tr').count()).toBe(2);
    await page.getByLabel('Current password').fill(PASSWORD);
    await page.getByLabel('New password', { exact: true }).fill(`${PASSWORD} deeply`);
    await page.getByLabel('New password again').fill(`${PASSWORD} deeply`);
    await press('Change the password');
    expect(await page.getByRole('status').textContent()).toContain('The password is changed.');
    expect(await page.locator('tbody tr').count()).toBe(1);
    await elsewhere.reload();
    expect(await elsewhere.locator('h1').textContent()).toBe('Sign in');
    await other.close();
  });
});

const PHONE = { width: 390, height: 900 };
/** A desktop of 1,280 pixels at 200 %. */
const ZOOMED = { width: 640, height: 400 };

const PAGES = [
  '',
  '/integrations/jira',
  '/integrations/zendesk',
  '/integrations/gorgias',
  '/integrations/jira/delete',
  '/integrations/jira/revoke-all',
  '/integrations/jotform/profiles/api-key/test',
  '/integrations/jira/profiles/system/test',
  '/profiles',
  '/profiles/new',
  '/profiles/new?integration=jira&kind=oauth2',
  '/profiles/new?integration=jira&kind=client_credentials',
  '/profiles/new?integration=zendesk&kind=basic',
  '/profiles/new?integration=jotform&kind=api_key',
  '/connections',
  '/connections?integration=gorgias',
  '/authorizations',
  '/audit',
  '/audit?what=nothing',
  '/keys',
  '/account',
  '/developers',
  '/nothing-is-here',
] as const;

describe('every page', () => {
  it.each(PAGES)('can be used by everybody, on a phone and in the dark: /console%s', async (path) => {
    await open(path);
    await openDetails();
    for (const [width, colorScheme] of [
      [1200, 'light'],
      [1200, 'dark'],
      [390, 'light'],
      [390, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const problems = await (colorScheme === 'light' ? axeProblems(page) : colourProblems(page));
      expect(problems, `${width} ${colorScheme}`).toEqual([]);
      expect(await scrollsSideways(), `${width} scrolls sideways`).toBe(false);
      expect(await page.locator('h1').count()).toBe(1);
    }
    await page.setViewportSize({ width: 1200, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it.each([
    { colorScheme: 'light', forcedColors: 'none' },
    { colorScheme: 'dark', forcedColors: 'none' },
    { colorScheme: 'dark', forcedColors: 'active' },
  ] as const)('shows where the focus is, on every control: $colorScheme, forced: $forcedColors', async (colours) => {
    await page.emulateMedia(colours);
    for (const path of PAGES) {
      await open(path);
      await openDetails();
      expect(await unseenFocus(page), path).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  });

  const TRANSLATED = [
    ['de', 'Deutsch', { colorScheme: 'dark' }],
    ['ar', 'العربية', { colorScheme: 'light', forcedColors: 'active' }],
  ] as const;
  describe.each(TRANSLATED)('in %s', (language, name, look) => {
    beforeAll(async () => {
      await open('');
      await press(name);
      await page.emulateMedia(look);
    });
    afterAll(async () => {
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
      await page.setViewportSize({ width: 1200, height: 900 });
      await open('');
      await press('English');
    });

    it.each(PAGES)('can be used on a phone and at 200 %%, in other colours: /console%s', async (path) => {
      await open(path);
      await openDetails();
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      for (const size of [PHONE, ZOOMED]) {
        await page.setViewportSize(size);
        expect(await scrollsSideways(), `${size.width} scrolls sideways`).toBe(false);
        expect(await cutTitles(), `${size.width}`).toEqual([]);
      }
      expect(await axeProblems(page)).toEqual([]);
    });

    it('shows addresses, requests and responses from left to right', async () => {
      await open('/integrations/jotform/profiles/api-key/test');
      await page.locator('main input[type=password]').first().fill('wrongkey12345');
      await Promise.all([page.waitForEvent('domcontentloaded'), page.locator('main form button').click()]);
      const directions = await page.evaluate<readonly string[]>(
        "[...document.querySelectorAll('pre')].map((one) => getComputedStyle(one).direction)",
      );
      expect(directions).toEqual(['ltr', 'ltr', 'ltr']);
      await open('/profiles/new?integration=jira&kind=oauth2');
      const direction = "getComputedStyle(document.querySelector('[name=tokenUrl]')).direction";
      expect(await page.evaluate<string>(direction)).toBe('ltr');
    });
  });

  it.each(['Français', 'Español', 'Português (Brasil)', '日本語'])(
    'never scrolls sideways, on a phone and at 200 %%: %s',
    async (name) => {
      await open('');
      await press(name);
      for (const path of PAGES) {
        await open(path);
        await openDetails();
        for (const size of [PHONE, ZOOMED]) {
          await page.setViewportSize(size);
          expect(await scrollsSideways(), `${path} at ${size.width}`).toBe(false);
        }
        expect(await page.locator('h1').count(), path).toBe(1);
      }
      await page.setViewportSize({ width: 1200, height: 900 });
      await open('');
      await press('English');
    },
  );

  it('breaks none of its own rules about content', () => {
    expect(complaints).toEqual([]);
  });
});

function scrollsSideways(): Promise<boolean> {
  return page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth');
}

/** Titles of cells that reach into the value beside them. */
function cutTitles(): Promise<readonly string[]> {
  return page.evaluate(`[...document.querySelectorAll('.cell-title')]
    .filter((title) => title.scrollWidth > title.clientWidth + 1)
    .map((title) => title.textContent)`);
}

function open(path: string) {
  return page.goto(`${playground.console.url}${path}`);
}

/** The page that answers is there when this returns. */
async function press(name: string): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), page.getByRole('button', { name, exact: true }).click()]);
}

async function signIn(password: string): Promise<void> {
  await page.getByLabel('Name').fill(NAME);
  await page.getByLabel('Password').fill(password);
  await press('Sign in');
}

async function badge(): Promise<string> {
  return (await page.locator('.title-line .badge').textContent()) ?? '';
}

function focused(): Promise<string> {
  return page.evaluate<string>('document.activeElement.textContent.trim()');
}

async function openDetails(): Promise<void> {
  await page.evaluate('for (const closed of document.querySelectorAll("details")) closed.open = true');
}

/** Asked only where people have used the integration until now. */
async function confirmOffline(): Promise<void> {
  expect(await axeProblems(page)).toEqual([]);
  await press('Switch off and pre-authorize');
}

async function deleteSetup(integration: string): Promise<void> {
  await open(`/integrations/${integration}/delete`);
  await press('Delete the configuration');
}

async function createOAuthProfile(
  integration: string,
  name: string,
  client: { readonly clientId: string; readonly clientSecret: string },
): Promise<void> {
  await open(`/profiles/new?integration=${integration}`);
  await page.getByRole('radio', { name: /^OAuth 2.0 / }).check();
  await press('Continue');
  await page.getByLabel('Identity Provider Name').fill(name);
  await page.getByLabel('Client ID').fill(client.clientId);
  await page.getByLabel('Client Secret Key').fill(client.clientSecret);
  await press('Save the profile');
  expect(await page.getByRole('status').textContent()).toContain('is saved');
}

/** Signs in to the product, chooses a site where there are several, and comes back. */
async function consent(button: RegExp): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.waitForURL(/\/done\//);
  const site = page.getByRole('radio').first();
  if (await site.isVisible()) {
    await site.check();
    await press('Continue');
  }
  await page.getByRole('link', { name: 'Back to the console' }).click();
}

/** Says something to the bot as a person, and answers with what it says. */
async function hears(user: string, text: string, answer: string | RegExp): Promise<string> {
  const chat = await (await browser.newContext()).newPage();
  await chat.goto(`${playground.url}/?user=${user}`);
  await isConnected(chat);
  const box = chat.locator('[data-id="webchat-sendbox-input"]');
  await box.fill(text);
  await box.press('Enter');
  const said = chat.getByRole('feed').getByText(answer).last();
  await said.waitFor();
  const words = (await chat.getByRole('feed').textContent()) ?? '';
  await chat.context().close();
  return words;
}

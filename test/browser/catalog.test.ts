import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger } from 'latchkey';
import type { PlayedSandbox } from 'latchkey/sandbox';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../../playground/config.ts';
import { type Playground, startPlayground } from '../../playground/start-playground.ts';
import { axeProblems } from './axe.ts';
import { launchChromium } from './chromium.ts';

const PASSWORD = 'four grey horses sleep';

let folder: string;
let playground: Playground;
let catalog: PlayedSandbox;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-catalog-'));
  [playground, browser] = await Promise.all([
    startPlayground({ ...readConfig({ PORT: '0' }), folder, catalog: true }, { logger: silentLogger }),
    launchChromium(),
  ]);
  if (playground.catalog === undefined) throw new Error('the catalogue does not take part');
  catalog = playground.catalog;
});
afterAll(async () => {
  await browser?.close();
  await playground?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('connects a product of the catalogue by signing in there, from the chat to the code', async () => {
  const { page, say, hears } = await openChat('olga');
  await say('connect hubspot');
  await page.getByRole('toolbar').getByRole('button', { name: 'Sign in to HubSpot' }).click();
  const opened = page.context().waitForEvent('page');
  await feedOf(page).getByRole('button', { name: 'Connect HubSpot' }).click();
  const tab = await opened;
  await tab.getByRole('button', { name: 'Continue to HubSpot' }).click();
  await tab.getByRole('button', { name: 'Accept' }).click();
  await tab.getByRole('heading', { name: 'Type this code in your chat' }).waitFor();
  await say((await tab.locator('.code .letters').textContent()) ?? '');
  await hears(/Connected to HubSpot as/);
  expect(catalog.product('hubspot').complaints).toEqual([]);
  await page.context().close();
});

it('connects another one by key, typed masked in the chat', async () => {
  const { page, say, hears } = await openChat('kim');
  await say('connect linear');
  await page.getByRole('toolbar').getByRole('button', { name: 'Personal API key' }).click();
  const { apiKey = '' } = catalog.product('linear').typed('api-key');
  await feedOf(page).locator('input[type=password]').fill(apiKey);
  await feedOf(page).getByRole('button', { name: 'Connect', exact: true }).click();
  await hears(/Connected to Linear as/);
  expect(catalog.product('linear').complaints).toEqual([]);
  await page.context().close();
});

it('finds one among all of them in the console without a script, and shows what is in use first', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(playground.console.setupLink ?? '');
  await page.getByLabel('Name').fill('dev@example.com');
  await page.getByLabel('New password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('New password again').fill(PASSWORD);
  await page.getByRole('button', { name: 'Create the account and sign in' }).click();
  const inUse = page.getByRole('table', { name: 'In use' }).getByRole('link');
  expect((await inUse.allTextContents()).toSorted()).toEqual(['HubSpot', 'Linear']);

  await page.getByRole('searchbox', { name: 'Search for a product' }).fill('asan');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=asan/);
  expect(await page.locator('tbody').getByRole('link').allTextContents()).toEqual(['Asana']);
  await page.getByRole('link', { name: 'Show all' }).click();
  await page.waitForURL(/console$/);
  const all = playground.integrations.map(({ name }) => name);
  expect((await page.locator('tbody').getByRole('link').allTextContents()).toSorted()).toEqual(all.toSorted());
  const storageState = await context.storageState();
  await context.close();

  // axe is a script
  const looked = await browser.newContext({ storageState });
  const list = await looked.newPage();
  for (const query of ['', '?q=hub', '?q=nothing-of-that-name']) {
    await list.goto(`${playground.console.url}${query}`);
    expect(await axeProblems(list), query).toEqual([]);
  }
  await looked.close();
});

/** Web Chat repeats every message outside the feed for screen readers. */
const feedOf = (page: Page) => page.getByRole('feed');

async function openChat(user: string) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${playground.url}/?user=${user}`);
  const box = page.locator('[data-id="webchat-sendbox-input"]');
  await box.waitFor();
  // its buttons would take the place of those that answer what is said before
  await feedOf(page)
    .getByText(/^Hello /)
    .waitFor();
  return {
    page,
    say: async (text: string) => {
      await box.fill(text);
      await box.press('Enter');
    },
    hears: (text: RegExp) => feedOf(page).getByText(text).last().waitFor(),
  };
}

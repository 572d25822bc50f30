import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { readConfig } from '../playground/config.ts';
import { startPlayground } from '../playground/start-playground.ts';
import { launchChromium } from '../test/browser/chromium.ts';

/** What somebody meets who has not connected the product yet. */
interface ConnectStep {
  readonly product: string;
  readonly user: string;
  readonly asks: string;
  /** Where there are several ways to connect. */
  readonly chooses?: string;
  readonly shows: 'chat' | 'page';
  /** Of the chat, so that all of it is in the picture. */
  readonly height: number;
}

const CONNECT_STEPS: readonly ConnectStep[] = [
  { product: 'Jira', user: 'ann', asks: 'Show KAN-2', shows: 'chat', height: 660 },
  { product: 'Jotform', user: 'emma', asks: 'List my forms', shows: 'chat', height: 910 },
  {
    product: 'Zendesk',
    user: 'zoe',
    asks: 'Search Zendesk tickets for broken printer',
    chooses: 'Sign in at Zendesk',
    shows: 'page',
    height: 910,
  },
  {
    product: 'Gorgias',
    user: 'gus',
    asks: 'Find the Gorgias customer eve@customer.example',
    chooses: 'E-mail address and API key',
    shows: 'chat',
    height: 1190,
  },
  {
    product: 'GitHub',
    user: 'gil',
    asks: 'My GitHub issues',
    chooses: 'Sign in at GitHub',
    shows: 'page',
    height: 910,
  },
  { product: 'Freshsales', user: 'fay', asks: 'Find the Freshsales contact Eve', shows: 'chat', height: 910 },
];

/**
 * Takes the pictures of the documents: walks the first journey through a real playground with a real browser, and asks
 * each product for something as somebody who has not connected it yet.
 */
const images = resolve(import.meta.dirname, '../docs/images');
const folder = await mkdtemp(join(tmpdir(), 'latchkey-screenshots-'));
const playground = await startPlayground({ ...readConfig({ PORT: '0' }), folder });
const browser = await launchChromium();
try {
  await mkdir(images, { recursive: true });
  const context = await browser.newContext({ viewport: { width: 640, height: 910 }, colorScheme: 'light' });
  await takeJourney(context);
  for (const step of CONNECT_STEPS) await takeConnectStep(context, step);
} finally {
  await browser.close();
  await playground.close();
  await rm(folder, { recursive: true, force: true });
}

/** For the README: the page behind the button, and the chat when all is done. */
async function takeJourney(context: BrowserContext): Promise<void> {
  const chat = await openChat(context, 'bob');
  await say(chat, 'Create a Jira issue in KAN: The printer in room 7 is jammed', 'Press the button');
  const connect = await openLink(chat, 'Jira');
  await connect.screenshot({ path: join(images, 'connect-page.png'), fullPage: true });

  await connect.getByRole('button', { name: 'Continue to Jira' }).click();
  await connect.getByRole('button', { name: /accept/i }).click();
  const code = await codeOn(connect);
  await say(chat, code, 'Created KAN-');
  await settled(chat);
  await chat.screenshot({ path: join(images, 'chat.png') });
}

/** For the product's own page. */
async function takeConnectStep(context: BrowserContext, step: ConnectStep): Promise<void> {
  const { product, asks, chooses } = step;
  const path = join(images, `${product.toLowerCase()}.png`);
  const chat = await openChat(context, step.user);
  await chat.setViewportSize({ width: 640, height: step.height });
  await say(chat, asks, `I need access to your ${product} account`);
  if (chooses !== undefined) await chat.getByRole('toolbar').getByRole('button', { name: chooses }).click();
  await chat.getByRole('feed').getByText(`Connect ${product}`).first().waitFor();
  if (step.shows === 'page') {
    const connect = await openLink(chat, product);
    await connect.screenshot({ path, fullPage: true });
    return;
  }
  await settled(chat);
  await chat.screenshot({ path });
}

async function openChat(context: BrowserContext, user: string): Promise<Page> {
  const chat = await context.newPage();
  await chat.goto(`${playground.url}/?user=${user}`);
  return chat;
}

async function say(chat: Page, text: string, answer: string): Promise<void> {
  const box = chat.locator('[data-id="webchat-sendbox-input"]');
  await box.fill(text);
  await box.press('Enter');
  await chat.getByRole('feed').getByText(answer).first().waitFor();
}

/** The page behind the button in the chat. */
async function openLink(chat: Page, product: string): Promise<Page> {
  const button = chat.getByRole('feed').getByRole('button', { name: `Connect ${product}` });
  const [page] = await Promise.all([chat.context().waitForEvent('page'), button.click()]);
  await page.getByRole('button', { name: `Continue to ${product}` }).waitFor();
  return page;
}

/** Scrolling has come to rest. */
async function settled(chat: Page): Promise<void> {
  await chat.waitForTimeout(1_000);
}

/** The person may have several sites; the first will do. */
async function codeOn(page: Page): Promise<string> {
  const site = page.getByRole('radio').first();
  const code = page.getByText(/^[B-Z]{4}-[B-Z]{4}$/);
  await site.or(code).first().waitFor();
  if (await site.isVisible()) {
    await site.check();
    await page.getByRole('button', { name: 'Continue' }).click();
  }
  return (await code.first().textContent()) ?? '';
}

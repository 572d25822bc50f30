import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { readConfig } from '../playground/config.ts';
import { startPlayground } from '../playground/start-playground.ts';
import { translate } from '../src/actions/sentences/translate.ts';
import { chatTexts } from '../src/texts/tables.ts';
import { pageTexts } from '../src/web/page-texts/tables.ts';
import { launchChromium } from '../test/browser/chromium.ts';

/** What people see who have not connected the product yet. */
interface ConnectStep {
  readonly product: string;
  readonly user: string;
  readonly asks: string;
  /** If there are several ways to connect. */
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
    chooses: 'Sign in to Zendesk',
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
    chooses: 'Sign in to GitHub',
    shows: 'page',
    height: 910,
  },
  { product: 'Freshsales', user: 'fay', asks: 'Find the Freshsales contact Eve', shows: 'chat', height: 910 },
];

/** The first journey in another language; the second is written from right to left. */
const TRANSLATED = [
  { locale: 'de', user: 'eva', summary: 'Der Drucker in Raum 7 klemmt' },
  { locale: 'ar', user: 'layla', summary: 'الطابعة في الغرفة 7 معطلة' },
] as const;

/**
 * Takes the documentation's pictures: goes through the first journey in a real playground with a real browser, and asks each
 * product for something as somebody who has not connected it yet.
 */
const images = resolve(import.meta.dirname, '../docs/images');
const folder = await mkdtemp(join(tmpdir(), 'latchkey-screenshots-'));
const playground = await startPlayground({ ...readConfig({ PORT: '0' }), folder });
const browser = await launchChromium();
try {
  await mkdir(images, { recursive: true });
  const context = await browser.newContext({ viewport: { width: 640, height: 910 }, colorScheme: 'light' });
  await takeJourney(context);
  for (const journey of TRANSLATED) await takeTranslatedJourney(context, journey);
  for (const step of CONNECT_STEPS) await takeConnectStep(context, step);
} finally {
  await browser.close();
  await playground.close();
  await rm(folder, { recursive: true, force: true });
}

/** For the README: the page behind the button, and the chat at the end. */
async function takeJourney(context: BrowserContext): Promise<void> {
  const chat = await openChat(context, 'bob');
  await say(chat, 'Create a Jira issue in KAN: The printer in room 7 is jammed', 'Connect Jira');
  const connect = await openLink(chat, 'Jira');
  await connect.screenshot({ path: join(images, 'connect-page.png'), fullPage: true });

  await connect.getByRole('button', { name: 'Continue to Jira' }).click();
  await connect.getByRole('button', { name: /accept/i }).click();
  const code = await codeOn(connect);
  await say(chat, code, 'Created KAN-');
  await settled(chat);
  await chat.screenshot({ path: join(images, 'chat.png') });
}

/** For the page about languages: the request is a button, and everything except the stand-in is in the language. */
async function takeTranslatedJourney(context: BrowserContext, journey: (typeof TRANSLATED)[number]): Promise<void> {
  const { locale, user, summary } = journey;
  const texts = pageTexts[locale];
  const chat = await openChat(context, user, locale);
  await chat.setViewportSize({ width: 640, height: 1200 });
  await chat
    .getByRole('toolbar')
    .getByRole('button', { name: translate('Create a Jira issue', locale) })
    .click();
  await chat.getByRole('feed').getByText(translate('What is it about?', locale)).first().waitFor();
  const link = chatTexts[locale].connectButton('Jira');
  await say(chat, summary, link);
  const button = chat.getByRole('feed').getByRole('button', { name: link });
  const [connect] = await Promise.all([context.waitForEvent('page'), button.click()]);
  await connect.getByRole('heading', { level: 1 }).waitFor();
  await connect.screenshot({ path: join(images, `connect-page-${locale}.png`), fullPage: true });

  await connect.locator('main form button').first().click();
  await connect.getByRole('button', { name: /accept/i }).click();
  const code = await codeOn(connect, texts.siteAction);
  await say(chat, code, 'bob@acme.example');
  const project = chat.getByRole('toolbar').getByRole('button', { name: /KAN/ });
  const created = chat.getByRole('feed').getByText(/KAN-\d/);
  await project.or(created).first().waitFor();
  if (await project.isVisible()) await project.click();
  await created.first().waitFor();
  await settled(chat);
  await chat.screenshot({ path: join(images, `chat-${locale}.png`) });
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

async function openChat(context: BrowserContext, user: string, locale = 'en-US'): Promise<Page> {
  const chat = await context.newPage();
  await chat.goto(`${playground.url}/?user=${user}&locale=${locale}`);
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

/** Waits until scrolling has stopped. */
async function settled(chat: Page): Promise<void> {
  await chat.waitForTimeout(1_000);
}

/** The person may have several sites; the first will do. */
async function codeOn(page: Page, goOn = 'Continue'): Promise<string> {
  const site = page.getByRole('radio').first();
  const code = page.getByText(/^[B-Z]{4}-[B-Z]{4}$/);
  await site.or(code).first().waitFor();
  if (await site.isVisible()) {
    await site.check();
    await page.getByRole('button', { name: goOn }).click();
  }
  return (await code.first().textContent()) ?? '';
}

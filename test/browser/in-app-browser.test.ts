import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LanguageTag } from '../../src/languages/language-tag.ts';
import { chatTexts } from '../../src/texts/tables.ts';
import { pageTexts } from '../../src/web/page-texts/tables.ts';
import { linkOn, suggestionsOn, textsOf } from '../journeys/chat-person.ts';
import { openWorld, type World } from '../journeys/world.ts';
import { axeProblems } from './axe.ts';
import { launchChromium } from './chromium.ts';

let world: World;
let browser: Browser;

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** As far as the product's question, in a browser of its own. */
async function goToProduct(link: string, { language, script }: Look): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: script });
  const page = await context.newPage();
  await page.goto(link);
  expect(await page.locator('html').getAttribute('dir')).toBe(pageTexts[language].dir);
  const action = pageTexts[language].connectAction({ integrationName: 'Jira', botName: '', leavesFor: 'product' });
  await page.getByRole('button', { name: action }).click();
  await page.getByRole('button', { name: 'Accept' }).waitFor();
  return page;
}

async function finish(page: Page, say: (text: string) => Promise<string>, { language }: Look): Promise<string> {
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.waitForURL(/\/done\//);
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: pageTexts[language].siteAction }).click();
  const code = (await page.locator('.code .letters').textContent()) ?? '';
  return say(code);
}

interface Look {
  readonly language: LanguageTag;
  readonly script: boolean;
}

const LOOKS: readonly Look[] = [
  { language: 'en', script: true },
  { language: 'en', script: false },
  { language: 'ar', script: true },
  { language: 'ar', script: false },
];

/** The beginning of a sentence. */
const beginning = (text: string) => new RegExp(text.slice(0, 25).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

it.each(LOOKS)(
  'goes on after an app has lost the cookie, with one press and one new link in the chat: $language, JavaScript $script',
  async (look) => {
    const { language, script } = look;
    const texts = chatTexts[language];
    const pages = pageTexts[language];
    const chat = await world.chat();
    const send = (text: string) => chat.send({ type: 'message', text, locale: language });
    const first = linkOn(await send('Create a Jira issue in KAN: Order a kettle'));
    const app = await goToProduct(first, look);
    await app.context().clearCookies();
    await app.getByRole('button', { name: 'Accept' }).click();
    await app.getByRole('heading', { name: pages.otherBrowserTitle }).waitFor();
    expect(textsOf(await chat.hear())).toContain(texts.ended('Jira', 'other_browser', '', ''));
    if (script) expect(await axeProblems(app)).toEqual([]);
    const shown = await app.locator('html').innerHTML();
    expect(shown).not.toContain('/connect/');

    await app.getByRole('button', { name: pages.returnedAction }).dblclick();
    await app.getByRole('heading', { name: pages.newLinkTitle }).waitFor();
    const heard = await chat.hear(beginning(texts.linkAskedOnPage('Jira')));
    expect(suggestionsOn(heard)).toEqual([texts.sayNewLink, texts.sayCancel]);
    expect(textsOf(heard).split(texts.linkAskedOnPage('Jira'))).toHaveLength(2);
    const second = linkOn(heard);
    expect(second).not.toBe(first);
    await app.goBack();
    const again = app.getByRole('button', { name: pages.returnedAction });
    if ((await again.count()) === 1) await again.click();
    await world.round();
    await chat.hearsNothing();

    const usual = await goToProduct(second, look);
    const answer = await finish(usual, async (text) => textsOf(await send(text)), look);
    expect(answer).toMatch(/KAN-\d+/);
    await app.context().close();
    await usual.context().close();
  },
);

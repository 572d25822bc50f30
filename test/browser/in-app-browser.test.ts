import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ChatPerson, linkOn, suggestionsOn, textsOf } from '../journeys/chat-person.ts';
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
async function goToProduct(link: string, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole('button', { name: 'Continue to Jira' }).click();
  await page.getByRole('button', { name: 'Accept' }).waitFor();
  return page;
}

async function finish(page: Page, chat: ChatPerson): Promise<string> {
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.waitForURL(/\/done\//);
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Continue' }).click();
  const code = (await page.locator('.code .letters').textContent()) ?? '';
  return textsOf(await chat.say(code));
}

it.each([
  ['with', true],
  ['without', false],
])(
  'goes on after an app has lost the cookie, %s JavaScript: one press, one new link in the chat',
  async (_, script) => {
    const chat = await world.chat();
    const first = linkOn(await chat.say('Create a Jira issue in KAN: Order a kettle'));
    const app = await goToProduct(first, script);
    await app.context().clearCookies();
    await app.getByRole('button', { name: 'Accept' }).click();
    await app.getByRole('heading', { name: 'Stopped for your safety' }).waitFor();
    expect(textsOf(await chat.hear())).toContain('was opened in another browser');
    if (script) expect(await axeProblems(app)).toEqual([]);
    const shown = await app.locator('html').innerHTML();
    expect(shown).not.toContain('/connect/');

    await app.getByRole('button', { name: 'Send a new link to the chat' }).dblclick();
    await app.getByRole('heading', { name: 'Look in your chat' }).waitFor();
    const heard = await chat.hear(/You came back from Jira in another browser/);
    expect(suggestionsOn(heard)).toEqual(['new link', 'cancel']);
    expect(textsOf(heard).match(/Here is the new link that you asked for there/g)).toHaveLength(1);
    const second = linkOn(heard);
    expect(second).not.toBe(first);
    await app.goBack();
    const again = app.getByRole('button', { name: 'Send a new link to the chat' });
    if ((await again.count()) === 1) await again.click();
    await world.round();
    await chat.hearsNothing();

    const usual = await goToProduct(second, script);
    const answer = await finish(usual, chat);
    expect(answer).toContain('Connected to Jira as');
    expect(answer).toMatch(/Created KAN-\d+/);
    await app.context().close();
    await usual.context().close();
  },
);

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../journeys/world.ts';
import { launchChromium } from './chromium.ts';
import { isConnected } from './is-connected.ts';
import { type PlaygroundProcess, startPlaygroundProcess } from './playground-process.ts';

let world: World;
let browser: Browser;

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

interface ChatPage {
  readonly page: Page;
  say(text: string): Promise<void>;
  /** Waits until the bot has said it. */
  hears(text: string | RegExp): Promise<void>;
}

/** Web Chat repeats every message outside the feed for screen readers. */
const feedOf = (page: Page) => page.getByRole('feed');

async function openWebChat(context: BrowserContext, user: string, url = world.url): Promise<ChatPage> {
  const page = await context.newPage();
  await page.goto(`${url}/?user=${user}`);
  const box = page.locator('[data-id="webchat-sendbox-input"]');
  await isConnected(page);
  return {
    page,
    say: async (text) => {
      await box.fill(text);
      await box.press('Enter');
    },
    hears: (text) => feedOf(page).getByText(text).last().waitFor(),
  };
}

/** From the chat's link to the code on the page. */
async function connectAt(
  context: BrowserContext,
  chat: ChatPage,
): Promise<{ readonly tab: Page; readonly code: string }> {
  const opened = context.waitForEvent('page');
  await feedOf(chat.page).getByRole('button', { name: 'Connect Jira' }).last().click();
  const tab = await opened;
  await tab.getByRole('button', { name: 'Continue to Jira' }).click();
  await tab.getByRole('button', { name: 'Accept' }).click();
  await tab.waitForURL(/\/done\//);
  await tab.getByRole('radio').first().check();
  await tab.getByRole('button', { name: 'Continue' }).click();
  await tab.getByRole('heading', { name: 'Type this code in your chat' }).waitFor();
  const code = (await tab.locator('.code .letters').textContent()) ?? '';
  expect(code).toMatch(/^[B-Z]{4}-[B-Z]{4}$/);
  return { tab, code };
}

it('creates the Jira issue that was asked for, after connecting in a second tab, and the next one at once', async () => {
  const context = await browser.newContext({ viewport: { width: 1100, height: 860 } });
  const chat = await openWebChat(context, 'alice');
  await chat.hears(/Hello Alice/);
  await chat.page.getByRole('toolbar').getByRole('button', { name: 'Create a Jira issue' }).click();
  await chat.hears(/What is it about/);
  await chat.say('Order a new kettle');
  await chat.hears(/I need access to your Jira account to create the issue/);

  const { tab, code } = await connectAt(context, chat);
  await tab.reload();
  expect(await tab.locator('main').textContent()).toContain(code);
  await tab.close();

  await chat.say('BBBB-BBBB');
  await chat.hears(/That code isn't right|That code isn’t right/);
  await chat.say(code);
  await chat.hears(/Connected to Jira as/);
  await chat.hears(/Which project is it for/);
  await chat.page.getByRole('toolbar').getByRole('button', { name: 'KAN: Kanban board' }).click();
  await chat.hears(/Created KAN-\d+/);
  expect(world.count('jira POST /ex/jira/{cloudId}/rest/api/3/issue')).toBe(1);

  await chat.say('Create a Jira issue in KAN: Fill the kettle');
  await feedOf(chat.page)
    .locator('.ac-richTextBlock')
    .getByText(/Created KAN-\d+/)
    .nth(1)
    .waitFor();
  // the card says that it is done with, and there is no second one
  expect(await feedOf(chat.page).getByText('Jira: connected').count()).toBe(1);
  expect(await feedOf(chat.page).getByRole('button', { name: 'Connect Jira' }).count()).toBe(0);
  await context.close();
});

it('shows the same page again for the back button, and no second connection comes of it', async () => {
  const context = await browser.newContext();
  const chat = await openWebChat(context, 'bea');
  await chat.say('my jira issues');
  await chat.hears(/I need access to your Jira account/);
  const { tab, code } = await connectAt(context, chat);
  await tab.goBack();
  await tab.goBack();
  await tab.goto(`${world.url}${new URL(tab.url()).pathname}`).catch(() => undefined);
  await chat.say(code);
  await chat.hears(/Issues assigned to you|No issues are assigned to you/);
  await chat.say('connections');
  await chat.hears('Your connections');
  expect(
    await feedOf(chat.page)
      .getByText(/^Jira: .*@/)
      .count(),
  ).toBe(1);
  await context.close();
});

it('lists the Jotform forms after a wrong key and the right one, typed masked, at the width of a phone', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  const chat = await openWebChat(context, 'carl');
  await chat.say('List my Jotform forms');
  const field = feedOf(chat.page).locator('input[type=password]');
  await field.waitFor();
  const overflow = await chat.page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth');
  expect(overflow).toBe(false);

  await field.fill('wrong-key-123456');
  await feedOf(chat.page).getByRole('button', { name: 'Connect', exact: true }).click();
  await chat.hears(/Jotform rejected this key\. Nothing was saved\. .+ You have 2 tries left/);
  await field.fill(world.sandbox.jotform.apiKey);
  await feedOf(chat.page).getByRole('button', { name: 'Connect', exact: true }).click();
  await chat.hears(/Connected to Jotform as/);
  await chat.hears('Your forms');
  await context.close();
});

it('goes on after a restart of the process between the link and the code', async () => {
  const context = await browser.newContext();
  const chat = await openWebChat(context, 'dora');
  await chat.say('my jira issues');
  await chat.hears(/I need access to your Jira account/);
  await world.restart();
  const { code } = await connectAt(context, chat);
  await world.restart();
  await chat.page.getByText('Connection lost, reconnecting').waitFor({ state: 'detached' });
  await chat.say(code);
  await chat.hears(/Connected to Jira as/);
  await chat.hears(/Issues assigned to you|No issues are assigned to you/);
  await context.close();
});

it('offers six things at first, all of them in sight, and has a friendly word for thanks', async () => {
  for (const [user, width, height, welcome] of [
    ['faye', 1100, 860, /You.re welcome!/],
    ['gil', 390, 700, /You.re welcome!/],
    ['hilde&locale=de', 390, 844, /Gern geschehen!/],
  ] as const) {
    const context = await browser.newContext({ viewport: { width, height } });
    const chat = await openWebChat(context, user);
    const buttons = chat.page.getByRole('toolbar').getByRole('button');
    await buttons.first().waitFor();
    expect(await buttons.count()).toBe(6);
    const hidden = await chat.page.evaluate<boolean>(
      `(() => { const { scrollHeight, clientHeight } = document.querySelector('.webchat__suggested-actions__flow-box'); return scrollHeight > clientHeight })()`,
    );
    expect(hidden).toBe(false);
    await chat.say('thanks!');
    await chat.hears(welcome);
    await context.close();
  }
});

describe('a chat page that stays open while the server is killed and started again', () => {
  let playground: PlaygroundProcess;
  beforeAll(async () => {
    playground = await startPlaygroundProcess(2);
  });
  afterAll(() => playground?.close());

  /** What the person has said, as the server has it. */
  async function saidBy(user: string): Promise<readonly string[]> {
    const path = `/v3/directline/conversations/chat-${user}/activities`;
    const answer = await fetch(playground.url + path, { headers: { authorization: `Bearer local.${user}` } });
    const { activities } = (await answer.json()) as {
      readonly activities: readonly { readonly from: { readonly id: string }; readonly text?: string }[];
    };
    return activities.filter(({ from }) => from.id === user).map(({ text = '' }) => text);
  }

  it('says so, goes on by itself, and sends nothing twice', async () => {
    const context = await browser.newContext();
    const chat = await openWebChat(context, 'emil', playground.url);
    const notice = chat.page.getByText('Connection lost, reconnecting …');
    await chat.hears(/Hello Emil/);

    await playground.kill();
    await notice.waitFor();
    await chat.say('connections');
    await feedOf(chat.page).getByText('Sending', { exact: true }).last().waitFor();
    await playground.start();
    await notice.waitFor({ state: 'detached' });
    await chat.hears(/You have not connected anything yet/);

    await playground.kill();
    await notice.waitFor();
    await playground.start();
    await notice.waitFor({ state: 'detached' });
    await chat.say('Create a Jira issue');
    await chat.hears(/What is it about/);
    expect(await feedOf(chat.page).getByText('Send failed').count()).toBe(0);
    expect(await saidBy('emil')).toEqual(['connections', 'Create a Jira issue']);
    await context.close();
  });
});

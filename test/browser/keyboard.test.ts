import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { openWorld, type World } from '../journeys/world.ts';
import { launchChromium } from './chromium.ts';
import { isConnected } from './is-connected.ts';

let world: World;
let browser: Browser;

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const focused = (page: Page) =>
  page.evaluate<string>(`(() => {
    const { activeElement: at } = document;
    return [at.tagName, at.type ?? '', at.getAttribute('aria-label') ?? '', at.textContent.slice(0, 40)].join('|');
  })()`);

/** Presses a key until something has the focus, and fails where it never does. */
async function reach(page: Page, what: RegExp, key: 'Tab' | 'Shift+Tab'): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 25; presses += 1) {
    const at = await focused(page);
    if (what.test(at)) return;
    seen.push(at);
    await page.keyboard.press(key);
  }
  throw new Error(`nobody reaches ${what} with ${key}: ${seen.join(', ')}`);
}

it('connects with a key and has the answer, with the keyboard alone', async () => {
  const page = await browser.newPage();
  await page.goto(`${world.url}/?user=kim`);
  await isConnected(page);
  await reach(page, /^(?:INPUT|TEXTAREA)\|/, 'Tab');
  await page.keyboard.type('List my Jotform forms');
  await page.keyboard.press('Enter');
  await page.getByRole('feed').locator('input[type=password]').waitFor();

  // into the conversation, and into its newest message
  await reach(page, /End of chat history/, 'Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await reach(page, /^INPUT\|password/, 'Tab');
  await page.keyboard.type(world.sandbox.jotform.apiKey);
  await reach(page, /^BUTTON\|.*\|Connect$/, 'Tab');
  await page.keyboard.press('Enter');
  await page
    .getByRole('feed')
    .getByText(/Connected to Jotform as/)
    .last()
    .waitFor();
  await page.getByRole('feed').getByText('Your forms').last().waitFor();
  await page.getByRole('feed').locator('input[type=password]').waitFor({ state: 'detached' });
  await page.close();
});

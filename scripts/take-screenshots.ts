import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { readConfig } from '../playground/config.ts';
import { startPlayground } from '../playground/start-playground.ts';
import { launchChromium } from '../test/browser/chromium.ts';

/** Takes the README's pictures: walks the first journey through a real playground with a real browser. */
const images = resolve(import.meta.dirname, '../docs/images');
const folder = await mkdtemp(join(tmpdir(), 'latchkey-screenshots-'));
const playground = await startPlayground({ ...readConfig({ PORT: '0' }), folder });
const browser = await launchChromium();
try {
  await mkdir(images, { recursive: true });
  const context = await browser.newContext({ viewport: { width: 640, height: 910 }, colorScheme: 'light' });
  const chat = await context.newPage();
  await chat.goto(`${playground.url}/?user=bob`);
  await say(chat, 'Create a Jira issue in KAN: The printer in room 7 is jammed', 'Press the button');

  const button = chat.getByRole('feed').getByRole('button', { name: 'Connect Jira' });
  const [connect] = await Promise.all([context.waitForEvent('page'), button.click()]);
  await connect.getByRole('button', { name: 'Continue to Jira' }).waitFor();
  await connect.screenshot({ path: join(images, 'connect-page.png'), fullPage: true });

  await connect.getByRole('button', { name: 'Continue to Jira' }).click();
  await connect.getByRole('button', { name: /accept/i }).click();
  const code = await codeOn(connect);
  await say(chat, code, 'Created KAN-');
  await chat.waitForTimeout(1_000);
  await chat.screenshot({ path: join(images, 'chat.png') });
} finally {
  await browser.close();
  await playground.close();
  await rm(folder, { recursive: true, force: true });
}

async function say(chat: Page, text: string, answer: string): Promise<void> {
  const box = chat.locator('[data-id="webchat-sendbox-input"]');
  await box.fill(text);
  await box.press('Enter');
  await chat.getByRole('feed').getByText(answer).first().waitFor();
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

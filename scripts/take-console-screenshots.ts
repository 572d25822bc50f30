import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { silentLogger } from 'latchkey';
import type { Page } from 'playwright-core';
import { readConfig } from '../playground/config.ts';
import { startPlayground } from '../playground/start-playground.ts';
import { launchChromium } from '../test/browser/chromium.ts';
import { openChat } from '../test/journeys/chat-person.ts';

/** Takes the documentation's pictures of the console, which it sets up from the first run on, in a real browser. */
const images = resolve(import.meta.dirname, '../docs/images');
const folder = await mkdtemp(join(tmpdir(), 'latchkey-screenshots-'));
const playground = await startPlayground(
  { ...readConfig({ PORT: '0' }), folder, catalog: true },
  { logger: silentLogger },
);
const browser = await launchChromium();
const NAME = 'dev@example.com';
const PASSWORD = 'four grey horses sleep';
try {
  await mkdir(images, { recursive: true });
  const context = await browser.newContext({ viewport: { width: 1100, height: 760 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const at = (path: string) => page.goto(`${playground.console.url}${path}`);
  /** Only the part that the window shows. */
  const shot = async (name: string) => {
    await page.evaluate('scrollTo(0, 0)');
    await page.screenshot({ path: join(images, `console-${name}.png`) });
  };

  await page.goto(playground.console.setupLink ?? '');
  await page.getByLabel('Name').fill(NAME);
  await page.getByLabel('New password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('New password again').fill(PASSWORD);
  await press(page, 'Create the account and sign in');

  await at('/profiles/new?integration=jira&kind=oauth2');
  await page.getByText('Where to find it').click();
  await page.getByLabel('Identity Provider Name').fill('Our Jira app');
  await page.getByLabel('Client ID').fill(playground.sandbox.jira.clientId);
  await page.getByLabel('Client Secret Key').fill(playground.sandbox.jira.clientSecret);
  await page.setViewportSize({ width: 1100, height: 1250 });
  await shot('profile');
  await page.setViewportSize({ width: 1100, height: 760 });
  await press(page, 'Save the profile');

  await at('/integrations/jira');
  await page.getByRole('radio', { name: /^Pre-authorize/ }).check();
  await page.getByText('Our Jira app').click();
  await press(page, 'Save who authorizes');
  await press(page, 'Switch off and pre-authorize');
  await page.getByRole('button', { name: /^Authorize/ }).click();
  await page.getByRole('button', { name: /accept/i }).click();
  await page.waitForURL(/\/done\//);
  await page.getByRole('radio').first().check();
  await press(page, 'Continue');
  await page.getByRole('link', { name: 'Back to the console' }).click();
  await page.getByRole('radio', { name: /^All users/ }).check();
  await press(page, 'Save who can use it');
  await press(page, 'Enable');
  await page.setViewportSize({ width: 1100, height: 1650 });
  await shot('integration');
  await page.setViewportSize({ width: 1100, height: 760 });

  await at('/integrations/gorgias');
  await page.getByRole('radio', { name: /^Pre-authorize/ }).check();
  await page.getByText('E-mail address and API key', { exact: true }).click();
  await press(page, 'Save who authorizes');
  await press(page, 'Switch off and pre-authorize');
  await at('');
  await shot('integrations');

  await at('/integrations/jotform/profiles/api-key/test');
  await page.getByLabel('Jotform API key').fill(playground.sandbox.jotform.apiKey);
  await press(page, 'Test');
  await page.setViewportSize({ width: 1100, height: 1370 });
  await shot('test');
  // the account that acts for everybody has been used
  await (await openChat(playground.url, 'alice')).say('my jira issues');
  await page.setViewportSize({ width: 1100, height: 460 });
  await at('/connections');
  await shot('connections');
  await page.setViewportSize({ width: 1100, height: 760 });
  await at('/audit');
  await shot('audit');

  await at('');
  await press(page, 'Deutsch');
  await at('/integrations/jira');
  await page.setViewportSize({ width: 1100, height: 1650 });
  await shot('integration-de');
  await at('');
  await press(page, 'English');

  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await at('');
  await shot('phone');
} finally {
  await browser.close();
  await playground.close();
  await rm(folder, { recursive: true, force: true });
}

/** Resolves when the next page has loaded. */
async function press(page: Page, name: string): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), page.getByRole('button', { name, exact: true }).click()]);
}

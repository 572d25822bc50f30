import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningConsole, startConsole } from '../web/console/running-console.ts';
import { forms, tracker } from '../web/integrations.ts';
import { launchChromium } from './chromium.ts';

const USUAL = ['acme.gorgias.com', 'acme.myfreshworks.com'];
const LONG = `${'long'.repeat(24)}.atlassian.net`;

let web: RunningConsole;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const apart = { ...forms(), baseUrl: `https://api.${'long'.repeat(12)}.forms.example/${'v'.repeat(60)}` };
  [web, browser] = await Promise.all([startConsole({ integrations: [tracker(), apart] }), launchChromium()]);
  for (const [at, label] of [...USUAL, LONG].entries()) {
    await web.services.vault.connections.save(
      {
        id: `c${at}`,
        owner: { kind: 'user', bot: web.services.bot, channel: 'msteams', tenant: 't', user: `aad-${at}` },
        ownerName: 'Jane Doe of the help desk',
        integration: 'tracker',
        profile: 'system',
        status: at === 0 ? 'needs_reauth' : 'active',
        account: { id: `a${at}`, label },
        scopes: [],
        createdAt: 1,
        updatedAt: 1,
      },
      { type: 'oauth2', accessToken: `token-of-${at}`, scopes: [] },
    );
  }
  const { cookies } = await web.signedIn();
  const context = await browser.newContext();
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: web.url })));
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await web?.close();
});

async function open(path: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(`${web.url}/console${path}`);
}

/** How many lines each element's own text fills. As text: these tests are compiled without the types of the DOM. */
function linesOf(selector: string): Promise<Readonly<Record<string, number>>> {
  return page.evaluate(`Object.fromEntries([...document.querySelectorAll(${JSON.stringify(selector)})].map((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return [element.textContent, new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size];
  }))`);
}

/** What sticks out of its element, or of the element around it. */
function tooWide(): Promise<readonly string[]> {
  return page.evaluate(`[...document.querySelectorAll('main *')]
    .filter((element) => !element.matches('.unseen, .unseen *, thead, thead *'))
    .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 ||
      element.getBoundingClientRect().right > element.parentElement.getBoundingClientRect().right + 1)
    .map((element) => element.outerHTML.slice(0, 80))`);
}

/** Words of cells that are broken in the middle. An account's name may be. */
function brokenWords(): Promise<readonly string[]> {
  return page.evaluate(`[...document.querySelectorAll('td')].flatMap((cell) => {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    const broken = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest('bdi, code, small, .unseen, .cell-title')) continue;
      for (const { index, 0: word } of node.data.matchAll(/[\\p{L}\\p{Nd}]+/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word);
      }
    }
    return broken;
  })`);
}

describe('the host of an account in the console', () => {
  it.each([
    [390, USUAL],
    [768, USUAL.slice(0, 1)],
    [1024, USUAL],
    [1280, USUAL],
  ] as const)('stays on one line where it fits: %d pixels', async (width, fitting) => {
    await page.setExtraHTTPHeaders({ 'accept-language': 'en' });
    await open('/connections', width);
    const lines = await linesOf('td strong bdi');
    for (const host of fitting) expect(lines, host).toMatchObject({ [host]: 1 });
  });

  it.each([1024, 1280, 640, 390, 320])(
    'is broken, and pushes nothing aside, where it does not: %d pixels',
    async (width) => {
      for (const language of ['en', 'de']) {
        await page.setExtraHTTPHeaders({ 'accept-language': language });
        await open('/connections', width);
        const lines = Object.entries(await linesOf('td strong bdi')).filter(([host]) => host.startsWith('longlong'));
        expect(lines.map(([, count]) => count > 1)).toEqual([true]);
        expect(await tooWide(), language).toEqual([]);
        await open('/profiles/new?integration=forms&kind=api_key', width);
        expect(await tooWide(), language).toEqual([]);
      }
    },
  );

  it.each([768, 1024, 390])('breaks no other word of its row, in German either: %d pixels', async (width) => {
    for (const language of ['en', 'de']) {
      await page.setExtraHTTPHeaders({ 'accept-language': language });
      await open('/connections', width);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await brokenWords(), language).toEqual([]);
    }
  });
});

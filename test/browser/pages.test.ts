import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerPage } from '../../src/web/answer.ts';
import { icon } from '../../src/web/assets/icon.ts';
import { stylesheet } from '../../src/web/assets/stylesheet.ts';
import { pageTexts } from '../../src/web/page-texts/tables.ts';
import { readPublicUrl } from '../../src/web/public-url.ts';
import { setSecurityHeaders } from '../../src/web/security-headers.ts';
import { trackerWithSites } from '../web/integrations.ts';
import { answerAsProducts, json, type RunningWeb, startWeb } from '../web/running-web.ts';
import { axeProblems } from './axe.ts';
import { launchChromium } from './chromium.ts';
import { samplePages } from './sample-pages.ts';
import { unseenFocus } from './unseen-focus.ts';

const SAMPLE_PAGES = samplePages(pageTexts.en);
/** Long words, and a script from right to left. */
const TRANSLATED = ['de', 'ar'] as const;
const OTHERS = ['fr', 'es', 'pt-BR', 'ja'] as const;
/** `/code`, `/de/code`. */
const ALL_PAGES: Readonly<Record<string, string>> = Object.assign(
  { ...SAMPLE_PAGES },
  ...[...TRANSLATED, ...OTHERS].map((language) =>
    Object.fromEntries(
      Object.entries(samplePages(pageTexts[language])).map(([name, page]) => [`${language}/${name}`, page]),
    ),
  ),
);

/** A folder in which somebody who looks at the pages wants pictures of them. */
const PICTURES = process.env.PAGE_PICTURES;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

/** One page of the browser for many tests: to open one for each takes longer than what is looked at. */
function pageOfAll(look: BrowserContextOptions): { readonly page: Page; readonly complaints: string[] } {
  let opened: Page | undefined;
  const complaints: string[] = [];
  beforeAll(async () => {
    opened = await browser.newPage(look);
    opened.on('console', (message) => complaints.push(message.text()));
    opened.on('requestfailed', (request) => complaints.push(request.url()));
  });
  beforeEach(() => void complaints.splice(0));
  afterAll(() => opened?.close());
  return {
    get page() {
      if (opened === undefined) throw new Error('it is opened before the first test');
      return opened;
    },
    complaints,
  };
}

describe('every page', () => {
  let server: Server;
  let url: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      setSecurityHeaders(response, readPublicUrl('http://127.0.0.1'));
      const name = request.url?.slice(1) ?? '';
      if (name === 'assets/latchkey.css') response.setHeader('Content-Type', 'text/css').end(stylesheet);
      else if (name === 'assets/icon.svg') response.setHeader('Content-Type', 'image/svg+xml').end(icon);
      else answerPage(response, 200, ALL_PAGES[name] ?? '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server?.close());

  const LOOKS = [1200, 390, 320].flatMap((width) =>
    (['light', 'dark'] as const).map((scheme) => [width, scheme] as const),
  );

  describe.each(LOOKS)('%s pixels wide, in %s colours', (width, colorScheme) => {
    const shown = pageOfAll({ viewport: { width, height: 800 }, colorScheme });

    it.each(Object.keys(SAMPLE_PAGES))('fits, can be read, and breaks no rule of its own CSP: %s', async (name) => {
      const { page, complaints } = shown;
      await page.goto(`${url}/${name}`);
      if (PICTURES !== undefined && width !== 320) {
        await page.screenshot({ path: join(PICTURES, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      }
      expect(complaints).toEqual([]);
      expect(await tooWide(page)).toEqual([]);
      expect(await hardToRead(page)).toEqual([]);
    });
  });

  describe('as most people see it', () => {
    const shown = pageOfAll({});

    it.each(Object.keys(SAMPLE_PAGES))('has nothing that axe finds: %s', async (name) => {
      await shown.page.goto(`${url}/${name}`);
      expect(await axeProblems(shown.page)).toEqual([]);
    });
  });

  describe.each(TRANSLATED)('in %s', (language) => {
    const shown = pageOfAll({});

    it.each(Object.keys(SAMPLE_PAGES))(
      'has nothing that axe finds, dark, on a phone and with forced colours: %s',
      async (name) => {
        const { page } = shown;
        await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'none' });
        await page.setViewportSize({ width: 390, height: 800 });
        await page.goto(`${url}/${language}/${name}`);
        expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
        expect(await axeProblems(page)).toEqual([]);
        expect(await tooWide(page)).toEqual([]);
        await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
        // a desktop of 1,280 pixels at 200 %
        await page.setViewportSize({ width: 640, height: 400 });
        expect(await axeProblems(page)).toEqual([]);
        expect(await tooWide(page)).toEqual([]);
        if (PICTURES !== undefined) {
          await page.screenshot({ path: join(PICTURES, `${language}-${name}.png`), fullPage: true });
        }
      },
    );
  });

  it.each(OTHERS)('fits on a phone and at 200 %% in the other languages, with one heading: %s', async (language) => {
    const page = await browser.newPage();
    for (const name of Object.keys(SAMPLE_PAGES)) {
      await page.goto(`${url}/${language}/${name}`);
      expect(await page.locator('html').getAttribute('lang'), name).toBe(language);
      expect(await page.locator('h1').count(), name).toBe(1);
      for (const width of [390, 640]) {
        await page.setViewportSize({ width, height: 400 });
        expect(await tooWide(page), `${name} at ${width}`).toEqual([]);
      }
    }
    await page.close();
  });

  it('leads to where the key is found, beside its field', async () => {
    const page = await browser.newPage();
    await page.goto(`${url}/credential-form`);
    const field = page.locator('.field').filter({ has: page.locator('input[type=password]') });
    expect(await field.getByRole('link').getAttribute('href')).toBe('https://www.zendesk.com');
    expect(await page.getByRole('link', { name: 'Open Zendesk to look it up' }).count()).toBe(1);
    await page.close();
  });

  it.each([
    ['connect', 'Continue to Jira', 1],
    ['connect-with-phone', 'Continue on your phone', 2],
    ['code', 'Copy the code', 1],
    ['moving-on', 'Continue to Jira', 1],
    ['credential-form', 'Connect', 5],
    ['credential-form-wrong', 'Connect', 2],
    ['choose-site', 'Continue', 2],
    ['working', 'Check again', 1],
  ] as const)('lets the keyboard reach what it is for, with a visible focus: %s', async (name, action, within) => {
    const page = await browser.newPage();
    await page.goto(`${url}/${name}`);
    // given with the first frame, which may come after the page is loaded
    if ((await page.locator('[autofocus]').count()) > 0) await page.locator('[autofocus]:focus').waitFor();
    let presses = 0;
    while (presses < within && (await focusedText(page)) !== action) {
      await page.keyboard.press('Tab');
      presses += 1;
    }
    expect(await focusedText(page)).toBe(action);
    const outline = await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle');
    expect(outline).toBe('solid');
    await page.close();
  });

  const COLOURS = [
    { colorScheme: 'light', forcedColors: 'none' },
    { colorScheme: 'dark', forcedColors: 'none' },
    { colorScheme: 'light', forcedColors: 'active' },
    { colorScheme: 'dark', forcedColors: 'active' },
  ] as const;
  it.each(COLOURS)(
    'shows where the focus is, on every control: $colorScheme, forced: $forcedColors',
    async (colours) => {
      const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
      await page.emulateMedia(colours);
      for (const name of Object.keys(SAMPLE_PAGES)) {
        await page.goto(`${url}/${name}`);
        expect(await unseenFocus(page), name).toEqual([]);
      }
      await page.close();
    },
  );

  describe.each(['en', 'ar'] as const)('the code, in %s', (language) => {
    const { copyAction, copyDone } = pageTexts[language];

    it('is copied with one press, and the page says so', async () => {
      const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
      const page = await context.newPage();
      await page.goto(`${url}/${language === 'en' ? '' : 'ar/'}code`);
      await page.getByRole('button', { name: copyAction }).click();
      await page.getByRole('status').getByText(copyDone).waitFor();
      expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe('BCDF-GHJK');
      expect(await axeProblems(page)).toEqual([]);
      await context.close();
    });

    it('is shown without JavaScript too, and no button that does nothing', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(`${url}/${language === 'en' ? '' : 'ar/'}code`);
      expect(await page.locator('.letters').textContent()).toBe('BCDF-GHJK');
      expect(await page.getByRole('button').count()).toBe(0);
      await context.close();
    });
  });

  it('gives the code to the clipboard as it is typed, and to a screen reader letter by letter', async () => {
    const page = await browser.newPage();
    await page.goto(`${url}/code`);
    await page.locator('.letters').click();
    expect(await page.evaluate<string>('String(getSelection())')).toBe('BCDF-GHJK');
    expect(await page.getByText('Your code: B C D F G H J K').count()).toBe(1);
    await page.close();
  });
});

describe('a person with a browser', () => {
  let product: Server;
  let web: RunningWeb;

  beforeAll(async () => {
    // localhost is another site than 127.0.0.1: the way back is cross-site, as with a real product
    product = createServer((request, response) => {
      const query = new URL(request.url ?? '', 'http://localhost').searchParams;
      const back = new URL(query.get('redirect_uri') ?? '');
      back.search = String(new URLSearchParams({ code: 'the-code', state: query.get('state') ?? '' }));
      response.setHeader('Content-Type', 'text/html').end(`<a href="${back.href.replaceAll('&', '&amp;')}">Allow</a>`);
    });
    await new Promise<void>((resolve) => product.listen(0, '127.0.0.1', resolve));
    const { profiles, ...rest } = trackerWithSites();
    const authorizationUrl = `http://localhost:${(product.address() as AddressInfo).port}/authorize`;
    const integration = {
      ...rest,
      profiles: profiles.map((profile) => (profile.method === 'oauth2' ? { ...profile, authorizationUrl } : profile)),
      allowInsecureLoopback: true,
    };
    web = await startWeb({
      integrations: [integration],
      answer: (request) =>
        request.url.endsWith('/sites')
          ? json([
              { id: 's1', name: 'Support', url: 'https://support.tracker.example' },
              { id: 's2', name: 'Sales', url: 'https://sales.tracker.example' },
            ])
          : answerAsProducts(request),
    });
  });
  afterAll(async () => {
    product?.close();
    await web?.close();
  });

  it('goes from the link to the code with the keyboard alone', async () => {
    const { path } = await web.begin();
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(`${web.url}${path}`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('http://localhost:*/authorize?*');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${web.url}/done/*`);
    expect(await page.locator('h1').textContent()).toBe('Choose a site');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.letters').waitFor();
    expect(await page.locator('.letters').textContent()).toMatch(/^[B-Z]{4}-[B-Z]{4}$/);
    expect(await page.getByText('Sales').count()).toBe(1);
    expect(page.url()).not.toContain('the-code');
    await page.reload();
    expect(await page.locator('.letters').count()).toBe(1);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('may go back and press again', async () => {
    const { path } = await web.begin({
      owner: { kind: 'user', bot: 'b', channel: 'webchat', tenant: '', user: 'eve' },
    });
    const page = await browser.newPage();
    await page.goto(`${web.url}${path}`);
    await page.getByRole('button').click();
    await page.waitForURL('http://localhost:*/authorize?*');
    await page.goto(`${web.url}${path}`);
    await page.getByRole('button').click();
    await page.waitForURL('http://localhost:*/authorize?*');
    await page.getByText('Allow').click();
    await page.waitForURL(`${web.url}/done/*`);
    await page.close();
  });

  it('is protected from a page that presses the button in its place', async () => {
    const { path, authorization } = await web.begin({
      owner: { kind: 'user', bot: 'b', channel: 'webchat', tenant: '', user: 'ann' },
    });
    const page = await browser.newPage();
    await page.goto(`${web.url}${path}`);
    const token = await page.locator('input[name=form_token]').getAttribute('value');
    const attacker = createServer((_request, response) => {
      response
        .setHeader('Content-Type', 'text/html')
        .end(
          `<form method="post" action="${web.url}${path}"><input name="form_token" value="${token}"><button>Win</button></form>`,
        );
    });
    await new Promise<void>((resolve) => attacker.listen(0, '127.0.0.1', resolve));
    await page.goto(`http://localhost:${(attacker.address() as AddressInfo).port}/`);
    const [answer] = await Promise.all([page.waitForResponse(`${web.url}${path}`), page.getByRole('button').click()]);
    expect(answer.status()).toBe(403);
    expect((await web.kept(authorization))?.status).toBe('new');
    attacker.close();
    await page.close();
  });
});

/** Elements that stick out to the side. Evaluated as text: these tests are compiled without the types of the DOM. */
function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(`[...document.querySelectorAll('body *')]
    .filter((element) => !element.matches('.unseen'))
    .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 ||
      element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5 ||
      element.getBoundingClientRect().left < -0.5)
    .map((element) => element.outerHTML.slice(0, 80))`);
}

/** Texts with less contrast than WCAG 2.2 AA asks for (4.5, or 3 for large ones). */
function hardToRead(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const channels = (color) => color.match(/[\\d.]+/g).map(Number);
    const luminance = (color) => channels(color).slice(0, 3).map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      .reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at], 0);
    const ground = (element) => {
      const color = getComputedStyle(element).backgroundColor;
      return channels(color)[3] === 0 && element.parentElement ? ground(element.parentElement) : color;
    };
    const texts = [...document.querySelectorAll('body *')].filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ''));
    return texts.flatMap((element) => {
      const { color, fontSize, fontWeight } = getComputedStyle(element);
      const [a, b] = [luminance(color), luminance(ground(element))].sort((x, y) => y - x);
      const isLarge = parseFloat(fontSize) >= 24 || (parseFloat(fontSize) >= 18.66 && Number(fontWeight) >= 700);
      const contrast = (a + 0.05) / (b + 0.05);
      return contrast >= (isLarge ? 3 : 4.5) ? [] : [element.outerHTML.slice(0, 80) + ' ' + contrast.toFixed(2)];
    });
  })()`);
}

function focusedText(page: Page): Promise<string> {
  return page.evaluate<string>('document.activeElement.textContent.trim()');
}

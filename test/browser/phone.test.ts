import jsqr from 'jsqr';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { pageTexts } from '../../src/web/page-texts/tables.ts';
import { formTokenIn } from '../web/http-browser.ts';
import { type RunningWeb, startWeb } from '../web/running-web.ts';
import { axeProblems } from './axe.ts';
import { launchChromium } from './chromium.ts';

const PUBLIC = 'https://bot.example/latchkey';

let browser: Browser;
let web: RunningWeb;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  web = await startWeb({ publicUrl: PUBLIC });
});
afterEach(() => web?.close());

/** A desk behind a proxy that ends TLS, as people have it. */
async function sitAtDesk(link: string, javaScriptEnabled = true, locale = 'en'): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, locale, viewport: { width: 1100, height: 900 } });
  await proxyFor(context);
  const page = await context.newPage();
  await page.goto(link);
  return page;
}

function proxyFor(context: BrowserContext): Promise<unknown> {
  return context.route(`${PUBLIC}/**`, async (route) => {
    const request = route.request();
    const { pathname } = new URL(request.url());
    const headers = { ...(await request.allHeaders()), 'x-forwarded-proto': 'https' };
    const response = await route.fetch({ url: `${web.url}${pathname}`, headers, maxRedirects: 0 });
    await route.fulfill({ response });
  });
}

/** What a phone's camera reads from the screen. */
async function scan(page: Page, texts = pageTexts.en): Promise<string | undefined> {
  const picture = await page.getByRole('img', { name: texts.phoneLabel }).screenshot();
  const eye = await browser.newPage();
  const [width, height, pixels] = await eye.evaluate<readonly [number, number, readonly number[]]>(
    `createImageBitmap(new Blob([Uint8Array.fromBase64 ? Uint8Array.fromBase64('${picture.toString('base64')}') :
      Uint8Array.from(atob('${picture.toString('base64')}'), (one) => one.charCodeAt(0))])).then((image) => {
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
      canvas.drawImage(image, 0, 0);
      return [image.width, image.height, [...canvas.getImageData(0, 0, image.width, image.height).data]];
    })`,
  );
  await eye.close();
  return jsqr.default(Uint8ClampedArray.from(pixels), width, height)?.data;
}

const link = async () => `${PUBLIC}${(await web.begin()).path.replace('/latchkey', '')}`;

it.each([
  ['en', true],
  ['en', false],
  ['ar', true],
  ['ar', false],
] as const)(
  'takes the link from the desk to the phone by a QR code, in %s, with JavaScript: %s',
  async (language, script) => {
    const texts = pageTexts[language];
    const url = await link();
    const page = await sitAtDesk(url, script, language);
    expect(await page.locator('html').getAttribute('dir')).toBe(texts.dir);
    expect(await page.getByRole('img', { name: texts.phoneLabel }).count()).toBe(0);
    await page.getByText(texts.phoneTitle).click();
    expect(await scan(page, texts)).toBe(url);
    if (script) expect(await axeProblems(page)).toEqual([]);

    const phone = web.browser();
    const path = new URL(url).pathname;
    const shown = await phone.get(path);
    expect((await phone.post(path, { form_token: formTokenIn(shown.text) })).status).toBe(200);
    // the page at the desk finds out by itself; without a script, when it is loaded again
    if (!script) await page.reload();
    await page.getByRole('heading', { name: texts.inUseTitle }).waitFor();
    expect(await page.getByText(texts.inUse).count()).toBe(1);
    expect(await page.locator('svg').count()).toBe(0);
    await page.context().close();
  },
);

it('looks for nothing while the code is closed, and changes nothing while nobody has taken the link', async () => {
  const { path, authorization } = await web.begin();
  const page = await sitAtDesk(`https://bot.example${path}`);
  const looks: string[] = [];
  page.on('request', (request) => void looks.push(request.method()));
  await page.getByText('Continue on your phone').click();
  await page.waitForRequest((request) => request.method() === 'HEAD', { timeout: 20_000 });
  await page.getByText('Continue on your phone').click();
  expect(new Set(looks)).toEqual(new Set(['HEAD']));
  expect(await page.getByRole('button', { name: 'Continue to Tracker' }).count()).toBe(1);
  expect((await web.kept(authorization))?.status).toBe('new');
  await page.context().close();
});

it('is there before the claim only, and only where a phone could open the address', async () => {
  const url = await link();
  const path = new URL(url).pathname;
  const desk = web.browser();
  expect((await desk.get(path)).text).toContain('<svg class="qr"');
  await desk.submit(path);
  const again = await desk.get(path);
  expect([again.status, again.text.includes('<svg')]).toEqual([200, false]);
  const local = await startWeb();
  const { path: here } = await local.begin();
  expect((await local.browser().get(here)).text).not.toContain('<svg');
  await local.close();
});

import { createServer, type RequestListener, type Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium.ts';

describe('the browser of the tests', () => {
  let browser: Browser;
  let page: Served;
  let stranger: Served;

  beforeAll(async () => {
    browser = await launchChromium();
    page = await serve((_req, res) =>
      res.setHeader('Content-Type', 'text/html').end('<title>A page</title><h1>Hello</h1>'),
    );
    stranger = await serve((req, res) => {
      if (req.url === '/open') res.setHeader('Access-Control-Allow-Origin', '*');
      res.end('what a stranger says');
    });
  });

  afterAll(async () => {
    await browser?.close();
    await page?.close();
    await stranger?.close();
  });

  it('opens a page of this machine', async () => {
    const tab = await browser.newPage();
    await tab.goto(page.url);
    expect(await tab.title()).toBe('A page');
    expect(await tab.getByRole('heading').textContent()).toBe('Hello');
  });

  it('keeps a page from reading another origin that does not allow it', async () => {
    const tab = await browser.newPage();
    await tab.goto(page.url);
    const read = (url: string) =>
      tab.evaluate(
        (address) =>
          fetch(address).then(
            (answer) => answer.text(),
            () => 'refused',
          ),
        url,
      );
    expect(await read(`${stranger.url}/closed`)).toBe('refused');
    expect(await read(`${stranger.url}/open`)).toBe('what a stranger says');
  });

  it('reaches this machine only', async () => {
    const tab = await browser.newPage();
    await expect(tab.goto('http://example.com/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
  });
});

type Served = { readonly url: string; readonly close: () => Promise<void> };

async function serve(listener: RequestListener): Promise<Served> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${portOf(server)}`, close: () => close(server) };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return address.port;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

import { afterEach, describe, expect, it } from 'vitest';
import { forms, tracker } from '../integrations.ts';
import { type RunningConsole, startConsole, submitAt } from './running-console.ts';

const product = (id: string, name: string) => ({
  ...{ id, name, ways: [`Sign in to ${name}`, 'API key'] },
  ...{ verifiedOn: '2026-11-27', unverified: id === 'monday' ? 1 : 0 },
});
const CATALOG = [product('hubspot', 'HubSpot'), product('monday', 'monday.com'), product('tracker', 'Tracker')];

let web: RunningConsole;
afterEach(() => web.close());

describe('the list of integrations', () => {
  it('has those in use first, then the others, then what could be added', async () => {
    web = await startConsole({ integrations: [tracker(), forms()], console: { catalog: CATALOG } });
    const browser = await web.signedIn();
    expect(headings((await browser.get('/console')).text)).toEqual(['Not used yet', 'In the catalogue']);
    await submitAt(browser, '/console/integrations/forms', '/console/integrations/forms/disable');
    const { text } = await browser.get('/console');
    expect(headings(text)).toEqual(['In use', 'Not used yet', 'In the catalogue']);
    expect(named(text)).toEqual(['Forms', 'Tracker', 'HubSpot', 'monday.com']);
    expect(text).toContain('npx latchkey integrations add hubspot');
    expect(text).toContain('1 fact was not found there');
  });

  it.each([
    ['HUB spot', ['HubSpot']],
    ['monday', ['monday.com']],
    ['  track', ['Tracker']],
    ['', ['Tracker', 'Forms', 'HubSpot', 'monday.com']],
  ])('is searched without a script: %j', async (search, found) => {
    web = await startConsole({ integrations: [tracker(), forms()], console: { catalog: CATALOG } });
    const browser = await web.signedIn();
    const { text } = await browser.get(`/console?${new URLSearchParams({ q: search })}`);
    expect(named(text)).toEqual(found);
  });

  it('is searched the same way where profiles are listed', async () => {
    web = await startConsole({ integrations: [tracker(), forms()] });
    const browser = await web.signedIn();
    const { text } = await browser.get('/console/profiles?q=form');
    expect(text).toContain('/console/integrations/forms/profiles/key/test');
    expect(text).not.toContain('/console/integrations/tracker/profiles/system/test');
    expect((await browser.get('/console/profiles?q=nothing')).text).toContain('No product is called “nothing”.');
  });

  it('says that nothing is called so, echoes what was typed as text, and leads back', async () => {
    web = await startConsole({ console: { catalog: CATALOG } });
    const browser = await web.signedIn();
    const { text } = await browser.get(`/console?${new URLSearchParams({ q: '<b>"x' })}`);
    expect(named(text)).toEqual([]);
    expect(text).toContain('No product is called “&lt;b&gt;&quot;x”.');
    expect(text).toContain('value="&lt;b&gt;&quot;x"');
    expect(text).toContain('<a href="/console">Show all</a>');
  });

  it('is there with a slash at the end of the address too', async () => {
    web = await startConsole({ integrations: [forms()] });
    const browser = await web.signedIn();
    expect(named((await browser.get('/console/')).text)).toEqual(['Forms']);
  });
});

function headings(page: string): readonly string[] {
  return [...page.matchAll(/<h2>([^<]+)<\/h2>/g)].map(([, title = '']) => title);
}

function named(page: string): readonly string[] {
  return [...page.matchAll(/<span class="named">.*?<(?:a|strong)[^>]*>([^<]+)<\/(?:a|strong)>/g)].map(
    ([, name = '']) => name,
  );
}

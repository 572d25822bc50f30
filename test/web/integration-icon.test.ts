import { afterEach, describe, expect, it } from 'vitest';
import { startConsole } from './console/running-console.ts';
import { forms, tracker } from './integrations.ts';
import type { RunningWeb } from './running-web.ts';

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#4f46e5"/></svg>';

let web: RunningWeb | undefined;
afterEach(() => web?.close());

describe('the icon of an integration', () => {
  it('is shown on the page that connects it, from our own host, and nobody loads anything from elsewhere', async () => {
    const console = await startConsole({ integrations: [tracker({ icon: ICON }), forms()] });
    web = console;
    const person = web.browser();
    const { path } = await console.begin({ integration: 'tracker' });
    const page = (await person.get(path)).text;
    expect(page).toContain('<img class="tile product" src="/assets/icons/tracker"');
    const icon = await person.get('/assets/icons/tracker');
    expect([icon.status, icon.headers['content-type'], icon.text]).toEqual([200, 'image/svg+xml', ICON]);
    expect(icon.headers['content-security-policy']).toContain("default-src 'none'");
    expect(icon.headers['x-content-type-options']).toBe('nosniff');
    const moving = await person.submit(path);
    expect(moving.text).toContain('<img class="tile product" src="/assets/icons/tracker"');
  });

  it('is shown in the console too, where one without has the first letter of its name', async () => {
    const console = await startConsole({ integrations: [tracker({ icon: ICON }), forms()] });
    web = console;
    const browser = await console.signedIn();
    const { text } = await browser.get('/console');
    expect(text).toContain('<img class="mark product" src="/console/assets/icons/tracker"');
    expect(text).toContain('<span class="mark product" aria-hidden="true">F</span>');
    expect((await browser.get('/console/assets/icons/tracker')).text).toBe(ICON);
    expect((await browser.get('/console/assets/icons/forms')).status).toBe(404);
    expect((await browser.get('/console/integrations/tracker')).text).toContain('src="/console/assets/icons/tracker"');
  });

  it.each(['/assets/icons/forms', '/assets/icons/nothing'])('is not found: %s', async (path) => {
    web = await startConsole();
    expect((await web.browser().get(path)).status).toBe(404);
  });
});

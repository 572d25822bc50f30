import { createServer } from 'restify';
import { afterEach, describe, expect, it } from 'vitest';
import { prepareSetUp } from '../../../src/flows/operator/set-up-operator.ts';
import { closeServer } from '../../../src/web/close-server.ts';
import { consoleSite } from '../../../src/web/console/console-handler.ts';
import { englishConsoleTexts } from '../../../src/web/console/texts/en.ts';
import { mountOnRestify } from '../../../src/web/mount-on-restify.ts';
import { englishPageTexts } from '../../../src/web/page-texts/en.ts';
import { VaultSessionStore } from '../../../src/web/session-store.ts';
import { HttpBrowser, send } from '../http-browser.ts';
import { type RunningWeb, startWeb } from '../running-web.ts';
import { NAME, PASSWORD, submitAt } from './running-console.ts';

describe('a console on a port of its own', () => {
  let web: RunningWeb;
  const server = createServer();
  afterEach(async () => {
    await closeServer(server, 0);
    await web.close();
  });

  it('is not on the people’s port, and says where OAuth accounts can be authorized when its host is another', async () => {
    web = await startWeb({ publicUrl: 'https://bot.example.com' });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${server.address().port}`;
    const { services } = web;
    const { url: at, handler } = consoleSite({
      services,
      publicUrl: url,
      secrets: ['a console secret that is long enough'],
      sessionStore: () => new VaultSessionStore(services),
      textsIn: () => englishConsoleTexts,
      pageTextsIn: () => englishPageTexts,
    });
    mountOnRestify(server, handler);
    expect(at).toBe(`${url}/console`);
    // nothing of ours stands before the router there but the console's own guard
    for (const host of ['[', 'a b']) {
      expect((await send(url, '/console', { headers: { host } })).status).toBe(400);
    }
    const people = await web.browser().get('/console');
    expect([people.status, people.text.includes('Latchkey console')]).toEqual([404, false]);

    const setUp = await prepareSetUp(services);
    const token = setUp.status === 'open' ? setUp.token : '';
    const browser = new HttpBrowser(url);
    await browser.submit('/console/setup', { token, name: NAME, password: PASSWORD, repeat: PASSWORD });
    const who = { mode: 'preauthorized', profile: 'system', confirmed: 'yes' };
    await submitAt(browser, '/console', '/console/integrations/tracker/who', who);
    const refused = await submitAt(browser, '/console', '/console/integrations/tracker/authorize', {
      profile: 'system',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Open the console there');
    expect(refused.text).toContain('bot.example.com');
  });
});

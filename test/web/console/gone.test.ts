import { expect, it } from 'vitest';
import { BOB } from '../running-web.ts';
import { startConsole, submitAt } from './running-console.ts';

it('what belongs to an integration that is no longer there is shown and can be removed', async () => {
  const web = await startConsole();
  const browser = await web.signedIn();
  const { path } = await web.begin();
  await web.services.vault.connections.save(
    {
      id: 'c1',
      owner: BOB,
      integration: 'gone',
      profile: 'key',
      status: 'active',
      account: { id: 'bob', label: 'bob@corp.example' },
      scopes: [],
      createdAt: 1,
      updatedAt: 1,
    },
    { type: 'api_key', values: { apiKey: 'a-key-of-bob-12345' } },
  );
  web.services.integrations.delete('tracker');
  for (const page of ['', '/connections', '/authorizations', '/audit', '/profiles', '/connections/c1/revoke'])
    expect((await browser.get(`/console${page}`)).status, page).toBe(200);
  expect((await browser.get('/console/connections')).text).toContain('bob@corp.example');
  for (const integration of ['gone', 'tracker'])
    expect((await browser.get(`/console/integrations/${integration}`)).status).toBe(404);
  expect((await web.browser().get(path)).status).toBeLessThan(500);
  const removed = await submitAt(browser, '/console/connections/c1/revoke', '/console/connections/c1/revoke');
  expect([200, 303]).toContain(removed.status);
  expect((await browser.get('/console/connections')).text).not.toContain('bob@corp.example');
  expect(web.logged.filter(({ event }) => event === 'page_failed')).toEqual([]);
  await web.close();
});

import { expect, it } from 'vitest';
import { send } from './http-browser.ts';
import { startWeb } from './running-web.ts';

it('is alive and ready', async () => {
  const web = await startWeb({ requestsPerMinute: 1 });
  for (let times = 0; times < 3; times += 1) {
    expect(await send(web.url, '/healthz')).toMatchObject({ status: 200, text: '{"status":"ok"}' });
    expect(await send(web.url, '/readyz')).toMatchObject({ status: 200, text: '{"status":"ready"}' });
  }
  await web.close();
});

it('stays alive but is not ready when the store does not answer', async () => {
  const web = await startWeb();
  Object.assign(web.services.vault, { ping: () => Promise.reject(new Error('postgres://secret')) });
  expect(await send(web.url, '/healthz')).toMatchObject({ status: 200 });
  expect(await send(web.url, '/readyz')).toMatchObject({ status: 503, text: '{"status":"unavailable"}' });
  await web.close();
});

import { randomBytes } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { openStore } from '../../src/stores/open-store.ts';
import { parseKeys } from '../../src/vault/keyring.ts';
import { openVault } from '../../src/vault/vault.ts';
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

it('is not ready when the store hangs, and says so within 2 seconds', async () => {
  const web = await startWeb();
  Object.assign(web.services.vault, { ping: () => new Promise(() => {}) });
  const began = performance.now();
  expect(await send(web.url, '/readyz')).toMatchObject({ status: 503 });
  expect(performance.now() - began).toBeLessThan(3_000);
  await web.close();
});

it('asks the store once, however many ask', async () => {
  const web = await startWeb();
  let asked = 0;
  const count = async () => {
    asked += 1;
  };
  Object.assign(web.services.vault, { ping: count });
  await Promise.all(Array.from({ length: 20 }, () => send(web.url, '/readyz')));
  await send(web.url, '/readyz');
  expect(asked).toBe(1);
  await web.close();
});

it('asks again five seconds later, so that a store which is back is ready', async () => {
  const web = await startWeb();
  let isThere = false;
  Object.assign(web.services.vault, { ping: async () => expect(isThere).toBe(true) });
  const at = performance.now();
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => at);
  expect(await send(web.url, '/readyz')).toMatchObject({ status: 503 });
  isThere = true;
  expect(await send(web.url, '/readyz')).toMatchObject({ status: 503 });
  clock.mockImplementation(() => at + 5_001);
  expect(await send(web.url, '/readyz')).toMatchObject({ status: 200 });
  clock.mockRestore();
  await web.close();
});

it('is not ready when the address of the store leads to another one', async () => {
  const ring = parseKeys(`k1:${randomBytes(32).toString('base64')}`);
  const store = await openStore('sqlite::memory:');
  const vault = await openVault(store, ring);
  const web = await startWeb({ services: { vault } });
  Object.assign(store.facts, { get: async () => undefined });
  expect(await send(web.url, '/readyz')).toMatchObject({ status: 503 });
  await web.close();
});

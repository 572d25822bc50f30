import { afterEach, expect, it, vi } from 'vitest';
import { awaitOwnCode } from '../../src/flows/own-code.ts';
import type { LogEvent } from '../../src/logger.ts';
import { openServices } from '../../src/open-services.ts';
import { KEYS } from '../vault/records.ts';

afterEach(() => void vi.useRealTimers());

const fails = (): never => {
  throw new Error('the secret is sk_live_4242424242424242');
};

it.each([
  ['throws', fails, true],
  ['rejects', async () => fails(), true],
  ['never settles', () => new Promise<void>(() => {}), false],
])('an "onAttention" that %s stops nobody', async (_how, onAttention, isLogged) => {
  const log: LogEvent[] = [];
  const services = await openServices({
    ...{ publicUrl: 'https://bot.example.com', store: 'sqlite::memory:', keys: KEYS, integrations: [] },
    onAttention,
    logger: (event) => void log.push(event),
  });
  services.attention({ integration: 'acme', account: 'ann', why: 'ended' });
  await services.vault.close();
  const failed = log.filter(({ event }) => event === 'own_code_failed');
  expect(failed).toMatchObject(isLogged ? [{ code: 'onAttention', error: 'Error' }] : []);
  expect(JSON.stringify(log)).not.toContain('sk_live');
});

it.each([
  ['throws', async () => fails()],
  ['never settles', () => new Promise<void>(() => {})],
])('code that a turn waits for and that %s lets it go on', async (_how, code) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const waiting = awaitOwnCode(() => {}, 'onConnected', code);
  await vi.advanceTimersByTimeAsync(30_000);
  await waiting;
});

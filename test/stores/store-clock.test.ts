import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { StoreUnavailableError } from '../../src/errors.ts';
import { openServices } from '../../src/open-services.ts';
import { followStoreClock } from '../../src/stores/store-clock.ts';
import { KEYS } from '../vault/records.ts';

const DAY = 24 * 60 * 60_000;

/** A machine and a store whose clocks the test moves. */
function world(ahead: number) {
  const at = { elapsed: 5_000, wall: 1_000_000_000 + ahead, store: 1_000_000_000, delay: 0, asked: 0, silent: false };
  const pass = (milliseconds: number) => {
    at.elapsed += milliseconds;
    at.wall += milliseconds;
    at.store += milliseconds;
  };
  const store = {
    isOnThisMachine: false,
    now: async () => {
      at.asked += 1;
      if (at.silent) throw new StoreUnavailableError('silent');
      pass(at.delay / 2);
      const answer = at.store;
      pass(at.delay / 2);
      return answer;
    },
  };
  const machine = { now: () => at.wall, elapsed: () => at.elapsed };
  return { at, pass, follow: () => followStoreClock(store, machine) };
}

test.each([DAY, -DAY, 45_000, 0])('the store decides, whatever a machine says that is %i ms ahead', async (ahead) => {
  const { at, pass, follow } = world(ahead);
  at.delay = 40;
  const clock = await follow();
  expect(clock.now()).toBe(at.store);
  expect(clock.ahead()).toBe(ahead);
  pass(12_345);
  expect(clock.now()).toBe(at.store);
});

test('asks nobody while it is sure, and again after a while', async () => {
  const { at, pass, follow } = world(0);
  const clock = await follow();
  pass(14_000);
  clock.now();
  expect(at.asked).toBe(1);
  // another server has taken over
  at.store += 3_000;
  pass(2_000);
  clock.now();
  await wait(0);
  expect(at.asked).toBe(2);
  expect(clock.now()).toBe(at.store);
});

test.each([3_600_000, -3_600_000])('a clock that somebody sets by %i ms moves nothing', async (by) => {
  const { at, follow } = world(0);
  const clock = await follow();
  at.wall += by;
  expect(clock.now()).toBe(at.store);
  await wait(0);
  expect(clock.now()).toBe(at.store);
  expect(clock.ahead()).toBe(by);
});

test('a machine that slept is right again with the first answer', async () => {
  const { at, follow } = world(-45_000);
  const clock = await follow();
  at.wall += 600_000;
  at.store += 600_000;
  expect(clock.now()).toBe(at.store - 600_000);
  await wait(0);
  expect(clock.now()).toBe(at.store);
});

test('a machine that slept is right at once if the store is on it: nothing that ended meanwhile still counts', async () => {
  let wall = Date.now();
  const services = await openServices(
    { store: 'sqlite::memory:', keys: KEYS, publicUrl: 'http://127.0.0.1:1', appId: 'app', integrations: [] },
    () => {},
    { now: () => wall, elapsed: () => 5_000 },
  );
  expect(services.now()).toBe(wall);
  wall += 8 * 60 * 60_000;
  expect(services.now()).toBe(wall);
  await services.vault.close();
});

test('a slow answer does not replace a prompt one', async () => {
  const { at, pass, follow } = world(0);
  const clock = await follow();
  pass(20_000);
  at.delay = 8_000;
  at.store += 500;
  clock.now();
  await wait(0);
  expect(clock.now()).toBe(at.store - 500);
});

test('a store that is silent leaves the time that passes', async () => {
  const { at, pass, follow } = world(DAY);
  const clock = await follow();
  at.silent = true;
  pass(60_000);
  clock.now();
  await wait(0);
  expect(clock.now()).toBe(at.store);
});

import { setImmediate as round } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { concludeErrand, runErrand } from '../../src/flows/run-errand.ts';
import { takeDueErrand } from '../../src/flows/take-due-errand.ts';
import { defineAction } from '../../src/model/action.ts';
import { beginErrand } from '../../src/model/errand.ts';
import { eventually } from '../eventually.ts';
import { ann, connection, conversation, KEYS } from '../vault/records.ts';
import { acme } from './key-product.ts';
import { openServices } from './operator/open-services.ts';

afterEach(() => void vi.useRealTimers());

it('an action that does not end is unsure after 30 seconds, in its own living process, and may still say how it went', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  let now = 1_000;
  let finish = () => {};
  const slow = defineAction({
    id: 'acme.ping',
    title: 'Ping',
    purpose: 'ping it',
    integration: 'acme',
    scopes: [],
    input: z.object({}),
    phrases: [/^ping$/],
    run: () =>
      new Promise<void>((resolve) => {
        finish = resolve;
      }),
    answer: () => ({ title: 'Pinged' }),
  });
  const services = await openServices('sqlite::memory:', KEYS, {
    now: () => now,
    declared: [acme],
    integrations: new Map([['acme', acme]]),
    actions: new Map([[slow.id, slow]]),
  });
  const { version: _, ...connected } = connection();
  await services.vault.connections.save(connected, { type: 'api_key', values: { apiKey: 'a-key' } });
  const errand = beginErrand(
    {
      id: 'e1',
      owner: ann,
      conversation,
      ownerName: 'Ann',
      integration: 'acme',
      actionId: slow.id,
      input: {},
      answers: {},
      by: 'plain',
    },
    { next: 'ready' },
    now,
  );
  const running = runErrand(services, errand);
  await eventually(async () => expect(await services.vault.errands.byId('e1')).toMatchObject({ status: 'running' }));
  for (let second = 0; second < 30; second += 1) {
    expect(await services.vault.errands.due(now, 10)).toEqual([]);
    now += 1_000;
    vi.advanceTimersByTime(1_000);
    await round();
  }
  const [due] = await services.vault.errands.due(now, 10);
  if (due === undefined) throw new Error('not due');
  expect(await takeDueErrand(services, due)).toMatchObject({ result: { status: 'unsure' }, owes: 'result' });
  finish();
  const ran = await running;
  if (ran.status !== 'ran') throw new Error(ran.status);
  const told = await concludeErrand(services, ran.errand, ran.result);
  expect(told).toMatchObject({ result: { status: 'done', answer: { title: 'Pinged' } }, owes: 'result' });
  await services.vault.close();
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { moveErrand } from '../../src/flows/move-errand.ts';
import { takeDueErrand } from '../../src/flows/take-due-errand.ts';
import { beginErrand, type Errand, type ErrandEvent, TOO_OLD } from '../../src/model/errand.ts';
import { KEYS } from '../vault/records.ts';
import { openServices } from './operator/open-services.ts';

const DAY = 24 * 60 * 60_000;

let services: Awaited<ReturnType<typeof openServices>>;
let clock: number;
beforeEach(async () => {
  clock = 1_000_000;
  services = await openServices('sqlite::memory:', KEYS, { now: () => clock });
});
afterEach(() => services.vault.close());

/** An errand of somebody who waits for a link, and what has happened to it since. */
async function stored(given: Partial<Errand>, ...events: readonly ErrandEvent[]): Promise<Errand> {
  let errand: Errand | undefined = beginErrand(
    {
      id: 'e1',
      owner: { kind: 'user', bot: 'b', channel: 'c', tenant: 't', user: 'u' },
      conversation: { key: 'k', kind: 'personal', reference: {} },
      ownerName: 'Ann',
      integration: 'acme',
      input: {},
      answers: {},
      by: 'plain',
      ...given,
    },
    { next: 'ready' },
    clock,
  );
  for (const event of [{ type: 'needs', authorizationId: 'x' } as const, ...events]) {
    errand = errand && (await moveErrand(services, errand, event));
  }
  if (errand === undefined) throw new Error('it was not stored');
  return errand;
}

const connected = { type: 'connected', authorizationId: 'x', isUnattended: true } as const;

it('an action whose account was connected before the bot was away for a while, or restored, does not run any more', async () => {
  const ready = await stored({ actionId: 'acme.create' }, connected);
  clock += TOO_OLD;
  const taken = await takeDueErrand(services, ready);
  expect(taken).toMatchObject({ status: 'ended', why: 'too_old', owes: 'too_old' });
  expect(await moveErrand(services, ready, { type: 'claim', holder: 'p1' })).toBeUndefined();
});

it('whoever only wanted to connect still hears that they are connected', async () => {
  const ready = await stored({ connect: { purpose: 'look', scopes: [] } }, connected);
  clock += 2 * TOO_OLD;
  expect(await takeDueErrand(services, ready)).toMatchObject({ status: 'ready', owes: 'connected' });
});

it('nothing is said after a day of an attempt to connect, because it could not be tried again', async () => {
  const over = { type: 'attempt_over', authorizationId: 'x', why: 'expired', isUnattended: true } as const;
  const waiting = await stored({ actionId: 'acme.create' }, { type: 'said', at: clock });
  clock += DAY;
  const ended = await moveErrand(services, waiting, over);
  expect(ended).toMatchObject({ status: 'ended', why: 'too_old' });
  expect(ended).not.toHaveProperty('owes');
});

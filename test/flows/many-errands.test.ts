import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { errandsHere } from '../../src/flows/errands-here.ts';
import { moveErrand } from '../../src/flows/move-errand.ts';
import { sweep } from '../../src/flows/sweep.ts';
import { takeDueErrand } from '../../src/flows/take-due-errand.ts';
import { MANY } from '../../src/flows/trim-errands.ts';
import type { UserOwner } from '../../src/model/owner.ts';
import { countRows } from '../assurance/count-rows.ts';
import { ann, bob, conversation, errand, KEYS } from '../vault/records.ts';
import { openServices } from './operator/open-services.ts';

let folder: string;
let services: Awaited<ReturnType<typeof openServices>>;
let now: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
  now = 1_000_000;
  services = await openServices(setting(), KEYS, { now: () => now });
});
afterEach(async () => {
  await services.vault.close();
  rmSync(folder, { recursive: true, force: true });
});

const setting = () => `sqlite:${join(folder, 'latchkey.db')}`;
const count = async () => (await countRows(setting())).errands;

/** Somebody asks for something, and is asked a question that they never answer. */
async function asks(owner: UserOwner): Promise<string> {
  const asked = errand({ id: randomUUID(), version: 0, owner, createdAt: now, actedAt: now });
  const begun = await moveErrand(services, asked, { type: 'said', at: now });
  if (begun === undefined) throw new Error('not begun');
  return begun.id;
}

/** The round that a process makes by itself. */
async function round(): Promise<void> {
  await sweep(services);
  for (const one of await services.vault.errands.due(now, 1_000)) await takeDueErrand(services, one);
}

it('who asks for things without end has no more than a few hundred of them here, and nobody reads more than a hundred', async () => {
  const another = await asks(bob);
  let most = 0;
  for (let asked = 1; asked <= 1_000; asked += 1) {
    await asks(ann);
    now += 10_000;
    if (asked % 30 === 0) await round();
    if (asked % 90 === 0) most = Math.max(most, (await count()) ?? 0);
  }
  // 15 minutes of questions that wait, 15 of those that have just ended, and what came since the last look
  expect(most).toBeLessThan(90 + 90 + MANY + 30);
  expect((await errandsHere(services, ann, conversation.key)).length).toBeLessThanOrEqual(100);
  // what others have asked is over, and kept as long as ever
  expect(await services.vault.errands.byId(another)).toMatchObject({ status: 'ended', why: 'too_old' });
  for (const _day of [1, 2]) {
    now += 25 * 60 * 60_000;
    await round();
  }
  expect(await count()).toBe(0);
});

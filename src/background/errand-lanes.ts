import { setImmediate as roundOfEvents } from 'node:timers/promises';
import { byDeadline } from '../flows/by-deadline.ts';
import type { Services } from '../flows/services.ts';
import { takeDueErrand } from '../flows/take-due-errand.ts';
import { causeOf } from '../model/cause-of.ts';
import { type Errand, TOO_OLD } from '../model/errand.ts';
import type { ConversationHost } from './conversation-host.ts';
import type { BackgroundWork } from './start-background.ts';

/** Milliseconds for one conversation. Longer than a turn that hangs can block it. */
const DEADLINE = 45_000;
const SLOTS = 10;
const BATCH = 10;
const BATCHES = 20;

/**
 * Continues errands that are due: says what is owed, runs what is ready. Safe on many instances, because only one of them
 * takes each errand. What cannot be said is retried, less and less often, for about a day. One lane takes the errand that has
 * been due longest and one the errand that became due last, so that nobody waits behind a crowd whose links expire at the same
 * moment.
 *
 * @param host undefined while this process cannot speak; errands are then left to processes that can
 */
export function errandLanes(services: Services, host: () => ConversationHost | undefined): BackgroundWork['lanes'] {
  const take = (newestFirst: boolean) => async () => {
    const speaker = host();
    const errand = speaker && (await takeOne(services, newestFirst));
    // nothing to do here; the lane looks again
    if (errand === 'more') return async () => false;
    return errand && (() => pursue(services, speaker, errand));
  };
  return [
    { take: take(false), slots: SLOTS },
    { take: take(true), slots: SLOTS },
  ];
}

/** Handles everything that is due now, one after the other. Returns the number. */
export async function pursueDue(services: Services, host: ConversationHost | undefined): Promise<number> {
  let pursued = 0;
  for (const { take } of errandLanes(services, () => host)) {
    for (let job = await take(); job !== undefined; job = await take()) if ((await job()) === true) pursued += 1;
  }
  return pursued;
}

/**
 * Undefined if nothing is due that this process could take. `more`: nothing it has seen needed a message, and there may be
 * more.
 */
async function takeOne(services: Services, newestFirst: boolean): Promise<Errand | 'more' | undefined> {
  let first: string | undefined;
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const now = services.now();
    // what has not run is left to a process that knows the action, until it becomes too old
    const toRun = { actions: [...services.actions.keys()], orBefore: now - TOO_OLD };
    const due = await services.vault.errands.due(now, BATCH, { newestFirst, toRun });
    for (const errand of due) {
      const taken = await takeDueErrand(services, errand);
      if (taken !== undefined) return taken;
    }
    // others took the rest, or it needed no message; taking the same again would not help
    if (due.length < BATCH || due[0]?.id === first) return undefined;
    first = due[0]?.id;
    // lets other work run in between
    await roundOfEvents();
  }
  return 'more';
}

async function pursue(services: Services, host: ConversationHost, errand: Errand): Promise<boolean> {
  const words = errand.owes ?? errand.status;
  const tries = errand.tries ?? 0;
  const cause = await byDeadline(DEADLINE, (late) => host.pursue(errand, late)).then(() => undefined, causeOf);
  services.log(
    cause === undefined ? { event: 'words_said', words, tries } : { event: 'words_failed', words, tries, cause },
  );
  return cause === undefined;
}

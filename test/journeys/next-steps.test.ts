import { defineAction, z } from 'latchkey';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endAuthorization } from '../../src/flows/end-authorization.ts';
import { moveErrand } from '../../src/flows/move-errand.ts';
import type { Services } from '../../src/flows/services.ts';
import type { EndReason } from '../../src/model/authorization.ts';
import type { NotConnected } from '../../src/model/conversed.ts';
import {
  type Errand,
  type ErrandEvent,
  type ErrandResult,
  type FailureReason,
  RUN_LEASE,
} from '../../src/model/errand.ts';
import { AFTER_ATTEMPT, AFTER_FAILURE } from '../../src/model/next-step.ts';
import { type Owner, ownerKey } from '../../src/model/owner.ts';
import { NO_SETUP, type Setup } from '../../src/model/setup.ts';
import { openServices } from '../flows/operator/open-services.ts';
import { type ErrandBot, openErrandBot } from './errand-bot.ts';
import { sdk } from './sdk.ts';

/** Whoever reads only the chat knows after every ending what to say next, and it is heard. */

const boil = defineAction({
  id: 'acme.boil',
  title: 'Boil it',
  purpose: 'boil it',
  integration: 'acme',
  scopes: [],
  input: z.object({ what: z.string().min(1).meta({ title: 'What shall I boil?' }) }),
  run: async () => 'tea',
  answer: (tea) => ({ title: `Made ${tea}` }),
});

const OWNER: Owner = { kind: 'user', bot: 'test-app', channel: 'webchat', tenant: '', user: 'dl_ann' };
const HOUR = 60 * 60_000;

let bot: ErrandBot;
let services: Services & { readonly close: () => Promise<void> };
async function open(way: 'converse' | 'dialogs'): Promise<void> {
  bot = await openErrandBot({ actions: [boil], with: way });
  const opened = await openServices(bot.store.setting, bot.store.keys, { now: () => bot.authorizer.errands.now() });
  services = { ...opened, close: () => opened.vault.close() };
}
async function close(): Promise<void> {
  await services?.close();
  await bot?.close();
}

/** What the person asked for and cannot have without an account. */
async function wait(): Promise<Errand & { readonly status: 'waiting' }> {
  bot.advance(2 * HOUR);
  await bot.say('cancel');
  await bot.say('Boil it');
  await bot.say('water');
  const here = await services.vault.errands.here(
    ownerKey(OWNER),
    (await aConversation()) ?? '',
    Number.MAX_SAFE_INTEGER,
  );
  const waiting = here.find((errand) => errand.status === 'waiting');
  if (waiting?.status !== 'waiting') throw new Error('nothing waits');
  return waiting;
}

async function aConversation(): Promise<string | undefined> {
  const [open] = await services.vault.authorizations.openOf(ownerKey(OWNER));
  return open?.conversation.key;
}

/** Every word that the last message offers is heard, when it is said right then. */
async function expectHeard(way: 'converse' | 'dialogs', ending: () => Promise<string>): Promise<void> {
  const first = await ending();
  const offers = bot.offers();
  expect(first).not.toBe('');
  expect(offers, first).not.toEqual([]);
  for (const [at, offer] of offers.entries()) {
    if (at > 0) {
      await ending();
      expect(bot.offers()).toEqual(offers);
    }
    const before = bot.results.length;
    const said = await bot.say(offer);
    // a bot with dialogs begins other things in its own code
    if (way === 'dialogs' && offer.startsWith('reconnect')) continue;
    expect(said, `${first} → ${offer}`).not.toBe('');
    if (way === 'dialogs') continue;
    expect(bot.results.slice(before), `${first} → ${offer}`).toEqual([
      expect.objectContaining({ status: expect.anything() }),
    ]);
  }
}

async function afterRound(): Promise<string> {
  await bot.round();
  return bot.listen();
}

async function endAttempt(why: EndReason): Promise<string> {
  const { authorizationId } = await wait();
  const attempt = await services.vault.authorizations.byId(authorizationId);
  if (attempt === undefined) throw new Error('no attempt');
  await endAuthorization(services, attempt, { status: 'failed', why, ref: 'r1', tell: 'unattended' });
  return afterRound();
}

async function endRun(...events: readonly ErrandEvent[]): Promise<string> {
  const errand = await wait();
  const { authorizationId } = errand;
  const run = [
    { type: 'connected', authorizationId },
    { type: 'said', at: 0 },
    { type: 'claim', holder: 'other' },
  ] as const;
  const moved = await moveErrand(services, errand, [...run, ...events]);
  if (moved === undefined) throw new Error('the errand did not move');
  bot.advance(2 * RUN_LEASE);
  return afterRound();
}

const failed = (why: FailureReason | 'still_refused'): ErrandResult => ({
  status: 'failed',
  why,
  ref: 'r1',
  retry: AFTER_FAILURE[why].includes('retry'),
});

/** A new reason does not compile without a line of its own. */
const ATTEMPTS: Readonly<Record<Exclude<EndReason, 'cancelled'>, true>> = {
  expired: true,
  denied: true,
  admin_refused: true,
  refused: true,
  unreachable: true,
  misconfigured: true,
  product_failed: true,
  product_busy: true,
  scope_refused: true,
  client_refused: true,
  interrupted: true,
  no_site: true,
  other_browser: true,
  withdrawn: true,
  stopped: true,
  code_seen: true,
  superseded: true,
  crowded_out: true,
  wrong_codes: true,
  wrong_credentials: true,
};

const FAILURES: Readonly<Record<FailureReason | 'still_refused', true>> = {
  refused: true,
  forbidden: true,
  not_found: true,
  invalid: true,
  busy: true,
  too_large: true,
  locked: true,
  not_offered: true,
  unreachable: true,
  unsure: true,
  error: true,
  disabled: true,
  not_allowed: true,
  not_set_up: true,
  shared_ended: true,
  still_refused: true,
};

/** The second SDK tells those that offer the same once: it never meets the words. */
function told<Ending extends string>(
  endings: Readonly<Record<Ending, true>>,
  after: Readonly<Record<Ending, readonly string[]>>,
): readonly Ending[] {
  const all = Object.keys(endings) as Ending[];
  const offersOf = (ending: Ending) => after[ending].join();
  if (sdk === 'botbuilder') return all;
  return all.filter((one, at) => all.findIndex((other) => offersOf(other) === offersOf(one)) === at);
}

/** Why nobody is asked to connect: how it comes to that, and what the person says then. A group has a test of its own below. */
const REFUSALS: Readonly<Record<Exclude<NotConnected, EndReason | 'group'>, () => Promise<string>>> = {
  too_many: async () => {
    await wait();
    for (let times = 0; times < 4; times += 1) await bot.say('new link');
    return bot.say('new link');
  },
  disabled: () => askWith({ enabled: false }),
  not_allowed: () => askWith({ mode: 'preauthorized', audience: { kind: 'nobody' } }),
  preauthorized: () => askWith({ mode: 'preauthorized', audience: { kind: 'everyone' } }),
  not_set_up: () => askWith({ profile: 'of-another-time' }),
};

async function askWith(change: Partial<Setup>): Promise<string> {
  await setUp(change);
  return bot.say('connect acme');
}

async function setUp(change: Partial<Setup>): Promise<void> {
  bot.advance(2 * HOUR);
  await bot.say('cancel');
  const present = await services.vault.setups.byIntegration('acme');
  const version = (present?.version ?? 0) + 1;
  await services.vault.setups.put({ ...NO_SETUP, integration: 'acme', updatedAt: 0, ...change, version });
  await bot.restart();
}

describe.each(['converse', 'dialogs'] as const)(
  'whoever reads only the chat of a bot with %s is offered a next step that is heard',
  (way) => {
    beforeAll(() => open(way));
    afterAll(close);

    it.each(told(ATTEMPTS, AFTER_ATTEMPT))('after an attempt to connect: %s', async (why) => {
      await expectHeard(way, () => endAttempt(why));
    });

    it.each(told(FAILURES, AFTER_FAILURE))('after an action: %s', async (why) => {
      await expectHeard(way, () => endRun({ type: 'outcome', holder: 'other', result: failed(why) }));
    });

    it('after an action that was interrupted', async () => {
      await expectHeard(way, () => endRun());
    });

    it('after a request that has become too old', async () => {
      await expectHeard(way, async () => {
        const errand = await wait();
        await moveErrand(services, errand, [
          { type: 'connected', authorizationId: errand.authorizationId },
          { type: 'said', at: 0 },
        ]);
        bot.advance(HOUR);
        return afterRound();
      });
    });

    it('after a card that is pressed when it is over', async () => {
      await expectHeard(way, async () => {
        await wait();
        bot.advance(15 * 60_000);
        await bot.round();
        bot.listen();
        await bot.say('cancel');
        return bot.connect();
      });
    });
  },
);

describe.each(['converse', 'dialogs'] as const)('whoever asks a bot with %s in a group', (way) => {
  beforeAll(() => open(way));
  afterAll(close);

  it('is told where to ask again, and the same words are heard there', async () => {
    const told = await bot.sayInGroup('Boil it');
    expect(told).toContain('Message me directly and ask again.');
    expect(await bot.say('Boil it')).toContain('What shall I boil?');
    expect(await bot.say('water')).toContain('I need access to your Acme account');
  });
});

describe('whoever cannot connect is offered a next step that is heard', () => {
  beforeAll(() => open('converse'));
  afterAll(close);

  it.each(Object.entries(REFUSALS))('where nobody is asked to connect: %s', async (_, refused) => {
    await expectHeard('converse', refused);
    await setUp({});
  });
});

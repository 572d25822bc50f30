import { defineAction, type LanguageTag, z } from 'latchkey';
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
import { AFTER_FAILURE } from '../../src/model/next-step.ts';
import { type Owner, ownerKey } from '../../src/model/owner.ts';
import { NO_SETUP, type Setup } from '../../src/model/setup.ts';
import { chatTexts } from '../../src/texts/tables.ts';
import { openServices } from '../flows/operator/open-services.ts';
import { verbsOf } from '../verbs-of.ts';
import { type ErrandBot, openErrandBot } from './errand-bot.ts';

/** Every way in which a request ends without its answer. Each method leads one person to an ending and gives the bot's last words. */
export interface Endings {
  readonly bot: ErrandBot;
  /** The action in the person's language. The person asks for it by its title. */
  readonly called: Called;
  /** The title of an action that cannot be undone. */
  readonly final: string;
  attempt(why: EndReason): Promise<string>;
  failure(why: FailureReason | 'still_refused'): Promise<string>;
  /** The process that ran the action is gone. */
  interrupted(): Promise<string>;
  tooOld(): Promise<string>;
  /** The button of a card that is over. */
  lateCard(): Promise<string>;
  refusal(why: Refusal): Promise<string>;
  /** Takes back what `refusal` has set up. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Why nobody is asked to connect. In a group it is another journey. */
export type Refusal = Exclude<NotConnected, EndReason | 'group'>;

/** A new reason does not compile without a line of its own. */
export const ATTEMPTS: Readonly<Record<Exclude<EndReason, 'cancelled'>, true>> = {
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

export const FAILURES: Readonly<Record<FailureReason | 'still_refused', true>> = {
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

const REFUSED: Readonly<Record<Exclude<Refusal, 'too_many'>, Partial<Setup>>> = {
  disabled: { enabled: false },
  not_allowed: { mode: 'preauthorized', audience: { kind: 'nobody' } },
  preauthorized: { mode: 'preauthorized', audience: { kind: 'everyone' } },
  not_set_up: { profile: 'of-another-time' },
};

export const REFUSALS: readonly Refusal[] = [
  'too_many',
  ...(Object.keys(REFUSED) as readonly Exclude<Refusal, 'too_many'>[]),
];

interface Called {
  readonly title: string;
  readonly purpose: string;
  readonly question: string;
}

const ENGLISH: Called = { title: 'Boil it', purpose: 'boil it', question: 'What shall I boil?' };

/** As a bot that speaks these languages would call its action. */
const CALLED: Readonly<Record<LanguageTag, Called>> = {
  en: ENGLISH,
  de: { title: 'Etwas kochen', purpose: 'etwas kochen', question: 'Was soll ich kochen?' },
  fr: { title: 'Faire bouillir', purpose: 'faire bouillir', question: 'Que dois-je faire bouillir ?' },
  es: { title: 'Hervir algo', purpose: 'hervir algo', question: '¿Qué hiervo?' },
  'pt-BR': { title: 'Ferver algo', purpose: 'ferver algo', question: 'O que devo ferver?' },
  ja: { title: 'お湯を沸かす', purpose: 'お湯を沸かすため', question: '何を沸かしますか' },
  ar: { title: 'غلي الماء', purpose: 'غلي الماء', question: 'ماذا أغلي؟' },
};

const boil = defineAction({
  id: 'acme.boil',
  title: ENGLISH.title,
  purpose: ENGLISH.purpose,
  integration: 'acme',
  scopes: [],
  input: z.object({ what: z.string().min(1).meta({ title: ENGLISH.question }) }),
  run: async () => 'tea',
  answer: (tea) => ({ title: `Made ${tea}` }),
});

const spill = defineAction({
  id: 'acme.spill',
  title: 'Spill it',
  purpose: 'spill it',
  integration: 'acme',
  scopes: [],
  destructive: true,
  input: z.object({}),
  run: async () => 'tea',
  answer: () => ({ title: 'Spilled' }),
});

const OWNER: Owner = { kind: 'user', bot: 'test-app', channel: 'webchat', tenant: '', user: 'dl_ann' };
const HOUR = 60 * 60_000;

export async function openEndings(way: 'converse' | 'dialogs', language: LanguageTag = 'en'): Promise<Endings> {
  const texts = chatTexts[language];
  const called = CALLED[language];
  const { title } = called;
  const bot = await openErrandBot({
    actions: [boil, spill],
    with: way,
    locale: language,
    translations: {
      [language]: {
        [ENGLISH.title]: title,
        [ENGLISH.purpose]: called.purpose,
        [ENGLISH.question]: called.question,
      },
    },
  });
  const opened = await openServices(bot.store.setting, bot.store.keys, {
    now: () => verbsOf(bot.authorizer).services.now(),
  });
  const services: Services = opened;

  const afterRound = async (): Promise<string> => {
    await bot.round();
    return bot.listen();
  };

  const conversation = async (): Promise<string> => {
    const [open] = await services.vault.authorizations.openOf(ownerKey(OWNER));
    if (open === undefined) throw new Error('nothing is open');
    return open.conversation.key;
  };

  /** Asks for what cannot be had without an account. */
  const wait = async (): Promise<Errand & { readonly status: 'waiting' }> => {
    bot.advance(2 * HOUR);
    await bot.say(texts.sayCancel);
    await bot.say(title);
    await bot.say('water');
    const here = await services.vault.errands.here(ownerKey(OWNER), await conversation(), Number.MAX_SAFE_INTEGER);
    const waiting = here.find((errand) => errand.status === 'waiting');
    if (waiting?.status !== 'waiting') throw new Error('nothing waits');
    return waiting;
  };

  const endRun = async (...events: readonly ErrandEvent[]): Promise<string> => {
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
  };

  const setUp = async (change: Partial<Setup>): Promise<void> => {
    bot.advance(2 * HOUR);
    await bot.say(texts.sayCancel);
    const present = await services.vault.setups.byIntegration('acme');
    const version = (present?.version ?? 0) + 1;
    await services.vault.setups.put({ ...NO_SETUP, integration: 'acme', updatedAt: 0, ...change, version });
    await bot.restart();
  };

  return {
    bot,
    called,
    final: spill.title,
    attempt: async (why) => {
      const { authorizationId } = await wait();
      const attempt = await services.vault.authorizations.byId(authorizationId);
      if (attempt === undefined) throw new Error('no attempt');
      await endAuthorization(services, attempt, { status: 'failed', why, ref: 'r1', tell: 'unattended' });
      return afterRound();
    },
    failure: (why) => endRun({ type: 'outcome', holder: 'other', result: failed(why) }),
    interrupted: () => endRun(),
    tooOld: async () => {
      const errand = await wait();
      await moveErrand(services, errand, [
        { type: 'connected', authorizationId: errand.authorizationId },
        { type: 'said', at: 0 },
      ]);
      bot.advance(HOUR);
      return afterRound();
    },
    lateCard: async () => {
      await wait();
      bot.advance(15 * 60_000);
      await bot.round();
      bot.listen();
      await bot.say(texts.sayCancel);
      return bot.connect();
    },
    refusal: async (why) => {
      if (why !== 'too_many') {
        await setUp(REFUSED[why]);
        return bot.say(texts.sayReconnect('acme'));
      }
      await wait();
      for (let times = 0; times < 4; times += 1) await bot.say(texts.sayNewLink);
      return bot.say(texts.sayNewLink);
    },
    reset: () => setUp({}),
    close: async () => {
      await opened.vault.close();
      await bot.close();
    },
  };
}

function failed(why: FailureReason | 'still_refused'): ErrandResult {
  return { status: 'failed', why, ref: 'r1', retry: AFTER_FAILURE[why].includes('retry') };
}

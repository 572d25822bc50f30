import type { Answer } from './action.ts';
import type { EndReason } from './authorization.ts';
import type { ConversationAddress } from './conversation.ts';
import type { FormAnswers, FormQuestion } from './form-question.ts';
import type { InputProblem } from './input-problem.ts';
import { AFTER_ATTEMPT } from './next-step.ts';
import type { Owner } from './owner.ts';

/**
 * What one person asked for in one conversation, and how far it is.
 *
 *     asking ─ heard → asking | ready            ready ─ claim → running ─ outcome → answered ─ said → ended
 *     asking | ready | running ─ needs → waiting ─ connected → ready
 *     waiting ─ attempt over → asking (retry) ─ again → ready;  waiting | asking (retry, method) ─ follow → waiting
 *     asking | ready | running ─ asks → asking (input, form, method);  running ─ stuck → answered (unsure)
 *     answered ─ said, where trying again may help → asking (retry)
 *     asking | waiting | ready ─ cancel, abandon, too old → ended
 *
 * The arrow that makes words due writes them down as `owes`, in the same swap. Whoever says them takes the arrow `said`;
 * where that process dies, `dueAt` passes and another one says them. So everything is said at least once and done at
 * most once.
 */
export type Errand = ErrandBase & (Asking | Waiting | Ready | Running | Answered | Ended);

export type ErrandStatus = Errand['status'];

export interface ErrandBase {
  readonly id: string;
  readonly version: number;
  readonly owner: Owner;
  readonly conversation: ConversationAddress;
  /** How the channel names the person. */
  readonly ownerName: string;
  readonly integration: string;
  /** Absent where somebody only wants to connect. */
  readonly actionId?: string;
  /** Where somebody only wants to connect: what for. An action says so itself. */
  readonly connect?: { readonly purpose: string; readonly scopes: readonly string[] };
  /** The way to connect, where it was chosen. */
  readonly profile?: string;
  /** Why access is needed. */
  readonly lacks?: Lacks;
  /** "Really?" was answered with yes. */
  readonly sure?: true;
  /** An attempt to connect brought it here: a product that refuses now refuses for good. */
  readonly isConnected?: true;
  /** The activity that began it, so that one that is delivered twice begins it once. */
  readonly begunBy?: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** To the questions that only the product knows. */
  readonly answers: FormAnswers;
  /** Those questions were asked. */
  readonly isFilledIn?: true;
  /** Who takes the result: a dialog collects it; nobody does, so it is said; a tool collects it. */
  readonly by: 'dialog' | 'plain' | 'tool';
  /** A dialog that takes the result says it itself. */
  readonly isSilent?: true;
  /** The open card: it loses its buttons when the errand goes on. */
  readonly card?: { readonly id: string; readonly title: string };
  /** The last activities that were heard, newest last: a channel may deliver one twice. */
  readonly heard: readonly string[];
  /** What must still be said. */
  readonly owes?: Owed;
  /** How often another process has tried to say it. */
  readonly tries?: number;
  /** When another process may take over, in milliseconds since 1970. Absent: nothing is due. */
  readonly dueAt?: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** The owner's last act, in the chat or in the browser. */
  readonly actedAt: number;
}

export interface Lacks {
  /** `none`: never connected. `ended`: the product refuses it now. `scope`: connected, but for less than is needed. */
  readonly reason: 'none' | 'ended' | 'scope';
  readonly missingScopes?: readonly string[];
  /** The connection that ended. */
  readonly connectionId?: string;
}

export type Owed = 'question' | 'access' | 'connected' | 'attempt_over' | 'result' | 'cancelled' | 'too_old';

export interface Asking {
  readonly status: 'asking';
  readonly ask: Ask;
  /** When the open question was said. A message that arrived before is no answer: the question is said again. */
  readonly saidAt?: number;
}

export type Ask =
  | {
      readonly kind: 'input';
      readonly name: string;
      /** Why what was said before does not do. */
      readonly problem?: InputProblem;
      readonly choices?: readonly string[];
    }
  /** "Really?" */
  | { readonly kind: 'yes' }
  /** Which way to connect. */
  | { readonly kind: 'method' }
  /** At the end of the questions all answers are shown before they are sent; `back`: one is answered again from there. */
  | {
      readonly kind: 'form';
      readonly questions: readonly FormQuestion[];
      readonly at: number;
      readonly back?: true;
    }
  | {
      readonly kind: 'retry';
      readonly why: EndReason | 'failed';
      readonly ref?: string;
      /** The attempt to connect that is over. */
      readonly authorizationId?: string;
    };

export interface Waiting {
  readonly status: 'waiting';
  readonly authorizationId: string;
  /** The link that is owed was asked for on a page, by a browser that had lost its cookie. */
  readonly isAskedOnPage?: true;
}

export interface Ready {
  readonly status: 'ready';
  /** What was connected for it just now. */
  readonly connected?: { readonly account: string; readonly otherSites: readonly string[] };
}

export interface Running {
  readonly status: 'running';
  /** The process that runs it. */
  readonly holder: string;
  readonly leaseUntil: number;
}

export interface Answered {
  readonly status: 'answered';
  readonly result: ErrandResult;
  /** Who ran it: a slow process may still replace "unsure" with what it knows. */
  readonly holder: string;
}

export interface Ended {
  readonly status: 'ended';
  readonly why: 'done' | 'failed' | 'unsure' | 'cancelled' | 'abandoned' | 'too_old' | 'not_connected';
  /** With `not_connected`. */
  readonly reason?: EndReason;
  readonly ref?: string;
  /** Kept until it is collected. */
  readonly result?: ErrandResult;
}

export type ErrandResult =
  | {
      readonly status: 'done';
      readonly answer: Answer;
      /** As JSON; absent where nobody collects it, and where it is too large. */
      readonly output?: unknown;
      /** The shared account that acted. */
      readonly actingAs?: string;
    }
  | {
      readonly status: 'failed';
      readonly why: FailureReason | 'still_refused';
      readonly ref: string;
      /** Seconds, where the product is busy and said so. */
      readonly retryAfter?: number;
      /** The action's own sentence for the person. */
      readonly text?: string;
      /** Saying "retry" may help. */
      readonly retry: boolean;
    }
  /** The process died, or was too slow, while the action ran: the product may have done it. */
  | { readonly status: 'unsure' };

/** `refused`: the action says why in its own words. `error`: a fault on our side. */
export type FailureReason =
  | 'refused'
  | 'forbidden'
  | 'not_found'
  | 'invalid'
  | 'busy'
  | 'too_large'
  /** Somebody or something else holds it. */
  | 'locked'
  /** The product does not have this part of its API, or not any more. */
  | 'not_offered'
  | 'unreachable'
  /** It may have happened, or not: the product's answer was lost, or did not say. */
  | 'unsure'
  | 'error'
  /** The integration is switched off, or shared with others, or its shared account no longer works. */
  | 'disabled'
  | 'not_allowed'
  | 'not_set_up'
  | 'shared_ended';

export type ErrandEvent =
  | {
      readonly type: 'heard';
      readonly activityId?: string;
      /** When the message arrived first; a later delivery of the same message keeps that time. */
      readonly arrivedAt: number;
      readonly input?: Readonly<Record<string, unknown>>;
      readonly answers?: FormAnswers;
      readonly profile?: string;
      readonly sure?: true;
      readonly next: Ask | 'ready';
    }
  | ({
      readonly type: 'needs';
      readonly authorizationId: string;
      readonly lacks?: Lacks;
      readonly isAskedOnPage?: true;
    } & Unattended)
  /** Waits for another attempt without a word, because another errand is asked about it. */
  | { readonly type: 'follow'; readonly authorizationId: string }
  | { readonly type: 'acted' }
  /** `activityId`: of the message with the code or the key. */
  | ({ readonly type: 'connected'; readonly authorizationId: string; readonly activityId?: string } & Unattended &
      Pick<Ready, 'connected'>)
  | ({
      readonly type: 'attempt_over';
      readonly authorizationId: string;
      readonly why: EndReason;
      readonly ref?: string;
      /** Another errand says so. */
      readonly isTold?: boolean;
    } & Unattended)
  | { readonly type: 'claim'; readonly holder: string }
  | { readonly type: 'asks'; readonly ask: Ask }
  | { readonly type: 'outcome'; readonly holder: string; readonly result: ErrandResult }
  | { readonly type: 'stuck' }
  /** Before speaking: nobody else speaks until `dueAt`. */
  | { readonly type: 'speak' }
  /** `at`: when the words were sent. `card`: the one that is open now. */
  | ({ readonly type: 'said'; readonly at: number } & Pick<ErrandBase, 'card'>)
  | { readonly type: 'again' }
  | { readonly type: 'cancel' }
  | { readonly type: 'abandon' }
  | { readonly type: 'too_old' }
  | { readonly type: 'collected' };

export interface Unattended {
  /** A browser or the clock did it: no turn is there to say so. */
  readonly isUnattended?: boolean;
}

export type ErrandTransition =
  | { readonly ok: true; readonly errand: Errand }
  /** `heard_before`: the channel delivered the activity twice. */
  | { readonly ok: false; readonly why: 'heard_before' | 'illegal' };

/** Milliseconds after which another process says what is owed; longer than a send may take. */
export const SAY_WITHIN = 10_000;
/** The same for a process that speaks unasked, and may have to wait for a turn of the conversation. */
export const SPEAK_WITHIN = 60_000;
const LONGEST_PAUSE = 10 * 60_000;
/** After that many tries, about a day, what is owed is given up. */
export const MOST_TRIES = 148;
/** Milliseconds until a run is unsure, whether its process died or its action does not end; a late outcome is told all the same. */
export const RUN_LEASE = 30_000;
/** Milliseconds since the owner's last act after which an errand does not go on by itself (security.md R19). */
export const TOO_OLD = 15 * 60_000;
const DAY = 24 * 60 * 60_000;
/** How many activity ids are remembered. */
export const HEARD = 8;

/** What is known of an errand before it begins. */
export type ErrandDraft = Omit<
  ErrandBase,
  'version' | 'heard' | 'owes' | 'tries' | 'dueAt' | 'createdAt' | 'updatedAt' | 'actedAt'
>;

/** A new errand: it asks something first, or is ready to run. */
export function beginErrand(
  begun: ErrandDraft,
  first: { readonly activityId?: string; readonly next: Ask | 'ready' },
  now: number,
): Errand {
  return {
    ...begun,
    version: 1,
    heard: first.activityId === undefined ? [] : [first.activityId],
    createdAt: now,
    updatedAt: now,
    actedAt: now,
    ...goingOn(first.next, now),
  };
}

/** One arrow at a time, pure; flows persist the result by compare-and-swap. An illegal arrow is refused. */
export function errandTransition(from: Errand, event: ErrandEvent, now: number): ErrandTransition {
  const next = arrow(from, event, now);
  if (!('status' in next)) return { ok: false, why: next.refused };
  return { ok: true, errand: { ...next, version: from.version + 1, updatedAt: now } };
}

type Refused = { readonly refused: 'heard_before' | 'illegal' };
const illegal: Refused = { refused: 'illegal' };

function arrow(from: Errand, event: ErrandEvent, now: number): Errand | Refused {
  const base = baseOf(from);
  const acted = { ...base, actedAt: now };
  switch (event.type) {
    case 'heard': {
      const { activityId } = event;
      if (activityId !== undefined && from.heard.includes(activityId)) return { refused: 'heard_before' };
      if (from.status !== 'asking' || from.ask.kind === 'retry') return illegal;
      const heard = withHeard(from.heard, activityId);
      const isAnswer = from.saidAt !== undefined && event.arrivedAt >= from.saidAt;
      if (!isAnswer) return { ...acted, heard, ...goingOn(from.ask, now) };
      return {
        ...acted,
        heard,
        input: { ...from.input, ...event.input },
        answers: { ...from.answers, ...event.answers },
        ...(event.profile === undefined ? {} : { profile: event.profile }),
        ...(event.sure === undefined ? {} : { sure: event.sure }),
        ...goingOn(event.next, now),
      };
    }
    case 'needs': {
      if (!isOpenErrand(from) && from.status !== 'running') return illegal;
      const { authorizationId, lacks, isAskedOnPage } = event;
      const needing = lacks === undefined ? base : { ...base, lacks };
      const asked = isAskedOnPage === undefined ? {} : { isAskedOnPage };
      return {
        ...needing,
        status: 'waiting',
        authorizationId,
        ...asked,
        ...owing('access', now, event.isUnattended),
      };
    }
    case 'follow':
      if (!waitsToConnect(from)) return illegal;
      return { ...base, status: 'waiting', authorizationId: event.authorizationId };
    case 'acted':
      return isOpenErrand(from) ? { ...from, actedAt: now } : illegal;
    case 'connected':
      if (from.status !== 'waiting' || from.authorizationId !== event.authorizationId) return illegal;
      return {
        ...acted,
        heard: withHeard(from.heard, event.activityId),
        isConnected: true,
        status: 'ready',
        ...(event.connected === undefined ? {} : { connected: event.connected }),
        ...owing('connected', now, event.isUnattended),
      };
    case 'attempt_over': {
      if (from.status !== 'waiting' || from.authorizationId !== event.authorizationId) return illegal;
      const { why, ref, authorizationId } = event;
      const because = ref === undefined ? {} : { ref };
      const owed = event.isTold === true ? {} : owing('attempt_over', now, event.isUnattended);
      if (!AFTER_ATTEMPT[why].includes('retry'))
        return { ...base, status: 'ended', why: 'not_connected', reason: why, ...because, ...owed };
      const said = event.isTold === true ? { saidAt: now } : owed;
      return { ...base, status: 'asking', ask: { kind: 'retry', why, ...because, authorizationId }, ...said };
    }
    case 'claim':
      if (from.status !== 'ready') return illegal;
      return { ...base, ...running(event.holder, now) };
    case 'asks':
      if (!isOpenErrand(from) && from.status !== 'running') return illegal;
      return {
        ...base,
        ...(event.ask.kind === 'form' ? { isFilledIn: true } : {}),
        status: 'asking',
        ask: event.ask,
        ...owing('question', now),
      };
    case 'outcome': {
      const replaces = from.status === 'answered' && from.result.status === 'unsure' && from.holder === event.holder;
      if (!holds(from, event.holder) && !replaces) return illegal;
      return { ...base, status: 'answered', result: event.result, holder: event.holder, ...owing('result', now) };
    }
    case 'stuck':
      if (from.status !== 'running' || now < from.leaseUntil) return illegal;
      return {
        ...base,
        status: 'answered',
        result: { status: 'unsure' },
        holder: from.holder,
        ...owing('result', now),
      };
    case 'speak':
      if (from.owes === undefined && from.status !== 'ready') return illegal;
      return { ...from, ...spokenAgain(from.tries, now) };
    case 'said': {
      if (from.owes === undefined) return illegal;
      const { card: _, ...uncarded } = from;
      return afterSaying({ ...uncarded, ...(event.card === undefined ? {} : { card: event.card }) }, event.at, now);
    }
    case 'again': {
      if (from.status !== 'asking' || from.ask.kind !== 'retry') return illegal;
      const { isConnected: _, ...anew } = acted;
      return { ...anew, ...goingOn('ready', now) };
    }
    case 'cancel':
      if (!isOpenErrand(from)) return illegal;
      return { ...acted, status: 'ended', why: 'cancelled', ...owing('cancelled', now) };
    case 'abandon':
      return isOpenErrand(from) ? { ...base, status: 'ended', why: 'abandoned' } : illegal;
    case 'too_old':
      if (!isOpenErrand(from) || now < from.actedAt + TOO_OLD) return illegal;
      return { ...base, status: 'ended', why: 'too_old', ...(from.status === 'ready' ? owing('too_old', now) : {}) };
    case 'collected':
      return from.status === 'ended' && from.result !== undefined
        ? { ...base, status: 'ended', why: from.why }
        : illegal;
  }
}

/**
 * When somebody has to look at it, in milliseconds since 1970: what is due in it, or that it is too old. A question to try
 * again takes no other message for its answer, and an attempt to connect ends by itself: both may stay for a day.
 */
export function dueAtOf(errand: Errand): number | undefined {
  if (errand.dueAt !== undefined || !isOpenErrand(errand)) return errand.dueAt;
  const isPatient = errand.status === 'waiting' || (errand.status === 'asking' && errand.ask.kind === 'retry');
  return errand.actedAt + (isPatient ? DAY : TOO_OLD);
}

/** It has neither run nor ended: it can be cancelled. */
export function isOpenErrand(errand: Errand): errand is ErrandBase & (Asking | Waiting | Ready) {
  return errand.status === 'asking' || errand.status === 'waiting' || errand.status === 'ready';
}

function withHeard(heard: Errand['heard'], activityId: string | undefined): Errand['heard'] {
  return activityId === undefined ? heard : [...heard, activityId].slice(-HEARD);
}

function holds(errand: Errand, holder: string): boolean {
  return errand.status === 'running' && errand.holder === holder;
}

/** An attempt to connect is all that is missing, also where it has just failed or the person still chooses how. */
function waitsToConnect(errand: Errand): boolean {
  if (errand.status !== 'asking') return errand.status === 'waiting';
  return errand.ask.kind === 'retry' || errand.ask.kind === 'method';
}

/** A conversation that cannot be reached is tried less and less often. */
function spokenAgain(tries = 0, now: number) {
  return { tries: tries + 1, dueAt: now + Math.min(SPEAK_WITHIN * 2 ** tries, LONGEST_PAUSE) };
}

/** What was owed has been said: it is not owed any more, and what waited for the words goes on. */
function afterSaying(from: Errand, saidAt: number, now: number): Errand {
  const base = baseOf(from);
  switch (from.status) {
    case 'asking':
      return { ...base, status: 'asking', ask: from.ask, saidAt };
    case 'waiting':
      return { ...base, status: 'waiting', authorizationId: from.authorizationId };
    case 'ready':
      // nothing runs for who only wanted to connect
      if (from.actionId === undefined) return { ...base, status: 'ended', why: 'done' };
      return { ...base, status: 'ready', dueAt: now + SAY_WITHIN };
    case 'running':
      return { ...base, ...running(from.holder, now) };
    case 'answered': {
      const { result } = from;
      if (result.status === 'failed' && result.retry) {
        return { ...base, status: 'asking', ask: { kind: 'retry', why: 'failed' }, saidAt };
      }
      return { ...base, status: 'ended', why: result.status, ...(from.by === 'plain' ? {} : { result }) };
    }
    case 'ended':
      return {
        ...base,
        status: 'ended',
        why: from.why,
        ...(from.reason === undefined ? {} : { reason: from.reason }),
        ...(from.result === undefined ? {} : { result: from.result }),
      };
  }
}

function goingOn(next: Ask | 'ready', now: number) {
  if (next === 'ready') return { status: 'ready', dueAt: now + SAY_WITHIN } as const;
  return { status: 'asking', ask: next, ...owing('question', now) } as const;
}

function running(holder: string, now: number) {
  return { status: 'running', holder, leaseUntil: now + RUN_LEASE, dueAt: now + RUN_LEASE } as const;
}

function owing(owes: Owed, now: number, isUnattended = false) {
  return { owes, dueAt: isUnattended ? now : now + SAY_WITHIN } as const;
}

/** Without what belongs to a state, and without what was due in it. */
function baseOf(errand: Errand): ErrandBase {
  return {
    id: errand.id,
    version: errand.version,
    owner: errand.owner,
    ownerName: errand.ownerName,
    conversation: errand.conversation,
    integration: errand.integration,
    input: errand.input,
    answers: errand.answers,
    by: errand.by,
    heard: errand.heard,
    createdAt: errand.createdAt,
    updatedAt: errand.updatedAt,
    actedAt: errand.actedAt,
    ...(errand.actionId === undefined ? {} : { actionId: errand.actionId }),
    ...(errand.connect === undefined ? {} : { connect: errand.connect }),
    ...(errand.profile === undefined ? {} : { profile: errand.profile }),
    ...(errand.lacks === undefined ? {} : { lacks: errand.lacks }),
    ...(errand.sure === undefined ? {} : { sure: errand.sure }),
    ...(errand.isConnected === undefined ? {} : { isConnected: errand.isConnected }),
    ...(errand.isFilledIn === undefined ? {} : { isFilledIn: errand.isFilledIn }),
    ...(errand.begunBy === undefined ? {} : { begunBy: errand.begunBy }),
    ...(errand.isSilent === undefined ? {} : { isSilent: errand.isSilent }),
    ...(errand.card === undefined ? {} : { card: errand.card }),
  };
}

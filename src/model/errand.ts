import type { Answer } from './action.ts';
import type { EndReason } from './authorization.ts';
import type { ConversationAddress } from './conversation.ts';
import type { FormAnswers, FormQuestion } from './form-question.ts';
import type { InputProblem } from './input-problem.ts';
import { AFTER_ATTEMPT } from './next-step.ts';
import type { Owner } from './owner.ts';

/**
 * What one person asked for in one conversation, and how far it has got.
 *
 *     asking ─ heard → asking | ready            ready ─ claim → running ─ outcome → answered ─ said → ended
 *     asking | ready | running ─ needs → waiting ─ connected → ready
 *     waiting ─ attempt over → asking (retry) ─ again → ready;  waiting | asking (retry, method) ─ follow → waiting
 *     asking | ready | running ─ asks → asking (input, form, method);  running ─ stuck → answered (unsure)
 *     answered ─ said, if trying again may help → asking (retry)
 *     asking | waiting | ready ─ cancel, abandon, too old → ended
 *
 * A transition after which something has to be said records that as `owes`, in the same swap. The process that says it
 * applies `said`; if that process dies, `dueAt` passes and another one says it. So everything is said at least once and
 * done at most once.
 */
export type Errand = ErrandBase & (Asking | Waiting | Ready | Running | Answered | Ended);

export type ErrandStatus = Errand['status'];

export interface ErrandBase {
  readonly id: string;
  /** 0 as long as it has no row. */
  readonly version: number;
  readonly owner: Owner;
  readonly conversation: ConversationAddress;
  /** The person's name in the channel. */
  readonly ownerName: string;
  readonly integration: string;
  /** Absent if the person only wants to connect. */
  readonly actionId?: string;
  /** The reason, if the person only wants to connect. Otherwise the action has it. */
  readonly connect?: { readonly purpose: string; readonly scopes: readonly string[] };
  /** The way to connect, once it is chosen. */
  readonly profile?: string | undefined;
  /** Why access is missing. */
  readonly lacks?: Lacks;
  /** The person has confirmed the action. */
  readonly sure?: true;
  /** An attempt to connect has just succeeded. If the product still refuses, the bot does not ask to connect again. */
  readonly isConnected?: true;
  /** Id of the activity that began it, so that a second delivery does not begin another. */
  readonly begunBy?: string | undefined;
  readonly input: Readonly<Record<string, unknown>>;
  /** Answers to the questions that only the product knows. */
  readonly answers: FormAnswers;
  /** Those questions have been asked. */
  readonly isFilledIn?: true;
  /** Who gets the result: a dialog, a tool, or nobody, and then the bot says it. */
  readonly by: 'dialog' | 'plain' | 'tool';
  /** The dialog that gets the result says it itself. */
  readonly isSilent?: true | undefined;
  /** The open card. It loses its buttons when the errand goes on. */
  readonly card?: { readonly id: string; readonly title: string } | undefined;
  /** Ids of the last activities that were handled, newest last, because channels may deliver one twice. */
  readonly heard: readonly string[];
  /** What still has to be said. */
  readonly owes?: Owed;
  /** How often other processes have tried to say it. */
  readonly tries?: number;
  /** When another process may take over, in milliseconds since 1970. Absent if nothing is due. */
  readonly dueAt?: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Time of the owner's last act, in the chat or in the browser. */
  readonly actedAt: number;
}

export interface Lacks {
  /** `none`: no connection. `ended`: the product no longer accepts it. `scope`: the connection lacks permissions. */
  readonly reason: 'none' | 'ended' | 'scope';
  readonly missingScopes?: readonly string[] | undefined;
  /** The connection that has ended. */
  readonly connectionId?: string | undefined;
}

export type Owed = 'question' | 'access' | 'connected' | 'attempt_over' | 'result' | 'cancelled' | 'too_old';

export interface Asking {
  readonly status: 'asking';
  readonly ask: Ask;
  /** When the question was first sent. An earlier message is not an answer to it, so the question is sent again. */
  readonly saidAt?: number;
}

export type Ask =
  | {
      readonly kind: 'input';
      readonly name: string;
      /** Why the last answer was not accepted. */
      readonly problem?: InputProblem;
      readonly choices?: readonly string[];
    }
  /** Asks for a confirmation. */
  | { readonly kind: 'yes' }
  /** Asks how to connect. */
  | { readonly kind: 'method' }
  /**
   * Asks the questions of a form. At the end it shows all answers before they are sent. `back`: an answer is being changed
   * at that point.
   */
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
      /** The attempt to connect that has ended. */
      readonly authorizationId?: string;
    };

export interface Waiting {
  readonly status: 'waiting';
  readonly authorizationId: string;
  /** A browser that had lost its cookie requested the link on a page. */
  readonly isAskedOnPage?: true;
}

export interface Ready {
  readonly status: 'ready';
  /** The account that was just connected for it. */
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
  /** The process that ran it. If it was slow, it may still replace "unsure" with the real result. */
  readonly holder: string;
}

export interface Ended {
  readonly status: 'ended';
  readonly why: 'done' | 'failed' | 'unsure' | 'cancelled' | 'abandoned' | 'too_old' | 'not_connected';
  /** Set with `not_connected`. */
  readonly reason?: EndReason;
  readonly ref?: string;
  /** Kept until it is collected. */
  readonly result?: ErrandResult;
}

export type ErrandResult =
  | {
      readonly status: 'done';
      readonly answer: Answer;
      /** The output as JSON. Absent if nobody collects it or if it is too large. */
      readonly output?: unknown;
      /** The shared account that was used. */
      readonly actingAs?: string;
    }
  | {
      readonly status: 'failed';
      readonly why: FailureReason | 'still_refused';
      readonly ref: string;
      /** Seconds, if the product is busy and said how long. */
      readonly retryAfter?: number;
      /** The action's own sentence for the person. */
      readonly text?: string;
      /** "retry" may help. */
      readonly retry: boolean;
    }
  /** The process ended, or was too slow, while the action ran. The product may have done it. */
  | { readonly status: 'unsure' };

/** `refused`: the action explains why. `error`: a fault on our side. */
export type FailureReason =
  | 'refused'
  | 'forbidden'
  | 'not_found'
  | 'invalid'
  | 'busy'
  | 'too_large'
  /** Locked by a person or a process at the product. */
  | 'locked'
  /** The product does not offer this part of its API, or no longer does. */
  | 'not_offered'
  | 'unreachable'
  /** The response was lost or inconclusive, so it may or may not have happened. */
  | 'unsure'
  | 'error'
  /** The integration is switched off, is not shared with the person, or its shared account no longer works. */
  | 'disabled'
  | 'not_allowed'
  | 'not_set_up'
  | 'shared_ended';

export type ErrandEvent =
  | {
      readonly type: 'heard';
      readonly activityId?: string | undefined;
      /** When the message first arrived. Later deliveries of the same message keep this time. */
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
      readonly isAskedOnPage?: true | undefined;
    } & Unattended)
  /** Waits silently for another attempt, because another errand asks about it. */
  | { readonly type: 'follow'; readonly authorizationId: string }
  | { readonly type: 'acted' }
  /** `activityId`: id of the message with the code or the key. */
  | ({ readonly type: 'connected'; readonly authorizationId: string } & ByMessage &
      Unattended &
      Pick<Ready, 'connected'>)
  | ({
      readonly type: 'attempt_over';
      readonly authorizationId: string;
      readonly why: EndReason;
      readonly ref?: string;
      /** Another errand tells the person. */
      readonly isTold?: boolean;
    } & Unattended)
  | { readonly type: 'claim'; readonly holder: string }
  | { readonly type: 'asks'; readonly ask: Ask }
  | { readonly type: 'outcome'; readonly holder: string; readonly result: ErrandResult }
  | { readonly type: 'stuck' }
  /** Reserves the right to speak until `dueAt`. */
  | { readonly type: 'speak' }
  /** `at`: when it was sent. `card`: the card that is now open. */
  | ({ readonly type: 'said'; readonly at: number } & Pick<ErrandBase, 'card'>)
  | ({ readonly type: 'again' | 'cancel' } & ByMessage)
  | { readonly type: 'abandon' }
  | { readonly type: 'too_old' }
  | { readonly type: 'collected' };

/** The message that caused it, so that a second delivery of it is recognised. */
interface ByMessage {
  readonly activityId?: string | undefined;
}

interface Unattended {
  /** A browser or a deadline caused it, so no turn can tell the person. */
  readonly isUnattended?: boolean;
}

export type ErrandTransition =
  | { readonly ok: true; readonly errand: Errand }
  /** `heard_before`: the channel delivered the activity twice. */
  | { readonly ok: false; readonly why: 'heard_before' | 'illegal' };

/** Milliseconds after which a message counts as not sent, because the channel did not take it in time. */
export const SEND_WITHIN = 8_000;
/** Milliseconds after which another process says what is owed. Longer than sending may take. */
export const SAY_WITHIN = 10_000;
/** The same for a process that speaks without being asked and may have to wait for a turn of the conversation. */
export const SPEAK_WITHIN = 60_000;
const LONGEST_PAUSE = 10 * 60_000;
/** After this many tries, about a day, the message is given up. */
export const MOST_TRIES = 148;
/**
 * Milliseconds after which a run counts as unsure, because its process died or its action does not end. The person still
 * hears a late result.
 */
export const RUN_LEASE = 30_000;
/** Milliseconds after the owner's last act until an errand no longer continues by itself. */
export const TOO_OLD = 15 * 60_000;
const DAY = 24 * 60 * 60_000;
/** How many activity ids are kept. */
export const HEARD = 8;

/** An errand before it begins. */
export type ErrandDraft = Omit<
  ErrandBase,
  'version' | 'heard' | 'owes' | 'tries' | 'dueAt' | 'createdAt' | 'updatedAt' | 'actedAt'
>;

/** A new errand, without a row. It asks something first, or is ready to run. */
export function beginErrand(
  begun: ErrandDraft,
  first: { readonly activityId?: string | undefined; readonly next: Ask | 'ready' },
  now: number,
): Errand {
  return {
    ...begun,
    version: 0,
    heard: first.activityId === undefined ? [] : [first.activityId],
    createdAt: now,
    updatedAt: now,
    actedAt: now,
    ...goingOn(first.next, now),
  };
}

/** Applies one event. Pure; flows store the result by compare-and-swap. Refuses illegal transitions. */
export function errandTransition(from: Errand, event: ErrandEvent, now: number): ErrandTransition {
  const next = arrow(from, event, now);
  if (!('status' in next)) return { ok: false, why: next.refused };
  const heard = 'activityId' in event ? withHeard(from.heard, event.activityId) : next.heard;
  return { ok: true, errand: { ...next, heard, version: from.version + 1, updatedAt: now } };
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
      const isAnswer = from.saidAt !== undefined && event.arrivedAt >= from.saidAt;
      if (!isAnswer) return { ...acted, ...goingOn(from.ask, now) };
      return {
        ...acted,
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
        isConnected: true,
        status: 'ready',
        ...(event.connected === undefined ? {} : { connected: event.connected }),
        ...owing('connected', now, event.isUnattended),
      };
    case 'attempt_over': {
      if (from.status !== 'waiting' || from.authorizationId !== event.authorizationId) return illegal;
      const { why, ref, authorizationId } = event;
      const because = ref === undefined ? {} : { ref };
      // "retry" would no longer be understood
      if (isTooOld(from, now)) return { ...base, status: 'ended', why: 'too_old' };
      const owed = event.isTold === true ? {} : owing('attempt_over', now, event.isUnattended);
      if (!AFTER_ATTEMPT[why].includes('retry'))
        return { ...base, status: 'ended', why: 'not_connected', reason: why, ...because, ...owed };
      const said = event.isTold === true ? { saidAt: now } : owed;
      return { ...base, status: 'asking', ask: { kind: 'retry', why, ...because, authorizationId }, ...said };
    }
    case 'claim':
      if (from.status !== 'ready' || isTooOld(from, now)) return illegal;
      return { ...base, ...running(event.holder, now) };
    case 'asks':
      if (!isOpenErrand(from) && from.status !== 'running') return illegal;
      return {
        ...base,
        ...(event.ask.kind === 'form' ? { isFilledIn: true } : {}),
        status: 'asking',
        ask: event.ask,
        ...(from.status === 'asking' && from.saidAt !== undefined && isSame(from.ask, event.ask)
          ? { saidAt: from.saidAt }
          : {}),
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
    case 'too_old': {
      if (!isOpenErrand(from) || now < from.actedAt + TOO_OLD) return illegal;
      const isAwaited = from.status === 'ready' || from.owes !== undefined;
      const again = from.tries === undefined ? {} : spokenAgain(from.tries, now);
      const owed = isAwaited ? { ...owing('too_old', now), ...again } : {};
      return { ...base, status: 'ended', why: 'too_old', ...owed };
    }
    case 'collected':
      return from.status === 'ended' && from.result !== undefined
        ? { ...base, status: 'ended', why: from.why }
        : illegal;
  }
}

/** When a process has to look at the errand, in milliseconds since 1970: something is due, or it has become too old. */
export function dueAtOf(errand: Errand): number | undefined {
  return errand.dueAt !== undefined || !isOpenErrand(errand) ? errand.dueAt : tooOldAt(errand);
}

/**
 * It is too late to go on with it, whatever is still owed: the process that should have was not there. An errand that only
 * connects is over once it is connected, so its word is true however late it comes.
 */
export function isTooOld(errand: Errand, now: number): boolean {
  if (!isOpenErrand(errand) || now < tooOldAt(errand)) return false;
  return errand.owes !== 'connected' || errand.actionId !== undefined;
}

/**
 * An errand that offers to try again, or waits for an attempt to connect, does not block other messages, so it may stay for a
 * day.
 */
function tooOldAt(errand: Errand): number {
  const isPatient = errand.status === 'waiting' || (errand.status === 'asking' && errand.ask.kind === 'retry');
  return errand.actedAt + (isPatient ? DAY : TOO_OLD);
}

/** It has neither run nor ended, so it can be cancelled. */
export function isOpenErrand(errand: Errand): errand is ErrandBase & (Asking | Waiting | Ready) {
  return errand.status === 'asking' || errand.status === 'waiting' || errand.status === 'ready';
}

/** The same question, whatever was wrong with the last answer. */
function isSame(one: Ask, other: Ask): boolean {
  if (one.kind === 'input' && other.kind === 'input') return one.name === other.name;
  return JSON.stringify(one) === JSON.stringify(other);
}

function withHeard(heard: Errand['heard'], activityId: string | undefined): Errand['heard'] {
  return activityId === undefined ? heard : [...heard, activityId].slice(-HEARD);
}

function holds(errand: Errand, holder: string): boolean {
  return errand.status === 'running' && errand.holder === holder;
}

/** Only an account is missing. Also true after a failed attempt and while the person chooses how to connect. */
function waitsToConnect(errand: Errand): boolean {
  if (errand.status !== 'asking') return errand.status === 'waiting';
  return errand.ask.kind === 'retry' || errand.ask.kind === 'method';
}

/** Tries a conversation that cannot be reached less and less often. */
function spokenAgain(tries = 0, now: number) {
  return { tries: tries + 1, dueAt: now + Math.min(SPEAK_WITHIN * 2 ** tries, LONGEST_PAUSE) };
}

/** After the owed message was sent: it is no longer owed, and what waited for it continues. */
function afterSaying(from: Errand, saidAt: number, now: number): Errand {
  const base = baseOf(from);
  switch (from.status) {
    case 'asking':
      return { ...base, status: 'asking', ask: from.ask, saidAt: from.saidAt ?? saidAt };
    case 'waiting':
      return { ...base, status: 'waiting', authorizationId: from.authorizationId };
    case 'ready':
      // an errand that only connects runs nothing
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

/** Without the members of its state, and without what was due. */
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

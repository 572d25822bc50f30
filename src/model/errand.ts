import type { Answer } from './action.ts';
import type { EndReason } from './authorization.ts';
import type { ConversationAddress } from './conversation.ts';
import type { FormAnswers, FormQuestion } from './form-question.ts';
import type { Owner } from './owner.ts';

/**
 * What one person asked for in one conversation, and how far it is.
 *
 *     asking ─ heard → asking | ready            ready ─ claim → running ─ outcome → answered ─ said → ended
 *     asking | ready | running ─ needs → waiting ─ connected → ready
 *     waiting ─ attempt over → asking (retry) ─ again → ready
 *     running ─ questions → asking (form);  running ─ stuck → answered (unsure)
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
  readonly integration: string;
  /** Absent where somebody only wants to connect. */
  readonly actionId?: string;
  /** The activity that began it, so that one that is delivered twice begins it once. */
  readonly begunBy?: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** To the questions that only the product knows. */
  readonly answers: FormAnswers;
  /** Who takes the result: a dialog collects it; nobody does, so it is said; a tool collects it. */
  readonly by: 'dialog' | 'plain' | 'tool';
  /** As the activity that began it had it, because words are also said without an activity. */
  readonly locale?: string;
  /** The last activities that were heard, newest last: a channel may deliver one twice. */
  readonly heard: readonly string[];
  /** What must still be said. */
  readonly owes?: Owed;
  /** When another process may take over, in milliseconds since 1970. Absent: nothing is due. */
  readonly dueAt?: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** The owner's last act, in the chat or in the browser. */
  readonly actedAt: number;
}

export type Owed = 'question' | 'access' | 'connected' | 'attempt_over' | 'result' | 'cancelled' | 'too_old';

export interface Asking {
  readonly status: 'asking';
  readonly ask: Ask;
  /** When the open question was said. A message that arrived before is no answer: the question is said again. */
  readonly saidAt?: number;
}

export type Ask =
  | { readonly kind: 'input'; readonly name: string }
  /** "Really?" */
  | { readonly kind: 'yes' }
  /** Which way to connect. */
  | { readonly kind: 'method' }
  | { readonly kind: 'form'; readonly questions: readonly FormQuestion[]; readonly at: number }
  | { readonly kind: 'retry'; readonly why: EndReason | 'failed' };

export interface Waiting {
  readonly status: 'waiting';
  readonly authorizationId: string;
}

export interface Ready {
  readonly status: 'ready';
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
  readonly why: 'done' | 'failed' | 'unsure' | 'cancelled' | 'abandoned' | 'too_old';
  /** Kept until it is collected. */
  readonly result?: ErrandResult;
}

export type ErrandResult =
  | { readonly status: 'done'; readonly answer: Answer; readonly output: unknown }
  | {
      readonly status: 'failed';
      /** What the person reads. */
      readonly text: string;
      /** Saying "retry" may help. */
      readonly retry: boolean;
    }
  /** The process died, or was too slow, while the action ran: the product may have done it. */
  | { readonly status: 'unsure' };

export type ErrandEvent =
  | {
      readonly type: 'heard';
      readonly activityId: string;
      /** When the message arrived first; a later delivery of the same message keeps that time. */
      readonly arrivedAt: number;
      readonly input?: Readonly<Record<string, unknown>>;
      readonly answers?: FormAnswers;
      readonly next: Ask | 'ready';
    }
  | { readonly type: 'needs'; readonly authorizationId: string }
  | { readonly type: 'acted' }
  | { readonly type: 'connected'; readonly authorizationId: string }
  | { readonly type: 'attempt_over'; readonly authorizationId: string; readonly why: EndReason }
  | { readonly type: 'claim'; readonly holder: string }
  | { readonly type: 'keep'; readonly holder: string }
  | { readonly type: 'questions'; readonly holder: string; readonly questions: readonly FormQuestion[] }
  | { readonly type: 'outcome'; readonly holder: string; readonly result: ErrandResult }
  | { readonly type: 'stuck' }
  /** Before speaking: nobody else speaks until `dueAt`. */
  | { readonly type: 'speak' }
  /** `at`: when the words were sent. */
  | { readonly type: 'said'; readonly at: number }
  | { readonly type: 'again' }
  | { readonly type: 'cancel' }
  | { readonly type: 'abandon' }
  | { readonly type: 'too_old' }
  | { readonly type: 'collected' };

export type ErrandTransition =
  | { readonly ok: true; readonly errand: Errand }
  /** `heard_before`: the channel delivered the activity twice. */
  | { readonly ok: false; readonly why: 'heard_before' | 'illegal' };

/** Milliseconds after which another process says what is owed; longer than a send may take. */
export const SAY_WITHIN = 10_000;
/** Milliseconds that a run may go without renewing its lease. */
export const RUN_LEASE = 60_000;
/** Milliseconds since the owner's last act after which an errand does not go on by itself (security.md R19). */
export const TOO_OLD = 15 * 60_000;
const DAY = 24 * 60 * 60_000;
/** How many activity ids are remembered. */
export const HEARD = 8;

/** A new errand: it asks something first, or is ready to run. */
export function beginErrand(
  begun: Omit<ErrandBase, 'version' | 'heard' | 'owes' | 'dueAt' | 'createdAt' | 'updatedAt' | 'actedAt'>,
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
      if (from.heard.includes(event.activityId)) return { refused: 'heard_before' };
      if (from.status !== 'asking' || from.ask.kind === 'retry') return illegal;
      const heard = [...from.heard, event.activityId].slice(-HEARD);
      const isAnswer = from.saidAt !== undefined && event.arrivedAt >= from.saidAt;
      if (!isAnswer) return { ...acted, heard, ...goingOn(from.ask, now) };
      return {
        ...acted,
        heard,
        input: { ...from.input, ...event.input },
        answers: { ...from.answers, ...event.answers },
        ...goingOn(event.next, now),
      };
    }
    case 'needs':
      if (from.status !== 'asking' && from.status !== 'ready' && from.status !== 'running') return illegal;
      return { ...base, status: 'waiting', authorizationId: event.authorizationId, ...owing('access', now) };
    case 'acted':
      return isOpenErrand(from) ? { ...from, actedAt: now } : illegal;
    case 'connected':
      if (from.status !== 'waiting' || from.authorizationId !== event.authorizationId) return illegal;
      return { ...acted, status: 'ready', ...owing('connected', now) };
    case 'attempt_over':
      if (from.status !== 'waiting' || from.authorizationId !== event.authorizationId) return illegal;
      return { ...base, status: 'asking', ask: { kind: 'retry', why: event.why }, ...owing('attempt_over', now) };
    case 'claim':
      if (from.status !== 'ready') return illegal;
      return { ...base, ...running(event.holder, now) };
    case 'keep':
      return holds(from, event.holder) ? { ...base, ...running(event.holder, now) } : illegal;
    case 'questions': {
      if (!holds(from, event.holder) || event.questions.length === 0) return illegal;
      const ask: Ask = { kind: 'form', questions: event.questions, at: 0 };
      return { ...base, status: 'asking', ask, ...owing('question', now) };
    }
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
      return from.owes === undefined ? illegal : { ...from, dueAt: now + SAY_WITHIN };
    case 'said':
      return from.owes === undefined ? illegal : afterSaying(from, event.at, now);
    case 'again':
      return from.status === 'asking' && from.ask.kind === 'retry' ? { ...acted, ...goingOn('ready', now) } : illegal;
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

function holds(errand: Errand, holder: string): boolean {
  return errand.status === 'running' && errand.holder === holder;
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
      return { ...base, status: 'ended', why: from.why, ...(from.result === undefined ? {} : { result: from.result }) };
  }
}

function goingOn(next: Ask | 'ready', now: number) {
  if (next === 'ready') return { status: 'ready', dueAt: now + SAY_WITHIN } as const;
  return { status: 'asking', ask: next, ...owing('question', now) } as const;
}

function running(holder: string, now: number) {
  return { status: 'running', holder, leaseUntil: now + RUN_LEASE, dueAt: now + RUN_LEASE } as const;
}

function owing(owes: Owed, now: number) {
  return { owes, dueAt: now + SAY_WITHIN } as const;
}

/** Without what belongs to a state, and without what was due in it. */
function baseOf(errand: Errand): ErrandBase {
  return {
    id: errand.id,
    version: errand.version,
    owner: errand.owner,
    conversation: errand.conversation,
    integration: errand.integration,
    ...(errand.actionId === undefined ? {} : { actionId: errand.actionId }),
    ...(errand.begunBy === undefined ? {} : { begunBy: errand.begunBy }),
    input: errand.input,
    answers: errand.answers,
    by: errand.by,
    ...(errand.locale === undefined ? {} : { locale: errand.locale }),
    heard: errand.heard,
    createdAt: errand.createdAt,
    updatedAt: errand.updatedAt,
    actedAt: errand.actedAt,
  };
}

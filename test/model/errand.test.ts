import { describe, expect, it } from 'vitest';
import {
  beginErrand,
  type Errand,
  type ErrandEvent,
  type ErrandTransition,
  errandTransition,
  HEARD,
  RUN_LEASE,
  SAY_WITHIN,
  SPEAK_WITHIN,
  TOO_OLD,
} from '../../src/model/errand.ts';

const NOW = 1_000_000;
const asksSummary = { kind: 'input', name: 'summary' } as const;
const done = { status: 'done', answer: { title: 'Created' }, output: { key: 'KAN-1' } } as const;

function begun(next: Parameters<typeof beginErrand>[1]['next'], by: Errand['by'] = 'plain'): Errand {
  return beginErrand(
    {
      id: 'e1',
      owner: { kind: 'user', bot: 'b', channel: 'c', tenant: 't', user: 'u' },
      conversation: { key: 'k', kind: 'personal', reference: {} },
      ownerName: 'Ann',
      integration: 'acme',
      actionId: 'acme.create',
      input: { project: 'KAN' },
      answers: {},
      by,
    },
    { activityId: 'first', next },
    NOW,
  );
}

function taken(errand: Errand, ...events: readonly ErrandEvent[]): Errand {
  return events.reduce((from, event) => {
    const next = errandTransition(from, event, NOW);
    if (!next.ok) throw new Error(`${event.type}: ${next.why}`);
    return next.errand;
  }, errand);
}

const said: ErrandEvent = { type: 'said', at: NOW };
const needs: ErrandEvent = { type: 'needs', authorizationId: 'x' };
const connected: ErrandEvent = { type: 'connected', authorizationId: 'x' };
const claim: ErrandEvent = { type: 'claim', holder: 'p1' };
const outcome = (result: Extract<ErrandEvent, { type: 'outcome' }>['result'], holder = 'p1'): ErrandEvent => ({
  type: 'outcome',
  holder,
  result,
});
const refused = (why: string): ErrandTransition => ({ ok: false, why }) as ErrandTransition;

describe('an errand', () => {
  it('goes from the question to the answer, and each arrow raises its version', () => {
    const asked = taken(begun(asksSummary), said);
    const heard = taken(asked, {
      type: 'heard',
      activityId: 'second',
      arrivedAt: NOW + 1,
      input: { summary: 'Login' },
      next: 'ready',
    });
    expect(heard).toMatchObject({
      status: 'ready',
      input: { project: 'KAN', summary: 'Login' },
      heard: ['first', 'second'],
    });
    const ended = taken(heard, needs, said, connected, claim, outcome(done), said);
    expect(ended).toMatchObject({ status: 'ended', why: 'done', version: 8 });
    expect(ended).not.toHaveProperty('result');
    expect(ended).not.toHaveProperty('dueAt');
  });

  it.each([
    ['question', begun(asksSummary)],
    ['access', taken(begun('ready'), needs)],
    ['connected', taken(begun('ready'), needs, connected)],
    ['attempt_over', taken(begun('ready'), needs, { type: 'attempt_over', authorizationId: 'x', why: 'denied' })],
    ['result', taken(begun('ready'), claim, outcome(done))],
    ['cancelled', taken(begun(asksSummary), { type: 'cancel' })],
  ])('owes "%s" from the arrow that makes it due, until it is said', (owes, errand) => {
    expect(errand).toMatchObject({ owes, dueAt: NOW + SAY_WITHIN });
    const speaking = errandTransition(errand, { type: 'speak' }, NOW + 5);
    expect(speaking.ok && speaking.errand.dueAt).toBe(NOW + 5 + SPEAK_WITHIN);
    expect(taken(errand, said).owes).toBeUndefined();
  });

  it('is due whenever it is ready, so that it goes on where a process died', () => {
    expect(begun('ready').dueAt).toBe(NOW + SAY_WITHIN);
    expect(taken(begun('ready'), needs, connected, said).dueAt).toBe(NOW + SAY_WITHIN);
  });

  it('hears each activity once, and remembers the last few', () => {
    const asked = taken(begun(asksSummary), said);
    const again: ErrandEvent = { type: 'heard', activityId: 'first', arrivedAt: NOW + 1, next: 'ready' };
    expect(errandTransition(asked, again, NOW)).toEqual(refused('heard_before'));
    const many = Array.from({ length: HEARD }, (_, at): readonly ErrandEvent[] => [
      { type: 'heard', activityId: `a${at}`, arrivedAt: NOW, next: asksSummary },
      said,
    ]).flat();
    expect(taken(asked, ...many).heard).toEqual(Array.from({ length: HEARD }, (_, at) => `a${at}`));
  });

  it('takes what arrived before its question was said for no answer, and asks again', () => {
    const asked = taken(begun(asksSummary), said);
    const early = taken(asked, {
      type: 'heard',
      activityId: 'second',
      arrivedAt: NOW - 1,
      input: { summary: 'yes' },
      next: 'ready',
    });
    expect(early).toMatchObject({ status: 'asking', ask: asksSummary, owes: 'question', input: { project: 'KAN' } });
  });

  it('keeps what was said when an attempt to connect ends, and goes on after "retry"', () => {
    const over = taken(begun('ready'), needs, { type: 'attempt_over', authorizationId: 'x', why: 'denied' }, said);
    expect(over).toMatchObject({ status: 'asking', ask: { kind: 'retry', why: 'denied' }, input: { project: 'KAN' } });
    expect(taken(over, { type: 'again' }).status).toBe('ready');
  });

  it('offers to try again where that may help', () => {
    const failed = (retry: boolean) =>
      taken(begun('ready'), claim, outcome({ status: 'failed', why: 'busy', ref: 'r1', retry }), said);
    expect(failed(true)).toMatchObject({ status: 'asking', ask: { kind: 'retry', why: 'failed' } });
    expect(failed(false)).toMatchObject({ status: 'ended', why: 'failed' });
  });

  it('keeps its result for a dialog or a tool until it is collected', () => {
    const ended = taken(begun('ready', 'dialog'), claim, outcome(done), said);
    expect(ended).toMatchObject({ status: 'ended', result: done });
    expect(taken(ended, { type: 'collected' })).not.toHaveProperty('result');
  });

  it('is run by whoever holds the lease, and by nobody else', () => {
    const running = taken(begun('ready'), claim);
    for (const event of [claim, outcome(done, 'p2')]) {
      expect(errandTransition(running, event, NOW)).toEqual(refused('illegal'));
    }
    expect(running).toMatchObject({ holder: 'p1', leaseUntil: NOW + RUN_LEASE });
  });

  it('becomes unsure when its lease ends, and a slow process may still say what happened', () => {
    const running = taken(begun('ready'), claim);
    expect(errandTransition(running, { type: 'stuck' }, NOW + RUN_LEASE - 1)).toEqual(refused('illegal'));
    const stuck = errandTransition(running, { type: 'stuck' }, NOW + RUN_LEASE);
    if (!stuck.ok) throw new Error(stuck.why);
    expect(stuck.errand).toMatchObject({ status: 'answered', result: { status: 'unsure' }, owes: 'result' });
    expect(errandTransition(stuck.errand, outcome(done, 'p2'), NOW)).toEqual(refused('illegal'));
    expect(taken(stuck.errand, outcome(done))).toMatchObject({ result: done, owes: 'result' });
  });

  it('can be cancelled and abandoned until it runs, and says nothing when it is abandoned', () => {
    const running = taken(begun('ready'), claim);
    for (const type of ['cancel', 'abandon'] as const) {
      expect(errandTransition(running, { type }, NOW)).toEqual(refused('illegal'));
      for (const open of [begun(asksSummary), begun('ready'), taken(begun('ready'), needs)]) {
        expect(taken(open, { type }).status).toBe('ended');
      }
    }
    expect(taken(begun(asksSummary), { type: 'abandon' })).not.toHaveProperty('owes');
  });

  it('is too old 15 minutes after the last act of its owner, in the chat or in the browser', () => {
    const waiting = taken(begun('ready'), needs, said);
    expect(errandTransition(waiting, { type: 'too_old' }, NOW + TOO_OLD - 1)).toEqual(refused('illegal'));
    const acted = errandTransition(waiting, { type: 'acted' }, NOW + TOO_OLD - 1);
    if (!acted.ok) throw new Error(acted.why);
    expect(errandTransition(acted.errand, { type: 'too_old' }, NOW + TOO_OLD)).toEqual(refused('illegal'));
    const old = errandTransition(waiting, { type: 'too_old' }, NOW + TOO_OLD);
    expect(old.ok && old.errand).not.toHaveProperty('owes');
    const ready = errandTransition(begun('ready'), { type: 'too_old' }, NOW + TOO_OLD);
    expect(ready).toMatchObject({ ok: true, errand: { status: 'ended', owes: 'too_old' } });
  });

  it('does not run when it is too old, whatever was still to be said, and offers no "retry" that is no longer understood', () => {
    const DAY = 24 * 60 * 60_000;
    const ready = taken(begun('ready'), needs, { ...connected, isUnattended: true });
    expect(ready).toMatchObject({ status: 'ready', owes: 'connected' });
    expect(errandTransition(ready, claim, NOW + TOO_OLD - 1)).toMatchObject({ ok: true });
    expect(errandTransition(ready, claim, NOW + TOO_OLD)).toEqual(refused('illegal'));
    const asking = errandTransition(begun(asksSummary), { type: 'too_old' }, NOW + TOO_OLD);
    expect(asking).toMatchObject({ ok: true, errand: { status: 'ended', owes: 'too_old' } });
    const over = { type: 'attempt_over', authorizationId: 'x', why: 'expired', isUnattended: true } as const;
    const waiting = taken(begun('ready'), needs, said);
    expect(errandTransition(waiting, over, NOW + DAY - 1)).toMatchObject({ errand: { owes: 'attempt_over' } });
    const late = errandTransition(waiting, over, NOW + DAY);
    expect(late).toMatchObject({ ok: true, errand: { status: 'ended', why: 'too_old' } });
    expect(late.ok && late.errand).not.toHaveProperty('owes');
  });

  it('goes on with its own attempt only', () => {
    const waiting = taken(begun('ready'), needs);
    for (const type of ['connected', 'attempt_over'] as const) {
      const event = { type, authorizationId: 'another', why: 'denied' } as ErrandEvent;
      expect(errandTransition(waiting, event, NOW)).toEqual(refused('illegal'));
    }
  });
});

import { describe, expect, it } from 'vitest';
import { beginErrand, type Errand, type ErrandEvent, errandTransition, RUN_LEASE } from '../../src/model/errand.ts';
import { explore, ranksOf, type Step } from './explore.ts';

/** Two processes that hear one person; `at` is what a process does next, `read` the row as it has read it. */
interface World {
  readonly row: Errand;
  readonly attempt: 'none' | 'open' | 'done' | 'over';
  readonly processes: readonly Process[];
  /** What happened at the product. */
  readonly effects: number;
  readonly saidResult: number;
  readonly saidUnsure: number;
  readonly kills: number;
  /** What the person did. */
  readonly acts: number;
}

interface Process {
  readonly at:
    | 'idle'
    | 'heard'
    | 'code'
    | 'cancel'
    | 'retry'
    | 'claim'
    | 'call'
    | 'done'
    | 'failed'
    | 'late'
    | 'speak'
    | 'say'
    | 'said';
  readonly read?: Errand;
}

interface Rules {
  readonly kills: number;
  readonly acts: number;
  /** A lease may end although its process lives. */
  readonly slow: boolean;
  readonly backgroundTakesReady: boolean;
  readonly comparesVersions: boolean;
  readonly owesTheResult: boolean;
}

const SOUND: Rules = {
  kills: 1,
  acts: 3,
  slow: false,
  backgroundTakesReady: true,
  comparesVersions: true,
  owesTheResult: true,
};

const idle: Process = { at: 'idle' };

const begun: World = {
  row: said(
    beginErrand(
      {
        id: 'e1',
        owner: { kind: 'user', bot: 'b', channel: 'c', tenant: 't', user: 'u' },
        conversation: { key: 'k', kind: 'personal', reference: {} },
        ownerName: 'Ann',
        integration: 'acme',
        actionId: 'acme.create',
        input: {},
        answers: {},
        by: 'plain',
      },
      { next: { kind: 'input', name: 'summary' } },
      0,
    ),
  ),
  attempt: 'none',
  processes: [idle, idle],
  effects: 0,
  saidResult: 0,
  saidUnsure: 0,
  kills: 0,
  acts: 0,
};

function said(errand: Errand): Errand {
  const done = errandTransition(errand, { type: 'said', at: 0 }, 0);
  if (!done.ok) throw new Error(done.why);
  return done.errand;
}

function stepsWith(rules: Rules): (world: World) => readonly Step<World>[] {
  return (world) => world.processes.flatMap((process, index) => stepsOf(world, process, index, rules));
}

function isWithin(world: World): boolean {
  return world.row.version <= 16 && world.saidResult <= 3 && world.saidUnsure <= 3 && world.effects <= 2;
}

function stepsOf(world: World, process: Process, index: number, rules: Rules): readonly Step<World>[] {
  const holder = `p${index}`;
  const { row } = world;
  const as = (next: Process, change: Partial<World> = {}): World => ({
    ...world,
    ...change,
    processes: world.processes.map((other, at) => (at === index ? next : other)),
  });
  const named = (name: string, next: World): Step<World> => [`${name} ${holder}`, next];
  /** The arrow by compare-and-swap. A process that loses is idle again. */
  const swap = (event: ErrandEvent, won: Process['at'], change: Partial<World> = {}): World => {
    const from = process.read ?? row;
    if (rules.comparesVersions && row.version !== from.version) return as(idle);
    const next = errandTransition(from, event, 0);
    if (!next.ok) return as(idle);
    return as({ at: won, read: next.errand }, { row: next.errand, ...change });
  };
  const starts = (at: Process['at'], acts = 0): World =>
    as({ at, read: row }, acts === 0 ? {} : { acts: world.acts + 1 });
  const killed: readonly Step<World>[] =
    process.at !== 'idle' && world.kills < rules.kills
      ? [named(`kill at ${process.at}`, as(idle, { kills: world.kills + 1 }))]
      : [];

  const own = (): readonly Step<World>[] => {
    switch (process.at) {
      case 'idle': {
        const steps: Step<World>[] = [];
        const mayAct = world.acts < rules.acts;
        const asks = row.status === 'asking' ? row.ask.kind : undefined;
        if (mayAct && asks === 'input') steps.push(named('answer', starts('heard', 1)));
        if (mayAct && asks === 'retry') steps.push(named('retry', starts('retry', 1)));
        if (mayAct && world.attempt === 'open') steps.push(named('code', starts('code', 1)));
        if (mayAct && (row.status === 'asking' || row.status === 'waiting')) {
          steps.push(named('cancel', starts('cancel', 1)));
        }
        if (row.status === 'ready' && rules.backgroundTakesReady) steps.push(named('background runs', starts('claim')));
        const isSpeaking = world.processes.some(({ at }) => at === 'speak' || at === 'say' || at === 'said');
        if (row.owes !== undefined && (rules.slow || !isSpeaking))
          steps.push(named('background speaks', starts('speak')));
        const alive = world.processes.some(({ at }) => at === 'call' || at === 'done' || at === 'failed');
        if (row.status === 'running' && (rules.slow || !alive)) {
          const stuck = errandTransition(row, { type: 'stuck' }, RUN_LEASE);
          if (stuck.ok) steps.push(named('background gives up', { ...world, row: stuck.errand }));
        }
        return steps;
      }
      case 'heard': {
        const next = world.attempt === 'done' ? 'ready' : ({ kind: 'method' } as const);
        const heard: ErrandEvent = { type: 'heard', activityId: `a${world.acts}`, arrivedAt: 0, next };
        if (next === 'ready') return [named('hears', swap(heard, 'claim'))];
        // the answer and the attempt that it needs are one transaction
        const first = errandTransition(row, heard, 0);
        if (!first.ok || row.version !== process.read?.version) return [named('hears too late', as(idle))];
        const needs = errandTransition(first.errand, { type: 'needs', authorizationId: 'x' }, 0);
        if (!needs.ok) return [];
        const at = { at: 'say', read: needs.errand } as const;
        return [named('hears and needs', as(at, { row: needs.errand, attempt: 'open' }))];
      }
      case 'code': {
        if (world.attempt !== 'open') return [named('code too late', as(idle))];
        const next = errandTransition(row, { type: 'connected', authorizationId: 'x' }, 0);
        if (!next.ok) return [named('connects nothing', as(idle, { attempt: 'done' }))];
        const at = { at: 'claim', read: next.errand } as const;
        return [named('connects', as(at, { row: next.errand, attempt: 'done' }))];
      }
      case 'cancel': {
        const attempt = world.attempt === 'open' ? 'over' : world.attempt;
        return [named('cancels', swap({ type: 'cancel' }, 'say', { attempt }))];
      }
      case 'retry':
        return [named('goes on again', swap({ type: 'again' }, 'claim'))];
      case 'claim':
        return [named('claims', swap({ type: 'claim', holder }, 'call'))];
      case 'call':
        return [
          named('calls', as({ ...process, at: 'done' }, { effects: world.effects + 1 })),
          named('call fails', as({ ...process, at: 'failed' })),
        ];
      case 'done': {
        const result = { status: 'done', answer: { title: 'Done' }, output: null } as const;
        const outcome: ErrandEvent = { type: 'outcome', holder, result };
        // a lost swap is read again: its lease may have ended meanwhile
        const again = errandTransition(row, outcome, 0);
        if (!again.ok) return [named('knows it too late', as({ ...process, at: 'late' }))];
        // as if it were over with the call: nothing is owed any more when the process dies before it speaks
        const over = rules.owesTheResult ? again : errandTransition(again.errand, { type: 'said', at: 0 }, 0);
        if (!over.ok) return [];
        if (!rules.owesTheResult)
          return [named('ends it', as({ at: 'late', read: over.errand }, { row: over.errand }))];
        return [named('writes the result', as({ at: 'say', read: again.errand }, { row: again.errand }))];
      }
      case 'failed': {
        const result = { status: 'failed', why: 'busy', ref: 'r1', retry: true } as const;
        return [named('writes the failure', swap({ type: 'outcome', holder, result }, 'say'))];
      }
      case 'late':
        return [named('says it late', as(idle, { saidResult: world.saidResult + 1 }))];
      case 'speak':
        return [named('takes the word', swap({ type: 'speak' }, 'say'))];
      case 'say': {
        if (row.version !== process.read?.version) return [named('says nothing', as(idle))];
        const result = row.status === 'answered' ? row.result.status : undefined;
        return [
          named(
            `says ${row.owes}`,
            as(
              { ...process, at: 'said' },
              {
                saidResult: world.saidResult + (result === 'done' ? 1 : 0),
                saidUnsure: world.saidUnsure + (result === 'unsure' ? 1 : 0),
              },
            ),
          ),
        ];
      }
      case 'said':
        return [named('notes it', swap({ type: 'said', at: 0 }, 'idle'))];
    }
  };
  return [...killed, ...own()];
}

function faultOf(world: World, steps: readonly Step<World>[]): string | undefined {
  if (world.effects > 1) return 'done twice';
  if (world.processes.some(({ at }) => at !== 'idle')) return undefined;
  const { row } = world;
  if (row.status === 'ended' && row.owes === undefined) {
    if (world.effects === 1 && world.saidResult + world.saidUnsure === 0) return 'done, and nothing said';
    if (row.why === 'cancelled' && world.effects > 0) return 'done although it was cancelled';
    return undefined;
  }
  const isWaitingForThePerson = (row.status === 'asking' || row.status === 'waiting') && row.owes === undefined;
  if (!isWaitingForThePerson && steps.length === 0) return `left alone, ${row.status}`;
  return undefined;
}

function exploreWith(rules: Rules, searched?: string) {
  return explore({
    first: begun,
    stepsFrom: stepsWith(rules),
    faultOf,
    keyOf,
    isWithin,
    ...(searched === undefined ? {} : { searched }),
  });
}

/** The processes are alike, so that which of them is where does not count; of versions only the order does. */
function keyOf({ row, processes, attempt, effects, saidResult, saidUnsure, kills, acts }: World): string {
  const rows = [row, ...processes.flatMap(({ read }) => (read === undefined ? [] : [read]))];
  const versionOf = ranksOf(rows.map(({ version }) => version));
  const keys = processes
    .map(({ at, read }, index) => ({ holder: `p${index}`, key: `${at} ${read && keyOfRow(read, [`p${index}`])}` }))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const holders = keys.map(({ holder }) => holder);

  /** What of a row differs in this world; everything else follows from it. */
  function keyOfRow(read: Errand, known: readonly string[]): string {
    const ask = read.status === 'asking' ? read.ask.kind : '';
    const result = read.status === 'answered' ? read.result.status : '';
    const holder = read.status === 'answered' || read.status === 'running' ? known.indexOf(read.holder) : '';
    return `${versionOf(read.version)} ${read.status} ${read.owes ?? ''} ${ask}${result} ${holder}`;
  }

  const counted = [attempt, effects, saidResult + saidUnsure > 0, kills, acts].join();
  return [keyOfRow(row, holders), ...keys.map(({ key }) => key), counted].join('|');
}

describe('an errand that runs, with two processes, every order of their steps and a kill between any two', () => {
  it.each([
    { ...SOUND, kills: 1, acts: 3 },
    { ...SOUND, kills: 2, acts: 4 },
    { ...SOUND, kills: 1, acts: 3, slow: true },
  ])('is done at most once, and what became of it is said: %o', (rules) => {
    const { states, faults } = exploreWith(rules);
    expect(faults).toEqual({});
    expect(states).toBeGreaterThan(1_000);
  });

  it.each([
    ['left alone, ready', { ...SOUND, backgroundTakesReady: false }],
    ['done, and nothing said', { ...SOUND, owesTheResult: false }],
    ['done twice', { ...SOUND, comparesVersions: false }],
  ])('would be "%s" without its rule: %o', (fault, rules) => {
    const { faults } = exploreWith(rules, fault);
    expect(Object.keys(faults)).toContain(fault);
  });
});

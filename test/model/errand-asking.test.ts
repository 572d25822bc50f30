import { describe, expect, it } from 'vitest';
import { type Ask, beginErrand, type Errand, type ErrandEvent, errandTransition } from '../../src/model/errand.ts';
import { explore, ranksOf, type Step } from './explore.ts';

/**
 * Two questions, and a person who answers the one they saw last. A channel may deliver a message twice, the host bot may
 * abandon the errand, and two processes hear, speak and die. `tick` orders what is sent and what is said.
 */
interface World {
  readonly row: Errand;
  /** The question that the person saw last. */
  readonly shown: number;
  readonly tick: number;
  readonly inbox: readonly Message[];
  readonly processes: readonly Process[];
  readonly kills: number;
  readonly sent: number;
  readonly repeats: number;
  /** How many questions have been answered. */
  readonly answered: number;
}

interface Message {
  readonly id: string;
  readonly answers: number;
  readonly arrivedAt: number;
}

type Process =
  | { readonly at: 'idle' }
  | { readonly at: 'read'; readonly message: Message }
  | { readonly at: 'swap'; readonly message: Message; readonly read: Errand }
  | { readonly at: 'say'; readonly read: Errand }
  | { readonly at: 'said'; readonly read: Errand; readonly tick: number };

interface Rules {
  readonly comparesVersions: boolean;
  readonly knowsWhatItHeard: boolean;
  readonly knowsWhenItAsked: boolean;
  readonly backgroundSpeaks: boolean;
}

const SOUND: Rules = { comparesVersions: true, knowsWhatItHeard: true, knowsWhenItAsked: true, backgroundSpeaks: true };
const NAMES = ['summary', 'project'] as const;
const question = (at: number): Ask => ({ kind: 'input', name: NAMES[at] ?? '' });
const idle: Process = { at: 'idle' };

const asked = beginErrand(
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
  { next: question(0) },
  0,
);

const begun: World = {
  row: taken(asked, { type: 'said', at: 0 }),
  shown: 0,
  tick: 1,
  inbox: [],
  processes: [idle, idle],
  kills: 0,
  sent: 0,
  repeats: 0,
  answered: 0,
};

function taken(errand: Errand, event: ErrandEvent): Errand {
  const next = errandTransition(errand, event, 0);
  if (!next.ok) throw new Error(next.why);
  return next.errand;
}

/** Which question is open; two: both were answered. */
function openQuestion(row: Errand): number {
  if (row.status !== 'asking' || row.ask.kind !== 'input') return NAMES.length;
  return NAMES.indexOf(row.ask.name as (typeof NAMES)[number]);
}

function stepsWith(rules: Rules): (world: World) => readonly Step<World>[] {
  return (world) => [
    ...stepsOutside(world),
    ...world.processes.flatMap((process, index) => stepsOf(world, process, index, rules)),
  ];
}

function stepsOutside(world: World): readonly Step<World>[] {
  const steps: Step<World>[] = [];
  const { tick, shown, inbox } = world;
  if (world.sent < 3 && shown < NAMES.length) {
    const message = { id: `a${world.sent}`, answers: shown, arrivedAt: tick };
    steps.push(['person answers', { ...world, sent: world.sent + 1, tick: tick + 1, inbox: [...inbox, message] }]);
  }
  const [first] = inbox;
  if (first !== undefined && world.repeats < 1) {
    steps.push(['channel repeats', { ...world, repeats: 1, inbox: [...inbox, first] }]);
  }
  // its acknowledgement was lost, so it comes once more, and nothing says that it is an old one but its id
  const [heard] = world.row.heard;
  if (heard !== undefined && world.repeats < 1) {
    const again = { id: heard, answers: 0, arrivedAt: tick };
    steps.push(['channel repeats what was heard', { ...world, repeats: 1, tick: tick + 1, inbox: [...inbox, again] }]);
  }
  const abandoned = errandTransition(world.row, { type: 'abandon' }, 0);
  if (world.row.status === 'asking' && abandoned.ok) steps.push(['host abandons', { ...world, row: abandoned.errand }]);
  return steps;
}

function stepsOf(world: World, process: Process, index: number, rules: Rules): readonly Step<World>[] {
  const { row } = world;
  const as = (next: Process, change: Partial<World> = {}): World => ({
    ...world,
    ...change,
    processes: world.processes.map((other, at) => (at === index ? next : other)),
  });
  const named = (name: string, next: World): Step<World> => [`p${index} ${name}`, next];
  const killed: readonly Step<World>[] =
    process.at !== 'idle' && world.kills < 1 ? [named(`is killed at ${process.at}`, as(idle, { kills: 1 }))] : [];

  const own = (): readonly Step<World>[] => {
    switch (process.at) {
      case 'idle': {
        const taking = world.inbox.map((message, at) =>
          named(`takes ${message.id}`, as({ at: 'read', message }, { inbox: world.inbox.filter((_, n) => n !== at) })),
        );
        const isSpeaking = world.processes.some(({ at }) => at === 'say' || at === 'said');
        if (!rules.backgroundSpeaks || row.owes === undefined || isSpeaking) return taking;
        return [...taking, named('speaks unasked', as({ at: 'say', read: row }))];
      }
      case 'read':
        return [named('reads', as({ at: 'swap', message: process.message, read: row }))];
      case 'swap':
        return [named('hears', heard(process))];
      case 'say': {
        const shown = Math.max(world.shown, openQuestion(process.read));
        return [
          named('says', as({ at: 'said', read: process.read, tick: world.tick }, { shown, tick: world.tick + 1 })),
        ];
      }
      case 'said': {
        const noted = errandTransition(row, { type: 'said', at: process.tick }, 0);
        if (row.version !== process.read.version || !noted.ok) return [named('notes nothing', as(idle))];
        return [named('notes it', as(idle, { row: noted.errand }))];
      }
    }
  };

  function heard({ message, read }: Extract<Process, { at: 'swap' }>): World {
    const at = openQuestion(read);
    const next = at + 1 < NAMES.length ? question(at + 1) : 'ready';
    const known = rules.knowsWhatItHeard ? read : { ...read, heard: [] };
    // as if a question counted from the moment that it was decided
    const asks = !rules.knowsWhenItAsked && known.status === 'asking' ? { ...known, saidAt: 0 } : known;
    const input = { [NAMES[at] ?? '']: message.answers };
    const event = { type: 'heard', activityId: message.id, arrivedAt: message.arrivedAt, input, next } as const;
    const swapped = errandTransition(asks, event, 0);
    if (!swapped.ok) return as(idle);
    if (rules.comparesVersions && row.version !== read.version) return as({ at: 'read', message });
    const { errand } = swapped;
    const answered = Math.max(world.answered, Object.keys(errand.input).length);
    return as(errand.status === 'asking' ? { at: 'say', read: errand } : idle, { row: errand, answered });
  }

  return [...killed, ...own()];
}

function faultOf(world: World): string | undefined {
  const { row } = world;
  if (NAMES.some((name, at) => row.input[name] !== undefined && row.input[name] !== at))
    return 'answered another question';
  if (Object.keys(row.input).length < world.answered) return 'forgot an answer';
  if (world.processes.some(({ at }) => at !== 'idle')) return undefined;
  if (row.status === 'asking' && row.owes === undefined && world.shown < openQuestion(row)) return 'never asked';
  return undefined;
}

function exploreWith(rules: Rules, searched?: string) {
  return explore({
    first: begun,
    stepsFrom: stepsWith(rules),
    faultOf: rules.backgroundSpeaks ? faultOf : faultWithoutBackground,
    keyOf,
    isWithin: ({ row }) => row.version < 10,
    ...(searched === undefined ? {} : { searched }),
  });
}

/** Whatever is owed when nobody moves any more stays unsaid. */
function faultWithoutBackground(world: World): string | undefined {
  const isQuiet = world.inbox.length === 0 && world.processes.every(({ at }) => at === 'idle');
  return faultOf(world) ?? (isQuiet && world.row.owes !== undefined ? 'never asked' : undefined);
}

/** The processes are alike, so that which of them is where does not count; of ticks and versions only the order does. */
function keyOf(world: World): string {
  const { row, processes, inbox, shown, kills, sent, repeats, answered } = world;
  const reads = processes.flatMap((process) => ('read' in process ? [process.read] : []));
  const messages = [...inbox, ...processes.flatMap((process) => ('message' in process ? [process.message] : []))];
  const tickOf = ranksOf([
    ...messages.map(({ arrivedAt }) => arrivedAt),
    ...processes.flatMap((process) => ('tick' in process ? [process.tick] : [])),
    ...[row, ...reads].flatMap((read) => (read.status === 'asking' && read.saidAt !== undefined ? [read.saidAt] : [])),
  ]);
  const versionOf = ranksOf([row, ...reads].map(({ version }) => version));
  const keyOfMessage = ({ id, answers, arrivedAt }: Message) => `${id} ${answers} ${tickOf(arrivedAt)}`;
  // of what was heard, whatever may come once more
  const comesAgain = (id: string, at: number) =>
    (at === 0 && repeats < 1) || messages.some((message) => message.id === id);
  const keyOfRow = (read: Errand) =>
    [
      versionOf(read.version),
      read.status,
      openQuestion(read),
      read.status === 'asking' ? tickOf(read.saidAt) : '',
      read.owes,
      NAMES.map((name) => read.input[name]),
      read.heard.filter(comesAgain),
    ].join(' ');
  const keyOfProcess = (process: Process) =>
    [
      process.at,
      'read' in process ? keyOfRow(process.read) : '',
      'message' in process ? keyOfMessage(process.message) : '',
      'tick' in process ? tickOf(process.tick) : '',
    ].join();
  return [
    keyOfRow(row),
    processes.map(keyOfProcess).toSorted().join(';'),
    inbox.map(keyOfMessage).toSorted().join(),
    [shown, kills, sent, repeats, answered].join(),
  ].join('|');
}

describe('an errand that asks, with two processes, every order of their steps and a kill between any two', () => {
  it('takes each answer for its own question, and says every question', () => {
    const { states, faults } = exploreWith(SOUND);
    expect(faults).toEqual({});
    expect(states).toBeGreaterThan(10_000);
  });

  it.each([
    ['never asked', { ...SOUND, backgroundSpeaks: false }],
    ['forgot an answer', { ...SOUND, comparesVersions: false }],
    ['answered another question', { ...SOUND, knowsWhenItAsked: false }],
    ['answered another question', { ...SOUND, knowsWhatItHeard: false }],
  ])('would be "%s" without its rule: %o', (fault, rules) => {
    expect(Object.keys(exploreWith(rules, fault).faults)).toContain(fault);
  });
});

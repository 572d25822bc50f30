import assert from 'node:assert/strict';
import { type DoorPerson, enterPerson } from './door-person.ts';
import { BotDied, type BotProcess, type Theatre } from './theatre.ts';

/** More steps than any process takes here. */
const NEVER = 1_000_000_000;

/** One bot after the other: where one is killed, the next one takes over. */
interface Stage {
  readonly theatre: Theatre;
  readonly person: DoorPerson;
  bot: BotProcess;
}

/** What people ask for at a product. */
interface Wishes {
  readonly id: 'acme' | 'beta';
  readonly name: string;
  readonly make: string;
  readonly made: RegExp;
  readonly count: string;
}

const ACME: Wishes = { id: 'acme', name: 'Acme', make: 'Make tea', made: /Made tea/, count: 'Count them' };
const BETA: Wishes = { id: 'beta', name: 'Beta', make: 'Make coffee', made: /Made coffee/, count: 'Count cups' };

interface Story {
  /** Where whoever is connected stays connected. */
  readonly keeps?: Wishes;
  /** Told before anybody is killed. */
  readonly before: (stage: Stage) => Promise<void>;
  /** What somebody does, once; what they wanted may be left half done. */
  readonly does: (stage: Stage) => Promise<unknown>;
  /** What they do again until they have it, as people do who got no answer; then what must be true. */
  readonly ends: (stage: Stage) => Promise<void>;
}

/** Everything that a process may die of: what somebody does with it, one way or another. */
const STORIES: Readonly<Record<string, Story>> = {
  'somebody asks, connects and is answered': {
    keeps: ACME,
    before: async () => {},
    does: asksAndConnects('Make tea'),
    ends: (stage) => isAnswered(stage),
  },
  'somebody asks, gives a key in the card and is answered': {
    keeps: BETA,
    before: async () => {},
    does: async (stage) => {
      await says(BETA.make)(stage);
      await givesKey(stage);
    },
    ends: (stage) => isAnswered(stage, BETA),
  },
  'somebody asks, gives a key on the page and is answered': {
    keeps: BETA,
    before: async () => {},
    does: async (stage) => {
      const { person, bot } = stage;
      await says(BETA.make)(stage);
      await person.giveKeyOnPage(keyOf(stage), bot);
    },
    ends: (stage) => isAnswered(stage, BETA),
  },
  'somebody gives a wrong key in the card': {
    before: async (stage) => void (await says(BETA.make)(stage)),
    does: ({ person, bot }) => person.giveKey('wrong-key', bot),
    ends: (stage) => isAnswered(stage, BETA),
  },
  'somebody disconnects what has a key': {
    before: async (stage) => {
      await says(BETA.make)(stage);
      await givesKey(stage);
    },
    does: says('disconnect beta'),
    ends: (stage) => leavesNothing(stage, BETA),
  },
  'somebody asks, and the token has ended': {
    keeps: ACME,
    before: async (stage) => {
      await stage.person.connect(stage.bot);
      stage.theatre.product.age(stage.person.user);
    },
    does: says('Make tea'),
    ends: (stage) => isAnswered(stage),
  },
  'somebody connects again': {
    keeps: ACME,
    before: async ({ person, bot }) => person.connect(bot),
    does: asksAndConnects('reconnect acme'),
    ends: (stage) => leavesNothing(stage),
  },
  'somebody disconnects': {
    before: async ({ person, bot }) => person.connect(bot),
    does: says('disconnect acme'),
    ends: (stage) => leavesNothing(stage),
  },
  'somebody cancels at the code': {
    before: async (stage) => void (await stage.person.goToCode('Make tea', stage.bot)),
    does: says('cancel'),
    ends: async (stage) => {
      await says('cancel')(stage);
      await leavesNothing(stage);
      assert.equal(stage.theatre.product.made(stage.person.user), 0);
    },
  },
  'somebody is forgotten': {
    before: async ({ person, bot }) => {
      await person.connect(bot);
      await person.goToCode('reconnect acme', bot);
    },
    does: ({ bot, person }) => bot.order({ verb: 'forget', user: person.user }),
    ends: async (stage) => {
      await stage.bot.order({ verb: 'forget', user: stage.person.user });
      await leavesNothing(stage);
    },
  },
  'a developer revokes': {
    before: async ({ person, bot }) => person.connect(bot),
    does: ({ bot, person }) => bot.order({ verb: 'revoke', user: person.user }),
    ends: async (stage) => {
      await stage.bot.order({ verb: 'revoke', user: stage.person.user });
      await leavesNothing(stage);
    },
  },
  'the keys are changed': {
    before: async ({ theatre, person }) => {
      const old = await theatre.enter('k1');
      await person.connect(old);
      await old.end();
    },
    does: ({ bot }) => bot.order({ verb: 'rotate' }),
    ends: async (stage) => {
      assert.equal(await stage.bot.order({ verb: 'rotate' }), 'done');
      assert.match(await stage.person.say('Count them', stage.bot), /There are 3/);
      await leavesNothing(stage);
    },
  },
};

function says(text: string) {
  return ({ person, bot }: Stage) => person.say(text, bot);
}

function asksAndConnects(text: string) {
  return async ({ person, bot }: Stage) => person.say(await person.goToCode(text, bot), bot);
}

function keyOf({ theatre, person }: Stage): string {
  return theatre.product.keyOf(person.account);
}

function givesKey(stage: Stage): Promise<string> {
  return stage.person.giveKey(keyOf(stage), stage.bot);
}

/** What they asked for was done once, or they were told that it may have been. */
async function isAnswered(stage: Stage, wishes = ACME): Promise<void> {
  const { person, theatre } = stage;
  await until(stage, wishes);
  const made = theatre.product.made(person.user);
  assert(made <= 1, `made ${made} times`);
  if (wishes.made.test(person.heard())) assert.equal(made, 1);
  await leavesNothing(stage, wishes);
}

/** Says it, connects where that is asked for, and tries again, as people do, until they have read how it went. */
async function until(stage: Stage, { id, name, made, make }: Wishes): Promise<void> {
  const { person, bot } = stage;
  const isOver = () => made.test(person.heard()) || /please look before you ask again/.test(person.heard());
  const asks = new RegExp(`Connect ${name}`);
  let last = person.heard();
  for (let turn = 0; turn < 8 && !isOver(); turn += 1) {
    const hint = /Say \*(retry|new link)\*/.exec(last)?.[1];
    last = await person.say(asks.test(last) ? 'new link' : (hint ?? make), bot);
    if (!asks.test(last)) continue;
    if (id === 'beta') {
      last = await givesKey(stage);
      continue;
    }
    const code = await person.readCode(bot);
    if (code !== undefined) last = await person.say(code, bot);
  }
  assert(isOver(), person.heard());
}

/** Whoever ends it all has no access left here, and none at the product. */
async function leavesNothing({ theatre, person, bot }: Stage, { id } = ACME): Promise<void> {
  const nothing = /You have not connected anything yet/;
  if (!nothing.test(await person.say('connections', bot))) await person.say(`disconnect ${id}`, bot);
  await rest(theatre, bot);
  assert.match(await person.say('connections', bot), nothing);
}

/** Half an hour in which nobody says anything: attempts expire, and what failed is tried again. */
async function rest(theatre: Theatre, bot: BotProcess): Promise<void> {
  for (let round = 0; round < 14; round += 1) {
    await theatre.wait(130_000);
    await bot.order({ verb: 'round' });
  }
}

export interface Killing {
  readonly what: string;
  /** The step that never happened; undefined where the story was over before. */
  readonly step: string | undefined;
  /** Tokens of a sign-in or a renewal were lost, in the window that SECURITY.md names. */
  readonly isInWindow: boolean;
}

/**
 * Each story, with a process that is killed before one of its steps: every write and commit, request, answer that arrives,
 * message and page. Throws where something was done twice, an answer or a connection was lost, or a token lives on at the product.
 *
 * @param every tries only each so-many-th step
 */
export async function* killings(theatre: Theatre, every = 1): AsyncGenerator<() => Promise<Killing>> {
  let bot = await theatre.enter('k2');
  let skip = 0;
  for (const [name, story] of Object.entries(STORIES)) {
    let isOver = false;
    for (let at = skip % every; !isOver; at += every) {
      skip += 1;
      yield async () => {
        const person = enterPerson(theatre);
        const stage = { theatre, person, bot };
        await story.before(stage);
        await bot.order({ verb: 'doom', left: at });
        const isKilled = await dies(stage, story);
        isOver = !isKilled;
        const steps = isKilled ? bot.steps() : [];
        if (isKilled) bot = await theatre.enter('k2');
        stage.bot = bot;
        const step = steps.at(-1);
        const what = `${name}, killed before step ${at} (${step ?? 'none'})`;
        await ends(stage, story, what, isWindow(steps));
        const left = theatre.product.live(person.user);
        const isInWindow = left.length > 0 && isWindow(steps);
        assert(left.length === 0 || isInWindow, `${what}: ${left.length} tokens live on after ${steps.join(', ')}`);
        return { what, step, isInWindow };
      };
    }
  }
}

async function dies(stage: Stage, story: Story): Promise<boolean> {
  const { bot } = stage;
  try {
    await story.does(stage);
    // what it does by itself afterwards
    await bot.order({ verb: 'round' });
    await bot.order({ verb: 'doom', left: NEVER });
    return false;
  } catch (error) {
    // a page that does not come means the same as an order that nobody obeys
    const isCut = error instanceof TypeError && error.message === 'fetch failed';
    if (!isCut && !(error instanceof BotDied)) throw error;
    await bot.gone;
    return true;
  }
}

async function ends(stage: Stage, story: Story, what: string, isLost: boolean): Promise<void> {
  const { person } = stage;
  const { keeps } = story;
  const isConnected = keeps !== undefined && new RegExp(`Connected to ${keeps.name}`).test(person.heard());
  try {
    for (let round = 0; round < 8; round += 1) {
      await stage.theatre.wait(31_000);
      await stage.bot.order({ verb: 'round' });
    }
    if (isConnected && !isLost) assert.match(await person.say(keeps.count, stage.bot), /There are 3/);
    await story.ends(stage);
  } catch (error) {
    throw new Error(`${what}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** The product had made tokens, and nothing had been written since. */
function isWindow(steps: readonly string[]): boolean {
  const done = steps.slice(0, -1);
  const asked = done.lastIndexOf('request /token');
  if (asked < 0) return false;
  const since = done.slice(asked);
  const renewed = since.indexOf('update "connections"');
  const isStored = since.includes('update "authorizations"') || (renewed > 0 && since.includes('commit', renewed));
  return !isStored;
}

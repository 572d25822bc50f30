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

interface Story {
  /** Whoever is connected stays connected. */
  readonly keeps?: true;
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
    keeps: true,
    before: async () => {},
    does: asksAndConnects('Make tea'),
    ends: isAnswered,
  },
  'somebody asks, and the token has ended': {
    keeps: true,
    before: async (stage) => {
      await stage.person.connect(stage.bot);
      stage.theatre.product.age(stage.person.user);
    },
    does: says('Make tea'),
    ends: isAnswered,
  },
  'somebody connects again': {
    keeps: true,
    before: async ({ person, bot }) => person.connect(bot),
    does: asksAndConnects('reconnect acme'),
    ends: leavesNothing,
  },
  'somebody disconnects': {
    before: async ({ person, bot }) => person.connect(bot),
    does: says('disconnect acme'),
    ends: leavesNothing,
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

/** What they asked for was done once, or they were told that it may have been. */
async function isAnswered(stage: Stage): Promise<void> {
  const { person, theatre } = stage;
  const over = /Made tea|please look before you ask again/;
  await until(stage, over, 'Make tea');
  const made = theatre.product.made(person.user);
  assert(made <= 1, `made ${made} times`);
  if (/Made tea/.test(person.heard())) assert.equal(made, 1);
  await leavesNothing(stage);
}

/** Says it, connects where that is asked for, and tries again, as people do, until they have read it. */
async function until({ person, bot }: Stage, wanted: RegExp, text: string): Promise<void> {
  let last = person.heard();
  for (let turn = 0; turn < 8 && !wanted.test(person.heard()); turn += 1) {
    const hint = /Say \*(retry|new link)\*/.exec(last)?.[1];
    last = await person.say(/Connect Acme/.test(last) ? 'new link' : (hint ?? text), bot);
    if (!/Connect Acme/.test(last)) continue;
    const code = await person.readCode(bot);
    if (code !== undefined) last = await person.say(code, bot);
  }
  assert.match(person.heard(), wanted);
}

/** Whoever ends it all has no access left here, and none at the product. */
async function leavesNothing({ theatre, person, bot }: Stage): Promise<void> {
  const nothing = /You have not connected anything yet/;
  if (!nothing.test(await person.say('connections', bot))) await person.say('disconnect acme', bot);
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
  const isConnected = story.keeps === true && /Connected to Acme/.test(person.heard());
  try {
    for (let round = 0; round < 8; round += 1) {
      await stage.theatre.wait(31_000);
      await stage.bot.order({ verb: 'round' });
    }
    if (isConnected && !isLost) assert.match(await person.say('Count them', stage.bot), /There are 3/);
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

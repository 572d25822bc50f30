import { ApiCallError, defineAction, InputRefusedError, z } from 'latchkey';
import { afterEach, describe, expect, it } from 'vitest';
import { verbsOf } from '../verbs-of.ts';
import { type ErrandBot, type ErrandBotOptions, openErrandBot, RIGHT_KEY } from './errand-bot.ts';
import type { Stack } from './errand-shell.ts';

let bot: ErrandBot;
let runs: { readonly what: string; readonly key: string }[];
let failure: Error | undefined;
afterEach(() => bot.close());

const make = defineAction({
  id: 'acme.make',
  title: 'Make something',
  purpose: 'make it',
  integration: 'acme',
  scopes: [],
  input: z.object({ what: z.string().min(1).meta({ title: 'What shall I make?' }) }),
  phrases: [/^make (?<what>.+)$/i],
  run: async (_api, { what }, { idempotencyKey }) => {
    runs.push({ what, key: idempotencyKey });
    if (failure !== undefined) throw failure;
    return { made: what };
  },
  answer: ({ made }) => ({ title: `Made ${made}` }),
});
const count = defineAction({
  id: 'acme.count',
  title: 'Count them',
  purpose: 'count them',
  integration: 'acme',
  scopes: [],
  effect: 'read',
  input: z.object({}),
  run: async () => {
    runs.push({ what: 'count', key: '' });
    if (failure !== undefined) throw failure;
    return 3;
  },
  answer: (three) => ({ title: `There are ${three}` }),
});
const comeBack = defineAction({
  id: 'acme.comeBack',
  title: 'Ask me',
  purpose: 'know it',
  integration: 'acme',
  scopes: [],
  input: z.object({ answer: z.enum(['Yes', 'No', 'Maybe']).meta({ title: 'Will you come back?' }) }),
  run: async (_api, { answer }) => {
    runs.push({ what: answer, key: '' });
  },
  answer: () => ({ title: 'Noted' }),
});
const file = defineAction({
  id: 'acme.file',
  title: 'File it',
  purpose: 'file it',
  integration: 'acme',
  scopes: [],
  input: z.object({ folder: z.string().min(1).meta({ title: 'Which folder?' }) }),
  run: async (_api, { folder }) => {
    const known = ['Red', 'Blue'];
    if (!known.includes(folder)) throw new InputRefusedError('folder', `There is no ${folder}.`, known);
    return folder;
  },
  answer: (folder) => ({ title: `Filed under ${folder}` }),
});
const boil = defineAction({
  id: 'acme.boil',
  title: 'Boil it',
  purpose: 'boil it',
  integration: 'acme',
  scopes: [],
  input: z.object({}),
  run: async (_api, _input, { idempotencyKey }) => {
    runs.push({ what: 'boil', key: idempotencyKey });
  },
  answer: () => ({ title: 'Made tea' }),
});
const remove = defineAction({
  id: 'acme.remove',
  title: 'Remove it',
  purpose: 'remove it',
  integration: 'acme',
  scopes: [],
  input: z.object({}),
  destructive: true,
  run: async () => {
    runs.push({ what: 'removed', key: '' });
    return 'room';
  },
  answer: (room) => ({ title: `Made ${room}` }),
});

async function open(way: ErrandBotOptions['with'], more: Partial<ErrandBotOptions> = {}): Promise<void> {
  runs = [];
  failure = undefined;
  bot = await openErrandBot({ actions: [make, count, comeBack, file, boil, remove], with: way, ...more });
}

/** Connected, and quiet again. */
async function openConnected(way: ErrandBotOptions['with'], more: Partial<ErrandBotOptions> = {}): Promise<void> {
  await open(way, more);
  await bot.say('Count them');
  expect(await bot.connect()).toContain('There are 3');
  runs = [];
}

it('a dialog whose request is no longer stored ends, and does nothing more', async () => {
  await openConnected('dialogs');
  expect(await bot.say('Make something')).toContain('What shall I make?');
  const owner = { kind: 'user', bot: 'test-app', channel: 'webchat', tenant: '', user: 'dl_ann' } as const;
  await bot.authorizer.operator.forgetOwner({ actor: { name: 'olga' }, owner });
  await bot.say('tea');
  expect(bot.results.at(-1)).toEqual({ status: 'elsewhere' });
  expect(runs).toEqual([]);
  expect(await bot.say('Make something')).toContain('What shall I make?');
});

describe.each(['converse', 'dialogs'] as const)('what a person asks for, with %s', (way) => {
  it('is asked for, connected, done and answered, and its result is given once', async () => {
    await open(way);
    expect(await bot.say('Make something')).toContain('What shall I make?');
    expect(await bot.say('tea')).toContain('I need access to your Acme account to make it.');
    expect(await bot.connect()).toMatch(/Connected to Acme[\s\S]*Made tea/);
    expect(runs).toMatchObject([{ what: 'tea' }]);
    if (way === 'dialogs') expect(bot.results.at(-1)).toEqual({ status: 'done', output: { made: 'tea' } });
    expect(await bot.say('Make something')).toContain('What shall I make?');
    expect(await bot.say('coffee')).toContain('Made coffee');
    expect(bot.results.at(-1)).toMatchObject({ status: 'done' });
  });

  it('is done once, however often the channel delivers a message', async () => {
    await openConnected(way);
    expect(await bot.say('Make something', 'a')).toContain('What shall I make?');
    expect(await bot.say('Make something', 'a')).toBe('');
    expect(await bot.say('tea', 'b')).toContain('Made tea');
    for (const process of ['the same', 'another']) {
      if (process === 'another') await bot.restart();
      expect(await bot.say('Make something', 'a'), process).toBe('');
      expect(await bot.say('tea', 'b'), process).toBe('');
    }
    expect(runs).toHaveLength(1);
  });

  it('goes on once, and without an alarm, where another process gets the message with the key again', async () => {
    await open(way);
    await bot.say('Count them');
    expect(await bot.say(RIGHT_KEY, 'a')).toContain('There are 3');
    await bot.restart();
    expect(await bot.say(RIGHT_KEY, 'a')).toBe('');
    expect(await bot.say(RIGHT_KEY, 'b')).toContain('looks like a secret');
    expect(runs).toHaveLength(1);
  });

  it('that the product offers a choice for takes what is none of it for the bot first, and "no" for cancel', async () => {
    await openConnected(way);
    await bot.say('File it');
    expect(await bot.say('Green')).toMatch(/There is no Green\. Which folder\?/);
    expect(await bot.say('Count them')).toContain('There are 3');
    expect(await bot.say('connections')).not.toContain('There is no Green');
    expect(await bot.say('Grey')).toMatch(/There is no Grey\. Which folder\?/);
    expect(await bot.say('no')).not.toContain('There is no no');
    expect(await bot.say('Blue')).not.toContain('Filed');
  });

  it('is done once where two processes have the message at the same moment', async () => {
    await openConnected(way);
    const asked = await bot.sayToTwo('Boil it');
    expect(runs).toEqual([{ what: 'boil', key: expect.any(String) }]);
    expect(asked.match(/Made tea/g)).toHaveLength(1);
  });

  it('is asked about until it is answered, whatever process hears it', async () => {
    await openConnected(way);
    await bot.say('Make something');
    await bot.restart();
    expect(await bot.say('tea')).toContain('Made tea');
  });

  it('is retried although the bot has lost its state', async () => {
    await openConnected(way);
    failure = new ApiCallError({ status: 503, method: 'GET', url: 'http://acme' });
    await bot.say('Make something');
    expect(await bot.say('tea')).toContain('Say *retry* to try again.');
    bot.loseState();
    await bot.restart();
    failure = undefined;
    expect(await bot.say('hello')).toBe('');
    expect(await bot.say('retry')).toContain('Made tea');
    expect(runs.map(({ what }) => what)).toEqual(['tea', 'tea']);
    expect(new Set(runs.map(({ key }) => key)).size).toBe(1);
    expect(await bot.say('retry')).toBe('');
  });

  it('answers "No" to a question that has "No" among its answers', async () => {
    await openConnected(way);
    expect(await bot.say('Ask me')).toContain('Will you come back?');
    expect(await bot.say('No')).toContain('Noted');
    expect(runs).toMatchObject([{ what: 'No' }]);
  });

  it('takes "stop" for text where text is asked for, and "cancel" for a command', async () => {
    await openConnected(way);
    await bot.say('Make something');
    expect(await bot.say('stop')).toContain('Made stop');
    await bot.say('Make something');
    expect(await bot.say('cancel')).toContain("OK, I won't make it. Acme stays connected.");
    expect(runs).toHaveLength(1);
  });

  it('asks "Really?" before it changes what cannot be changed back', async () => {
    await openConnected(way);
    expect(await bot.say('Remove it')).toContain('Really remove it in Acme?');
    expect(await bot.say('no')).toContain("OK, I won't remove it. Acme stays connected.");
    await bot.say('Remove it');
    expect(await bot.say('yes')).toContain('Made room');
    expect(runs).toHaveLength(1);
  });

  it('asks again for what the product does not take, and keeps the rest', async () => {
    await openConnected(way);
    failure = new InputRefusedError('what', 'There is no beer.', ['tea', 'coffee']);
    await bot.say('Make something');
    expect(await bot.say('beer')).toMatch(/There is no beer\.[\s\S]*What shall I make\?/);
    failure = undefined;
    expect(await bot.say('tea')).toContain('Made tea');
  });

  it('is never said to have failed where it may have been done', async () => {
    await openConnected(way);
    failure = new TypeError('a fault after the call');
    const withCall = { ...make, id: 'acme.call', title: 'Call it', phrases: [] };
    await bot.close();
    await openConnected(way, {
      actions: [
        count,
        defineAction({
          ...withCall,
          run: async (api) => {
            runs.push({ what: 'called', key: '' });
            await api.post('/things', {}).catch(() => {});
            await api.post('/me', {});
            throw new TypeError('a fault after the call');
          },
        }),
      ],
    });
    await bot.say('Call it');
    const heard = await bot.say('tea');
    expect(heard).toMatch(/look there/i);
    expect(heard).not.toMatch(/retry|Nothing was/);
  });

  it('has its answer said by somebody else where the channel took none', async () => {
    await openConnected(way);
    await bot.say('Make something');
    bot.isMute = true;
    expect(await bot.say('tea')).toBe('');
    expect(runs).toHaveLength(1);
    bot.isMute = false;
    await bot.restart();
    bot.advance(61_000);
    await bot.round();
    expect(bot.listen()).toContain('Made tea');
    expect(runs).toHaveLength(1);
  });

  it('waits with others for one connection, and "cancel" says what it cancels', async () => {
    await open(way, way === 'dialogs' ? { interrupts: beginsAnother } : {});
    await bot.say('Count them');
    const joined = await bot.say('make tea');
    expect(joined).toContain("I'll do this as soon as you have connected Acme: Make something.");
    expect(await bot.say('cancel')).toContain("OK, I've stopped: Count them · Acme; Make something · Acme.");
    expect(await bot.say('retry')).toBe('');
    await bot.say('Count them');
    expect(await bot.connect()).toContain('There are 3');
    expect(runs).toHaveLength(1);
  });

  it('leaves a card without a button, which says what comes next, once its attempt is over', async () => {
    await open(way);
    await bot.say('Count them');
    bot.advance(10 * 60_000);
    await bot.round();
    expect(bot.listen()).toContain('Your request to connect Acme has expired.');
    expect(bot.look(1)).toMatch(/No longer open[\s\S]*Say \*retry\* to start again\./);
    expect(await bot.say('something else')).toBe('');
    await bot.say('retry');
    expect(await bot.connect()).toContain('There are 3');
  });

  it('reads without a row, and a message that comes twice may read twice', async () => {
    await openConnected(way);
    expect(await bot.say('Count them')).toContain('There are 3');
    const owner = { kind: 'user', bot: 'test-app', channel: 'webchat', tenant: '', user: 'dl_ann' } as const;
    const here = await verbsOf(bot.authorizer).errandsHere(owner, '7:webchat/chat');
    // that which connected is the only one
    expect(here.filter(({ actionId }) => actionId === 'acme.count')).toHaveLength(1);
  });
});

async function beginsAnother(dc: Stack): Promise<boolean> {
  if (dc.context.activity.text !== 'make tea') return false;
  await dc.beginDialog('Make something', { what: 'tea' });
  return true;
}

it('is not done behind the back of a bot that has cancelled its dialogs', async () => {
  await open('dialogs', {
    interrupts: async (dc) => {
      if (dc.context.activity.text !== 'drop everything') return false;
      await dc.cancelAllDialogs();
      return true;
    },
  });
  await bot.say('Make something');
  expect(await bot.say('tea')).toContain('I need access');
  expect(await bot.say('drop everything')).toBe('');
  expect(await bot.connect()).toContain('That is no longer open.');
  expect(runs).toEqual([]);
});

it('is not done behind the back of a bot that has put another dialog in its place', async () => {
  await open('dialogs', {
    interrupts: async (dc) => {
      if (dc.context.activity.text !== 'Will you come back?') return false;
      await dc.replaceDialog('Ask me');
      return true;
    },
  });
  await bot.say('Make something');
  expect(await bot.say('tea')).toContain('I need access');
  expect(await bot.say('Will you come back?')).toContain('Will you come back?');
  expect(await bot.connect()).toContain('That is no longer open.');
  expect(await bot.say('No')).toContain('I need access to your Acme account to know it.');
  expect(await bot.connect()).toMatch(/Connected to Acme[\s\S]*Noted/);
  expect(runs).toMatchObject([{ what: 'No' }]);
});

it('of a bot without dialogs may begin with `run`, which gives a typed result', async () => {
  await open(async (context, authorizer) => authorizer.run(context, make, { what: 'tea' }));
  expect(await bot.say('anything')).toContain('I need access');
  expect(bot.results).toEqual([{ status: 'asked' }]);
  expect(await bot.connect()).toContain('Made tea');
  await bot.say('anything');
  expect(bot.results.at(-1)).toEqual({ status: 'done', output: { made: 'tea' } });
});

describe('an action that a process was not told of at its start', () => {
  it.each(['run', 'converse'] as const)('is refused by `%s` before anybody waits for it', async (verb) => {
    const answer: ErrandBotOptions['with'] = (context, authorizer) =>
      verb === 'run'
        ? authorizer.run(context, make, { what: 'tea' })
        : authorizer.converse(context, { actions: [make] });
    await open(answer, { atStart: () => [] });
    await expect(bot.say('make tea')).rejects.toThrow('add it to the actions of createAuthorizer');
    bot.advance(20_000);
    await bot.round();
    expect(runs).toEqual([]);
  });

  it('is not asked about here: the person is told to say the answer again, and a process that knows it takes it', async () => {
    let known = [make, count];
    await open((context, authorizer) => authorizer.converse(context), { atStart: () => known });
    await bot.say('Count them');
    await bot.connect();
    runs = [];
    expect(await bot.say('Make something')).toContain('What shall I make?');
    known = [count];
    await bot.restart();
    expect(await bot.say('tea')).toContain('Please send it again in a few seconds.');
    expect(bot.offers()).toEqual(['cancel']);
    expect(await bot.say('connections')).toContain('ann@acme.example');
    known = [make, count];
    await bot.restart();
    expect(await bot.say('tea')).toContain('Made tea');
    expect(runs).toMatchObject([{ what: 'tea' }]);
    await bot.say('Make something');
    known = [count];
    await bot.restart();
    expect(await bot.say('cancel')).toContain('cancelled');
    expect(await bot.say('Count them')).toContain('There are 3');
  });

  it('gets no new link here: that would ask for less than it needs', async () => {
    let known = [make, count];
    await open((context, authorizer) => authorizer.converse(context), { atStart: () => known });
    await bot.say('make tea');
    known = [count];
    await bot.restart();
    expect(await bot.say('new link')).toContain('Please send it again in a few seconds.');
    expect(await bot.connect()).toContain('Connected to Acme');
    expect(runs).toEqual([]);
    expect(await bot.say('Count them')).toContain('There are 3');
    expect(await bot.say('cancel')).toContain('Acme');
    known = [make, count];
    await bot.restart();
    bot.advance(20_000);
    await bot.round();
    expect(bot.listen()).toBe('');
    expect(runs.map(({ what }) => what)).toEqual(['count']);
  });

  it('is done with the next message where nobody was faster, and the message is still for the bot', async () => {
    let known = [make, count];
    await open((context, authorizer) => authorizer.converse(context), { atStart: () => known });
    await bot.say('make tea');
    known = [count];
    await bot.restart();
    await bot.connect();
    known = [make, count];
    await bot.restart();
    expect(await bot.say('Count them')).toMatch(/Made tea[\s\S]*There are 3/);
  });

  it('is left to a process that was, and done once', async () => {
    let known = [make, count];
    await open((context, authorizer) => authorizer.converse(context), { atStart: () => known });
    expect(await bot.say('make tea')).toContain('I need access');
    known = [count];
    await bot.restart();
    expect(await bot.connect()).toContain('Connected to Acme');
    bot.advance(20_000);
    await bot.round();
    expect(bot.listen()).toBe('');
    known = [make, count];
    await bot.restart();
    await bot.round();
    expect(bot.listen()).toContain('Made tea');
    expect(runs).toMatchObject([{ what: 'tea' }]);
  });
});

import { type AnyAction, defineAction, z } from 'latchkey';
import { afterEach, describe, expect, it } from 'vitest';
import { type ErrandBot, openErrandBot } from './errand-bot.ts';

/** A new version of the bot is started while somebody's request is open. */
let bot: ErrandBot;
afterEach(() => bot.close());

const paintIn = (input: z.ZodObject) =>
  defineAction({
    id: 'acme.paint',
    title: 'Paint a shelf',
    purpose: 'paint it',
    integration: 'acme',
    scopes: [],
    input,
    run: async (_api, given) => given,
    answer: (given) => ({ title: `Painted ${JSON.stringify(given)}` }),
  });
const colour = (...names: [string, ...string[]]) => z.enum(names).meta({ title: 'Which colour?' });
const size = z.number().meta({ title: 'How large?' });
const other = defineAction({ ...paintIn(z.object({})), id: 'acme.other', title: 'Look around' });

/** The actions of the version that runs; those of the next one take their place. */
async function startWith(
  way: 'converse' | 'dialogs',
  ...actions: AnyAction[]
): Promise<(...next: AnyAction[]) => Promise<void>> {
  bot = await openErrandBot({ actions, with: way });
  return async (...next) => {
    actions.splice(0, actions.length, ...next);
    await bot.restart();
  };
}

describe.each(['converse', 'dialogs'] as const)('an action that is another one in the next version, with %s', (way) => {
  it('asks for what it needs now, after what was asked before', async () => {
    const release = await startWith(way, paintIn(z.object({ colour: colour('red', 'blue') })));
    expect(await bot.say('Paint a shelf')).toContain('Which colour?');
    await release(paintIn(z.object({ colour: colour('red', 'blue'), size })));
    expect(await bot.say('blue')).toContain('How large?');
    await bot.say('7');
    expect(await bot.connect()).toContain('Painted {"colour":"blue","size":7}');
  });

  it('asks again where an answer is no longer one of its choices', async () => {
    const release = await startWith(way, paintIn(z.object({ colour: colour('red', 'blue'), size })));
    await bot.say('Paint a shelf');
    expect(await bot.say('red')).toContain('How large?');
    await release(paintIn(z.object({ colour: colour('green', 'blue'), size })));
    expect(await bot.say('7')).toContain('Which colour?');
    await bot.say('green');
    expect(await bot.connect()).toContain('Painted {"colour":"green","size":7}');
  });

  it('asks again where that turns out while it waits for the connection', async () => {
    const release = await startWith(way, paintIn(z.object({ colour: colour('red', 'blue') })));
    await bot.say('Paint a shelf');
    await bot.say('red');
    await release(paintIn(z.object({ colour: colour('green', 'blue') })));
    const said = await bot.connect();
    expect(said).toContain('Connected to Acme');
    expect(said).toContain('Which colour?');
    expect(await bot.say('green')).toContain('Painted {"colour":"green"}');
  });

  it('asks what it asks now where the open question is gone', async () => {
    const release = await startWith(way, paintIn(z.object({ colour: colour('red', 'blue') })));
    await bot.say('Paint a shelf');
    await release(paintIn(z.object({ size })));
    expect(await bot.say('blue')).toContain('How large?');
    await bot.say('7');
    expect(await bot.connect()).toContain('Painted {"size":7}');
  });

  it('is cancelled where the open question is gone', async () => {
    const release = await startWith(way, paintIn(z.object({ colour: colour('red', 'blue') })));
    await bot.say('Paint a shelf');
    await release(paintIn(z.object({ size })));
    expect(await bot.say('cancel')).not.toBe('');
    expect(await bot.say('Paint a shelf')).toContain('How large?');
  });
});

it('an action that is gone is in nobody’s way: what waited for it is over after 30 days', async () => {
  const release = await startWith('converse', paintIn(z.object({ colour: colour('red', 'blue') })), other);
  await bot.say('Paint a shelf');
  await bot.say('red');
  await release(other);
  bot.advance(30 * 24 * 3_600_000);
  for (let round = 0; round < 3; round += 1) await bot.round();
  bot.listen();
  await bot.say('Look around');
  expect(await bot.connect()).toContain('Painted {}');
});

import { TranscriptLoggerMiddleware, type TurnContext } from 'botbuilder';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actionsFor } from './actions-for.ts';
import { codeOn } from './browser-person.ts';
import { linkOn, textOf, textsOf } from './chat-person.ts';
import { ask, connected, finish, promptLength, startJourney } from './journey.ts';
import { selectOwnProfiles } from './own-profile.ts';
import { ownProfilesOf, type Row, rowsOf, worldOfRow } from './rows.ts';
import { sdk } from './sdk.ts';
import { type StrictProduct, startStrictProduct } from './strict-product.ts';
import { openTestBot, type TestBot } from './test-bot.ts';
import type { World } from './world.ts';
import { openWorlds } from './worlds.ts';

/** What a logger that stands after the middleware recorded, and what is left of each activity after its turn. */
const transcript: unknown[] = [];
const leftOvers: unknown[] = [];

let world: World;
let bot: TestBot;
let product: StrictProduct;
const rowBots = new Map<World, TestBot>();
const enter = openWorlds((entered) => {
  world = entered;
});

beforeAll(async () => {
  const strict = { now: () => bot.now() };
  product = await startStrictProduct(() => strict.now());
  bot = await openTestBot({ integrations: () => [product.integration], actions: product.actions });
});
beforeEach(() => {
  bot.advance(61_000);
  product.iss = 'right';
  product.refusesCalls = false;
});
afterAll(async () => {
  await Promise.all([bot, ...rowBots.values()].map((each) => each.close()));
  await product.close();
});

/** A bot on that adapter beside the world that was entered, for the same products with the same selected profiles. */
async function rowBotFor(row: Row): Promise<TestBot> {
  const known = rowBots.get(world);
  if (known !== undefined) {
    known.advance(61_000);
    return known;
  }
  const { sandbox, integrations } = world;
  const opened = await openTestBot({
    integrations: () => integrations,
    actions: actionsFor(integrations),
    middleware: [
      new TranscriptLoggerMiddleware({ logActivity: (activity) => void transcript.push(structuredClone(activity)) }),
      {
        onTurn: async (context: TurnContext, next) => {
          await next();
          leftOvers.push(structuredClone({ ...context.activity }));
        },
      },
    ],
  });
  rowBots.set(world, opened);
  await selectOwnProfiles(opened.authorizer, { sandbox, integrations }, ownProfilesOf(worldOfRow(row)));
  return opened;
}

const asked = (route: string) => product.requests.filter((request) => request === route).length;

describe.each(rowsOf('J20'))('$name', (row) => {
  let rowBot: TestBot;
  enter(row);
  beforeEach(async () => {
    rowBot = await rowBotFor(row);
  });
  const stage = () => ({ sandbox: world.sandbox, chat: () => rowBot.chat(), browser: () => rowBot.browser() });

  it('J20 is asked for, connected, used and disconnected on an adapter without a token service', async () => {
    const journey = await startJourney(stage(), row);
    expect(journey.asked).toHaveLength(promptLength(row));
    await finish(journey);
    const { chat } = journey;
    expect(textsOf(await chat.say(row.second.say))).toMatch(row.second.answer);
    expect(world.count(row.action.route)).toBe(1);
    expect(textsOf(await chat.say('connections'))).toContain(`${row.product}: ${row.account}`);
    expect(textsOf(await chat.say(`disconnect ${row.integration}`))).toBe(row.disconnected);
  });

  it('J20 cancelling and an expired link are told there as well, also unasked', async () => {
    const journey = await startJourney(stage(), row);
    expect(textsOf(await journey.chat.say('cancel'))).toMatch(/^OK, I've stopped: .+\. Nothing was saved\.$/);
    await ask(journey.chat, row, row.action.say);
    rowBot.advance(10 * 60_000);
    await rowBot.round();
    expect(textsOf(await journey.chat.hear())).toContain(`Your request to connect ${row.product} has expired.`);
  });

  it('J17 R38 nothing of a credential is in transcripts, in the state of dialogs, or in the activity after its turn', async () => {
    const journey = await connected(stage(), row);
    await journey.chat.say('connections');
    const secrets = row.way === 'link' ? [] : [row.fields(world.sandbox)[row.secret.key] ?? ''];
    const state = JSON.stringify(rowBot.storage);
    expect(transcript.length).toBeGreaterThan(0);
    expect(leftOvers.length).toBeGreaterThan(0);
    // a bot of the other SDK has no dialogs here
    if (sdk === 'botbuilder') expect(state).toContain('errandId');
    for (const secret of secrets) {
      for (const kept of [JSON.stringify(transcript), JSON.stringify(leftOvers), state]) {
        expect(kept).not.toContain(secret);
      }
    }
  });
});

describe('a product that wants all that OAuth offers', () => {
  const ask = async (text = 'Count my things') => {
    const chat = await bot.chat();
    return { chat, asked: await chat.say(text) };
  };

  /** From the prompt to the page with the code. */
  const visit = async (prompt: Awaited<ReturnType<typeof ask>>['asked']) => {
    const browser = bot.browser();
    const moving = await browser.submit(await browser.get(linkOn(prompt)));
    return { browser, moving, landed: () => browser.get(browser.onward(moving)) };
  };

  it('R8 gets a code challenge with S256 and a verifier of 43 characters or more', async () => {
    const { chat, asked: prompt } = await ask();
    const { landed } = await visit(prompt);
    const done = await chat.say(codeOn(await landed()));
    expect(textsOf(done)).toContain('You have 3 things');
    expect(product.challenges.at(-1)).toMatch(/^[\w-]{43}$/);
    expect(product.verifierLengths.at(-1)).toBeGreaterThanOrEqual(43);
    expect(new Set(product.challenges).size).toBe(product.challenges.length);
  });

  it.each(['wrong', 'missing'] as const)(
    'R9 an answer whose iss is %s ends before any token is asked for (E6)',
    async (iss) => {
      const { chat, asked: prompt } = await ask();
      product.iss = iss;
      const tokens = asked('POST /token authorization_code');
      const { landed } = await visit(prompt);
      await landed();
      expect(textsOf(await chat.hear())).toMatch(
        /^Acme didn't accept the sign-in \([0-9a-f]{10}\)\. Nothing was saved\./,
      );
      expect(asked('POST /token authorization_code')).toBe(tokens);
    },
  );

  it('R8 a code of another attempt does not fit, because its verifier stays here', async () => {
    const mine = await ask();
    const foreign = await ask();
    const mineAtProduct = await visit(mine.asked);
    const foreignAtProduct = await visit(foreign.asked);
    const callbackOf = async (visited: Awaited<ReturnType<typeof visit>>) => {
      const answer = await fetch(visited.browser.onward(visited.moving), { redirect: 'manual' });
      return new URL(answer.headers.get('location') ?? '');
    };
    const injected = await callbackOf(mineAtProduct);
    injected.searchParams.set('code', (await callbackOf(foreignAtProduct)).searchParams.get('code') ?? '');
    await mineAtProduct.browser.get(injected.href);
    expect(textsOf(await mine.chat.hear())).toContain("Acme didn't accept the sign-in");
  });

  it('R13 R50 names are shown as they are, and nothing in them becomes markup', async () => {
    const chat = await bot.chat('mallory', { from: { id: 'mallory', name: '<b>Bob</b> & "Co"' } });
    const prompt = await chat.say('Count my things');
    const browser = bot.browser();
    const page = await browser.get(linkOn(prompt));
    expect(page.text).toContain('<b>Bob</b> & "Co"');
    expect(page.html).not.toContain('<b>Bob</b>');
    const code = await browser.get(browser.onward(await browser.submit(page)));
    expect(code.text).toContain('Ann *Lee* <ann>');
    expect(code.html).not.toContain('<ann>');
    expect(textOf((await chat.say(codeOn(code)))[0])).toContain('as **\u2068Ann \\*Lee\\* \\<ann\\>\u2069**');
  });

  it('J15 R31 an API that always says 401 is renewed for once and asked about once, and then it stops', async () => {
    const { chat, asked: prompt } = await ask();
    const first = await visit(prompt);
    await chat.say(codeOn(await first.landed()));
    product.refusesCalls = true;
    const [calls, renewals] = [asked('GET /things'), asked('POST /token refresh_token')];
    const again = await chat.say('Count my things');
    expect(textOf(again[0])).toContain('Your connection to Acme has ended.');
    expect(again).toHaveLength(2);
    expect(asked('GET /things') - calls).toBe(2);
    expect(asked('POST /token refresh_token') - renewals).toBe(1);
    const second = await visit(again);
    const stopped = textsOf(await chat.say(codeOn(await second.landed())));
    expect(stopped).toContain('Acme still refuses the connection you just made.');
    expect(stopped).not.toContain('Connect Acme');
    expect(asked('GET /things') - calls).toBeLessThanOrEqual(4);
    await chat.hearsNothing();
    product.refusesCalls = false;
  });

  it('J16 R34 disconnect revokes the tokens at the product (E16)', async () => {
    const { chat, asked: prompt } = await ask();
    const { landed } = await visit(prompt);
    await chat.say(codeOn(await landed()));
    const before = product.revoked.length;
    expect(textsOf(await chat.say('disconnect acme'))).toBe('Removed. Acme confirmed.');
    expect(product.revoked.slice(before)[0]).toBe('rt');
  });

  it('R17 what was never confirmed is revoked at the product when its time is over', async () => {
    const { chat, asked: prompt } = await ask();
    const { landed } = await visit(prompt);
    codeOn(await landed());
    const before = product.revoked.length;
    bot.advance(10 * 60_000);
    await bot.round();
    await bot.round();
    expect(product.revoked.slice(before)).toContain('rt');
    expect(textsOf(await chat.hear())).toContain('has expired');
  });

  it.each([
    ['three wrong codes', ['BBBB-BBBB', 'CCCC-CCCC', 'DDDD-DDDD']],
    ['"cancel"', ['cancel']],
    ['a new link', ['new link']],
  ])('R12 R18 %s revokes what was waiting for its code', async (_what, says) => {
    const { chat, asked: prompt } = await ask();
    const { landed } = await visit(prompt);
    codeOn(await landed());
    const before = product.revoked.length;
    for (const text of says) await chat.say(text);
    await bot.round();
    expect(product.revoked.slice(before)).toContain('rt');
  });

  it('J14 a renewal against a server that forgives nothing is done once for 20 who ask at once', async () => {
    const { chat, asked: prompt } = await ask();
    const { landed } = await visit(prompt);
    await chat.say(codeOn(await landed()));
    bot.advance(product.tokenLife);
    const renewals = asked('POST /token refresh_token');
    const rooms = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        bot.chat(chat.user, {
          conversation: { id: `${chat.user}-${index}`, name: '', isGroup: true, conversationType: 'group' },
        }),
      ),
    );
    const answers = await Promise.all(rooms.map((room) => room.say('Count my things')));
    for (const answer of answers) expect(textsOf(answer)).toContain('You have 3 things');
    expect(asked('POST /token refresh_token') - renewals).toBe(1);
  });

  it('J13 a code that is typed while a dangerous action waits for its "yes" is no yes', async () => {
    const { chat, asked: prompt } = await ask();
    const { landed } = await visit(prompt);
    const code = codeOn(await landed());
    expect(textsOf(await chat.say('Delete my things'))).toContain('Really delete your things in Acme?');
    const done = textsOf(await chat.say(code));
    expect(done).toContain('You have 3 things');
    expect(done).not.toContain('All things are deleted');
    expect(asked('DELETE /things')).toBe(0);
    expect(textsOf(await chat.say('connections'))).toContain('Really delete your things in Acme?');
    expect(textsOf(await chat.say('yes'))).toContain('All things are deleted');
    expect(asked('DELETE /things')).toBe(1);
  });

  it('J10 anything but "yes" to a dangerous action does nothing, and only a no ends it', async () => {
    const { chat, asked: prompt } = await ask('Delete my things');
    const deletions = asked('DELETE /things');
    const really = "Really delete your things in Acme? This can't be undone. Say *yes* to go on.";
    expect(textsOf(prompt)).toBe(really);
    for (const said of ['hm', 'why?', 'yes and no']) expect(textsOf(await chat.say(said))).toBe(really);
    expect(textsOf(await chat.say('hello'))).toMatch(/This is what I can do for you:[\s\S]*Really delete your things/);
    expect(textsOf(await chat.say('no'))).toMatch(/^OK, I won't .+\.$/);
    expect(asked('DELETE /things')).toBe(deletions);
  });
});

describe('who is believed', () => {
  it.each([
    ['the channel lets clients choose their id', 'directline', 'somebody'],
    ['the id is everybody’s', 'test', 'default-user'],
  ])('R22 nobody is asked and nothing is served where %s (E14)', async (_why, channelId, user) => {
    const chat = await bot.chat(user, { channelId, from: { id: user, name: 'Somebody' } });
    expect(textsOf(await chat.say('Count my things'))).toBe(
      "You're not allowed to use this here. Ask the owner of this bot.",
    );
    expect(textsOf(await chat.say('connections'))).toBe(
      "You're not allowed to use this here. Ask the owner of this bot.",
    );
    expect(textsOf(await chat.say('BCDF-GHJK'))).toContain("I'm not waiting for a code from you.");
  });

  it('R22 an id that the token carries, or that the deployment trusts, is believed', async () => {
    const bound = await bot.chat('dl_ann', { channelId: 'directline' });
    expect(textsOf(await bound.say('Count my things'))).toContain('I need access to your Acme account');
    const trusting = await openTestBot({
      integrations: () => [product.integration],
      actions: product.actions,
      trustDirectLineUserIds: true,
    });
    const chat = await trusting.chat('somebody', { channelId: 'directline' });
    expect(textsOf(await chat.say('Count my things'))).toContain('I need access to your Acme account');
    await trusting.close();
  });
});

import { describe, expect, it } from 'vitest';
import { verbsOf } from '../verbs-of.ts';
import { suggestionsOn, textsOf } from './chat-person.ts';
import { finish, goToCode, pageOf, promptLength, startJourney } from './journey.ts';
import { oneOfEachWay, rowsWithBrowser } from './rows.ts';
import type { World } from './world.ts';
import { openWorlds } from './worlds.ts';

let world: World;
const enter = openWorlds((entered) => {
  world = entered;
});

const over = (product: string) =>
  `That code for ${product} no longer works: it was used already, or it is too old. If something is still missing, ask me again.`;
const LAST = "Too many wrong codes. I deleted what was connected. Start again when you're ready.";
const WRONG = ['BBBB-BBBB', 'CCCC-CCCC', 'DDDD-DDDD'] as const;

describe.each(rowsWithBrowser('J8'))('$name', (row) => {
  enter(row);

  it('R11 nothing is usable before the code is typed', async () => {
    const journey = await startJourney(world, row);
    await goToCode(journey);
    expect(textsOf(await journey.chat.say(row.second.say))).not.toMatch(row.second.answer);
    expect(textsOf(await journey.chat.say('connections'))).toBe('You have not connected anything yet.');
    expect(world.count(row.action.route) + world.count(row.second.route)).toBe(0);
    await finish(journey);
    expect(world.count(row.action.route)).toBe(1);
    expect(world.count(row.second.route)).toBe(1);
  });

  it('R12 three wrong codes delete what was connected, and one can start again (E3)', async () => {
    const journey = await startJourney(world, row);
    const code = await goToCode(journey);
    const first = await journey.chat.say(WRONG[0]);
    expect(textsOf(first)).toBe("That code isn't right. You have 2 tries left.");
    expect(suggestionsOn(first)).toEqual(['new link', 'cancel']);
    expect(textsOf(await journey.chat.say(WRONG[1]))).toBe("That code isn't right. You have 1 try left.");
    const last = await journey.chat.say(WRONG[2]);
    expect(textsOf(last)).toBe(LAST);
    expect(suggestionsOn(last)).toEqual(['retry']);
    expect(textsOf(await journey.chat.say(code))).toBe(over(row.product));
    const page = await journey.browser.get(pageOf(journey).url);
    expect(page.text).toContain('Too many wrong codes');
    expect(page.text).not.toContain(code);
    expect(textsOf(await journey.chat.say('connections'))).toBe('You have not connected anything yet.');
    const again = await startJourney(world, row, { chat: journey.chat });
    expect(again.asked).toHaveLength(promptLength(row));
    await finish(again);
    expect(world.count(row.action.route)).toBe(1);
  });
});

describe.each(oneOfEachWay(rowsWithBrowser('J8')))('$name', (row) => {
  enter(row);

  it('R12 a right code after two wrong ones still counts', async () => {
    const journey = await startJourney(world, row);
    await goToCode(journey);
    await journey.chat.say(WRONG[0]);
    await journey.chat.say(WRONG[1]);
    await finish(journey);
  });

  it('R12 only a message that is a code and nothing else counts, and anything else costs no try', async () => {
    const journey = await startJourney(world, row);
    const code = await goToCode(journey);
    const bare = code.replace('-', '');
    for (const said of [
      `my code is ${code}`,
      `${code} is it`,
      `${code} ${code}`,
      `${bare}B`,
      bare.slice(1),
      `"${code}"!`,
    ]) {
      expect(textsOf(await journey.chat.say(said)), said).not.toMatch(/Connected|tries left|try left/);
    }
    expect(world.count(row.action.route)).toBe(0);
    await finish(journey);
  });

  it('R12 whoever types the code otherwise than by itself reads how', async () => {
    const journey = await startJourney(world, row);
    const { chat } = journey;
    const early = textsOf(await chat.say('is it done?'));
    expect(early).toContain("I'm still waiting for you to connect");
    const code = await goToCode(journey);
    for (const said of [`my code is ${code}`, 'is it done?', 'BEAT-KLTK', 'what?']) {
      const heard = await chat.say(said);
      expect(textsOf(heard), said).toContain('Type the code that the page shows, by itself, like BCTK-KLTK.');
      expect(suggestionsOn(heard)).toContain('cancel');
    }
    await finish(journey);
  });

  it.each([
    ['in lower case', (code: string) => code.toLowerCase()],
    ['without the dash', (code: string) => code.replace('-', '')],
    ['with a space', (code: string) => ` ${code.replace('-', ' ')} `],
    ['after a mention of the bot', (code: string) => `<at>Latchkey Demo</at> ${code}`],
    ['as Teams sends what is pasted', (code: string) => `<p>${code.replace('-', '\u2011')}</p>`],
    ['in full width, with a full stop', (code: string) => `${fullWidth(code)}.`],
  ])('R12 the code may be typed %s', async (_how, typed) => {
    const journey = await startJourney(world, row);
    const code = await goToCode(journey);
    journey.heard = await journey.chat.say(typed(code));
    expect(textsOf(journey.heard)).toMatch(row.action.answer);
  });

  it.each([
    ['by itself', (code: string) => code],
    ['as Teams sends what is corrected', (code: string) => `<p><at>Latchkey Demo</at>&nbsp;${code}</p>`],
  ])('R12 a mistyped code that is corrected in its own message counts: %s', async (_how, typed) => {
    const journey = await startJourney(world, row);
    const code = await goToCode(journey);
    await journey.chat.say(WRONG[0]);
    const channelData = { eventType: 'editMessage' };
    const heard = await journey.chat.post({ type: 'messageUpdate', text: typed(code), channelData });
    expect(textsOf(heard)).toMatch(row.action.answer);
    expect(world.count(row.action.route)).toBe(1);
  });

  it('R12 the code has 8 letters without vowels, and differs each time', async () => {
    const seen = new Set<string>();
    for (let index = 0; index < 5; index += 1) {
      const journey = await startJourney(world, row);
      const code = await goToCode(journey);
      expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
      seen.add(code);
    }
    expect(seen.size).toBe(5);
  });

  it('R12 wrong codes that three instances hear at the same moment are counted each', async () => {
    const instances = [await world.secondInstance(), await world.secondInstance(), await world.secondInstance()];
    const journey = await startJourney(world, row);
    const code = await goToCode(journey);
    const { user, conversation } = journey.chat;
    const owner = { kind: 'user', bot: 'bot', channel: 'webchat', tenant: '', user } as const;
    const heard = await Promise.all(
      instances.map(({ authorizer }, index) =>
        verbsOf(authorizer).confirmAuthorization({
          owner,
          conversationKey: `7:webchat/${conversation}`,
          code: WRONG[index]?.replace('-', '') ?? '',
        }),
      ),
    );
    expect(heard.map(({ status }) => status)).toEqual(['wrong', 'wrong', 'wrong']);
    expect(textsOf(await journey.chat.say(code))).toBe(over(row.product));
    expect(world.count(row.action.route)).toBe(0);
  });

  it('R12 F16 guessing goes no further than three guesses an attempt and 20 attempts an hour (E13)', async () => {
    const chat = await world.chat();
    let guesses = 0;
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const journey = await startJourney(world, row, { chat });
      const code = await goToCode(journey);
      for (const wrong of WRONG) {
        expect(wrong).not.toBe(code);
        expect(textsOf(await chat.say(wrong))).not.toContain('Connected');
        guesses += 1;
      }
      expect(textsOf(await chat.say(code))).toBe(over(row.product));
      world.anew();
    }
    expect(guesses).toBe(60);
    expect(textsOf(await chat.say(row.action.say))).toBe('Too many requests. Wait 60 minutes.');
    expect(textsOf(await (await world.chat()).say(row.action.say))).toContain('I need access');
    world.advance(61 * 60_000);
    const later = await startJourney(world, row, { chat });
    await finish(later);
  });
});

function fullWidth(code: string): string {
  return [...code].map((letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)).join('');
}

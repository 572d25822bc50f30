import { describe, expect, it } from 'vitest';
import { linkOn, textOf, textsOf } from './chat-person.ts';
import {
  ask,
  callbackOf,
  finish,
  go,
  goToCode,
  pageOf,
  promptLength,
  startJourney,
  stepsAfterAsking,
  whichMethod,
} from './journey.ts';
import {
  oneOfEachWay,
  rowsByKey,
  rowsByLink,
  rowsOf,
  rowsThatAskFirst,
  rowsThatChoose,
  rowsWithBrowser,
} from './rows.ts';
import type { World } from './world.ts';
import { openWorlds } from './worlds.ts';

let world: World;
const enter = openWorlds((entered) => {
  world = entered;
});

const E1 =
  "This link has expired, was already used, or a newer one has replaced it. Ask me again and I'll send a new one.";
const OVER = /That code for \w+ no longer works: it was used already, or it is too old\./;
const STOPPED = (product: string) => new RegExp(`^OK, I've stopped: .*${product}.*\\. Nothing was saved\\.$`);
const NOTHING = 'You have not connected anything yet.';
const GONE = 'That is no longer open. Ask me again and I’ll send a new one.';
const minutes = (count: number) => count * 60_000;

describe.each(rowsOf('J10'))('$name', (row) => {
  enter(row);

  const all = ['asked' as const, ...stepsAfterAsking(row).map(({ name }) => name)].slice(0, -1);
  const steps = oneOfEachWay(rowsOf('J10')).includes(row) ? all : all.slice(0, 1);

  it.each(steps)('J10 "cancel" stops it when the person had just %s, and nothing of it comes back', async (last) => {
    const journey = await startJourney(world, row);
    if (last !== 'asked') await go(journey, last);
    expect(textsOf(await journey.chat.say('cancel'))).toMatch(STOPPED(row.product));
    expect((await world.browser().get(linkOn(journey.asked))).text).toContain(E1);
    expect(textsOf(await journey.chat.say('cancel'))).toBe('There is nothing to cancel.');
    expect(textsOf(await journey.chat.say('connections'))).toBe(NOTHING);
    const next = await ask(journey.chat, row, row.second.say);
    expect(next).toHaveLength(promptLength(row));
    expect(textOf(next[0])).toContain(`I need access to your ${row.product} account`);
    journey.asked = next;
    journey.steps = 0;
    for (const step of stepsAfterAsking(row)) await step.take(journey);
    expect(textsOf(journey.heard)).toMatch(row.second.answer);
    expect(world.count(row.action.route)).toBe(0);
    expect(world.count(row.second.route)).toBe(1);
  });
});

describe.each(rowsThatAskFirst('J10'))('$name', (row) => {
  enter(row);

  it('J10 "cancel" stops it at every question that the action asks', async () => {
    const [ask, ...answers] = row.piecemeal;
    for (const at of answers.keys()) {
      const chat = await world.chat();
      await chat.say(ask);
      for (const answer of answers.slice(0, at)) await chat.say(answer);
      expect(textsOf(await chat.say('cancel'))).toMatch(/^OK, I won't .+\.$/);
      expect(textsOf(await chat.say('cancel'))).toBe('There is nothing to cancel.');
    }
  });
});

describe.each(rowsThatChoose('J10'))('$name', (row) => {
  enter(row);

  it('J10 "cancel" stops it where the chat asks how to connect', async () => {
    const chat = await world.chat();
    expect(textsOf(await chat.say(row.action.say))).toContain(whichMethod(row));
    expect(textsOf(await chat.say('cancel'))).toMatch(STOPPED(row.product));
    // a late press; what signs in to the product is a wish by itself
    const isWish = row.method.startsWith('Sign in to');
    expect(textsOf(await chat.say(row.method))).toContain(isWish ? whichMethod(row) : 'I did not get that');
    expect(textsOf(await chat.say('cancel'))).toMatch(isWish ? STOPPED(row.product) : /^There is nothing to cancel\.$/);
    expect(textsOf(await chat.say('connections'))).toBe(NOTHING);
    expect(textsOf(await chat.say(row.second.say))).toContain(whichMethod(row));
  });
});

describe.each(oneOfEachWay(rowsOf('J10')))('$name', (row) => {
  enter(row);

  it.each(['no', 'stop', 'never mind', 'Cancel.'])('J10 R41 "%s" is a way to say it too', async (word) => {
    const journey = await startJourney(world, row);
    expect(textsOf(await journey.chat.say(word))).toMatch(STOPPED(row.product));
  });

  it('J10 "cancel" where the bot offers to try again stops it as well', async () => {
    const journey = await startJourney(world, row);
    world.sandbox.control.failNext(row.integration, { kind: 'server_error', route: routeOf(row.action.route) });
    await expect(finish(journey)).rejects.toThrow();
    expect(textsOf(journey.heard)).toContain('Say *retry* to try again.');
    expect(textsOf(await journey.chat.say('cancel'))).not.toContain('I did not get that');
    expect(textsOf(await journey.chat.say('retry'))).toContain('I did not get that');
  });

  it('J12 asking again after the link has expired is one prompt like the first one, and runs once', async () => {
    const journey = await startJourney(world, row);
    world.advance(minutes(10));
    await world.round();
    expect(textsOf(await journey.chat.hear())).toContain(`Your request to connect ${row.product} has expired.`);
    journey.asked = await journey.chat.say(row.action.say);
    expect(journey.asked).toHaveLength(promptLength(row));
    await finish(journey);
    expect(journey.heard).toHaveLength(2);
    expect(world.count(row.action.route)).toBe(1);
  });

  it('R19 what was asked for more than 15 minutes ago is done where its owner has only just connected', async () => {
    const journey = await startJourney(world, row);
    world.advance(minutes(9));
    if (row.way === 'card') {
      journey.asked = await journey.chat.say(row.action.say);
    } else {
      await goToCode(journey);
    }
    world.advance(minutes(6.5));
    await finish(journey);
    expect(world.count(row.action.route)).toBe(1);
  });
});

describe.each(oneOfEachWay(rowsThatAskFirst('J12')))('$name', (row) => {
  enter(row);

  it('J12 after an expiry the bot goes on with whatever is said next', async () => {
    const [ask, ...answers] = row.piecemeal;
    const journey = await startJourney(world, row);
    world.advance(minutes(10));
    await world.round();
    await journey.chat.hear();
    expect(textsOf(await journey.chat.say('what now?'))).toContain('I did not get that');
    const again = await startJourney(world, row, { chat: journey.chat });
    world.advance(minutes(10));
    await world.round();
    await again.chat.hear();
    let heard = await again.chat.say(ask);
    for (const answer of answers) {
      expect(textsOf(heard)).not.toContain('I did not get that');
      heard = await again.chat.say(answer);
    }
    expect(textsOf(heard)).toContain(`I need access to your ${row.product} account`);
  });
});

describe.each(oneOfEachWay(rowsByLink('J12')))('$name', (row) => {
  enter(row);

  it('J12 coming back from the product after "cancel" asks for no token, and the page says why', async () => {
    const journey = await startJourney(world, row);
    await go(journey, 'consented');
    await journey.chat.say('cancel');
    const page = await journey.browser.get(callbackOf(journey));
    expect(page.text).toContain('You cancelled in the chat. Nothing was saved.');
    expect(world.count(row.tokenRoute)).toBe(0);
    await journey.chat.hearsNothing();
    expect(textsOf(await journey.chat.say('hello'))).toContain('This is what I can do for you');
  });
});

describe.each(oneOfEachWay(rowsWithBrowser('J12')))('$name', (row) => {
  enter(row);

  it('J12 the code after "cancel" is refused, and the page no longer shows it', async () => {
    const journey = await startJourney(world, row);
    const code = await goToCode(journey);
    await journey.chat.say('cancel');
    expect(textsOf(await journey.chat.say(code))).toMatch(OVER);
    const page = await journey.browser.get(pageOf(journey).url);
    expect(page.text).toContain('You cancelled in the chat');
    expect(page.text).not.toContain(code);
    expect(world.count(row.action.route)).toBe(0);
  });

  it.each([false, true])(
    'J12 R17 the code 10 minutes later is refused and the chat is told (restart: %s)',
    async (restarts) => {
      const journey = await startJourney(world, row);
      const code = await goToCode(journey);
      world.advance(minutes(10));
      if (restarts) await world.restart();
      const answered = await journey.chat.say(code);
      expect(textsOf(answered)).toMatch(OVER);
      await world.round();
      // the bot's own round may have been there before
      const told = [...answered, ...(await journey.chat.listen())];
      if (!restarts) expect(textsOf(told)).toContain(`Your request to connect ${row.product} has expired.`);
      const page = await journey.browser.get(pageOf(journey).url);
      expect(page.text).not.toContain(code);
      expect(page.text).toContain('expired');
      expect(textsOf(await journey.chat.say('connections'))).toBe(NOTHING);
      expect(world.count(row.action.route)).toBe(0);
    },
  );
});

describe.each(oneOfEachWay(rowsByKey('J12')))('$name', (row) => {
  enter(row);

  it('J12 the card after "cancel", and after 10 minutes, is refused and the product is not asked', async () => {
    for (const end of ['cancel', 'expiry']) {
      const journey = await startJourney(world, row);
      if (end === 'cancel') await journey.chat.say('cancel');
      else world.advance(minutes(10));
      const heard = await journey.chat.submit(journey.asked, row.fields(world.sandbox));
      expect(textsOf(heard)).toContain(GONE);
      expect(world.count(row.checkRoute)).toBe(0);
      expect(world.count(row.action.route)).toBe(0);
    }
  });
});

function routeOf(counter: string): string {
  return counter.replace(/^\S+ /, '');
}

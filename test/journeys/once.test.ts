import { describe, expect, it } from 'vitest';
import { codeOn } from './browser-person.ts';
import { cardDataOn, textsOf } from './chat-person.ts';
import { callbackOf, expectDone, finish, formFields, go, goToCode, pageOf, startJourney } from './journey.ts';
import { oneOfEachWay, rowsByKey, rowsByLink, rowsWithBrowser } from './rows.ts';
import type { World } from './world.ts';
import { openWorlds } from './worlds.ts';

let world: World;
const enter = openWorlds((entered) => {
  world = entered;
});

const GUESSES = [
  ['BBBB-BBBB', 'You have 2 tries left.'],
  ['CCCC-CCCC', 'You have 1 try left.'],
  ['DDDD-DDDD', 'Too many wrong codes.'],
] as const;
const OVER = /^That code for \w+ no longer works: it was used already, or it is too old\./m;

describe.each(rowsByLink('J5'))('$name', (row) => {
  enter(row);

  it('J5 R7 20 callbacks at once ask for one token, and the grant stays alive', async () => {
    const journey = await startJourney(world, row);
    await go(journey, 'consented');
    const other = await world.secondInstance();
    const clients = Array.from({ length: 20 }, () => world.browser());
    for (const [index, client] of clients.entries()) {
      client.share(journey.browser);
      if (index % 2 === 1) client.through(world.url, other.url);
    }
    await Promise.all(clients.map((client) => client.get(callbackOf(journey))));
    expect(world.count(row.tokenRoute)).toBe(1);
    await go(journey, 'came back');
    await finish(journey);
    world.advance(row.tokenLife ?? 0);
    expect(textsOf(await journey.chat.say(row.second.say))).toMatch(row.second.answer);
  });
});

describe.each(oneOfEachWay(rowsByLink('J5')))('$name', (row) => {
  enter(row);

  it('J5 going back to the page of the product and consenting once more ends in one connection', async () => {
    const journey = await startJourney(world, row);
    await go(journey, 'opened the link');
    const connectPage = pageOf(journey);
    await go(journey, 'pressed Continue');
    const first = pageOf(journey);
    journey.page = await journey.browser.submit(connectPage);
    const overtaken = await world.sandbox.consent(journey.browser.onward(first), row.consent);
    expect((await journey.browser.get(overtaken)).text).toContain("This page isn't available. Go back to the chat.");
    expect(world.count(row.tokenRoute)).toBe(0);
    await finish(journey);
    expect(world.count(row.tokenRoute)).toBe(1);
    expect(world.count(row.action.route)).toBe(1);
  });

  it('J5 pressing Continue twice, which two instances hear, goes on', async () => {
    const journey = await startJourney(world, row);
    await go(journey, 'opened the link');
    const other = await world.secondInstance();
    const [first, second] = [world.browser(), journey.browser];
    first.share(second);
    first.through(world.url, other.url);
    const page = pageOf(journey);
    const pressed = await Promise.all([first.submit(page), second.submit(page)]);
    expect(pressed.map(({ status }) => status)).toEqual([200, 200]);
    await go(journey, 'pressed Continue');
    await finish(journey);
    expect(world.count(row.tokenRoute)).toBe(1);
    expect(world.count(row.action.route)).toBe(1);
  });

  it('J5 the callback opened again from the history shows what became of it', async () => {
    const journey = await startJourney(world, row);
    const code = await goToCode(journey);
    expect(codeOn(await journey.browser.get(callbackOf(journey)))).toBe(code);
    await finish(journey);
    const done = await journey.browser.get(callbackOf(journey));
    expect(done.text).toContain(`${row.product} is connected`);
    expect(world.count(row.tokenRoute)).toBe(1);
    expect(world.count(row.action.route)).toBe(1);
    await journey.chat.hearsNothing();
  });

  it('J5 R12 a wrong code that the channel delivers once more, to another instance, costs one try', async () => {
    const other = await world.secondInstance();
    const journey = await startJourney(world, row);
    const code = await goToCode(journey);
    const { chat } = journey;
    for (const [text, left] of GUESSES) {
      const message = { type: 'message', id: crypto.randomUUID(), text };
      const first = textsOf(await chat.post(message, world.url));
      expect(first).toContain(left);
      // the one that heard it first may have died before it said so
      expect(textsOf(await chat.post(message, other.url))).toBe(first);
    }
    expect(textsOf(await chat.say(code))).toMatch(OVER);
  });

  it('J5 R12 another code is another guess, also as a correction of the same message', async () => {
    const other = await world.secondInstance();
    const journey = await startJourney(world, row);
    await goToCode(journey);
    const { chat } = journey;
    const id = crypto.randomUUID();
    const [[first], [second, oneLeft], [third, ended]] = GUESSES;
    await chat.post({ type: 'message', id, text: first }, world.url);
    expect(textsOf(await chat.post({ type: 'message', id, text: second }, other.url))).toContain(oneLeft);
    expect(textsOf(await chat.post({ type: 'messageUpdate', id, text: third }, world.url))).toContain(ended);
  });

  it('J5 R12 a correction that the channel delivers once more costs one try, and the right code is no false alarm', async () => {
    const other = await world.secondInstance();
    const journey = await startJourney(world, row);
    const code = await goToCode(journey);
    const { chat } = journey;
    const id = crypto.randomUUID();
    const [[first], [second, oneLeft]] = GUESSES;
    await chat.post({ type: 'message', id, text: first }, world.url);
    const correction = (text: string, second: number) => {
      const timestamp = new Date(Date.UTC(2026, 10, 27, 12, 0, second)).toISOString();
      return { type: 'messageUpdate', id, text, timestamp };
    };
    for (const instance of [world.url, world.url, other.url]) {
      expect(textsOf(await chat.post(correction(second, 1), instance))).toContain(oneLeft);
    }
    expect(textsOf(await chat.post(correction(code, 2), other.url))).toMatch(row.action.answer);
    for (const instance of [other.url, world.url]) {
      expect(textsOf(await chat.post(correction(code, 2), instance))).toBe('');
    }
    expect(world.count(row.action.route)).toBe(1);
  });
});

describe.each(rowsWithBrowser('J5'))('$name', (row) => {
  enter(row);

  it('J5 the page with the code shows the same code when it is loaded again', async () => {
    const journey = await startJourney(world, row);
    const code = await goToCode(journey);
    expect(codeOn(await journey.browser.get(pageOf(journey).url))).toBe(code);
    await finish(journey);
    expect((await journey.browser.get(pageOf(journey).url)).text).toContain(`${row.product} is connected`);
  });

  it('J5 R19 the code typed by two clients at once, and once more later, resumes once', async () => {
    const journey = await startJourney(world, row);
    const code = await goToCode(journey);
    const otherWindow = await world.chat(journey.chat.user);
    const [one, two] = await Promise.all([journey.chat.say(code), otherWindow.say(code)]);
    const heard = `${textsOf(one)}\n${textsOf(two)}`;
    expect(heard).toMatch(row.action.answer);
    expect(heard).toMatch(OVER);
    await journey.chat.listen();
    expect(textsOf(await journey.chat.say(code))).toMatch(OVER);
    expect(world.count(row.action.route)).toBe(1);
  });

  it('J5 the code that the channel delivers once more, to another instance, is no false alarm', async () => {
    const other = await world.secondInstance();
    const journey = await startJourney(world, row);
    const message = { type: 'message', id: crypto.randomUUID(), text: await goToCode(journey) };
    expect(textsOf(await journey.chat.post(message, world.url))).toMatch(row.action.answer);
    expect(await journey.chat.post(message, other.url)).toEqual([]);
    expect(world.count(row.action.route)).toBe(1);
  });

  it('J5 R19 the code that reaches two instances at once resumes once', async () => {
    const other = await world.secondInstance();
    const journey = await startJourney(world, row);
    const code = await goToCode(journey);
    const message = { type: 'message', text: code };
    const heard = (
      await Promise.all([journey.chat.post(message, world.url), journey.chat.post(message, other.url)])
    ).flat();
    expect(textsOf(heard)).toContain(`Connected to ${row.product} as`);
    expect(textsOf(heard)).toMatch(row.action.answer);
    expect(world.count(row.action.route)).toBe(1);
    expect(textsOf(await journey.chat.say(row.second.say))).toMatch(row.second.answer);
  });
});

describe.each(oneOfEachWay(rowsByKey('J5').filter(({ way }) => way === 'card')))('$name', (row) => {
  enter(row);

  it('J5 the button of the card pressed twice connects and resumes once', async () => {
    const journey = await startJourney(world, row);
    const fields = row.fields(world.sandbox);
    const otherWindow = await world.chat(journey.chat.user);
    await otherWindow.listen();
    await Promise.all([journey.chat.submit(journey.asked, fields), otherWindow.submit(journey.asked, fields)]);
    await journey.chat.listen();
    expect(world.count(row.action.route)).toBe(1);
    const value = { ...cardDataOn(journey.asked), ...fields };
    expect(await journey.chat.post({ type: 'message', value })).toEqual([]);
    expect(world.count(row.checkRoute)).toBe(1);
    expect(world.count(row.action.route)).toBe(1);
    await journey.chat.say(`disconnect ${row.integration}`);
    expect(textsOf(await journey.chat.submit(journey.asked, fields))).toContain('That is no longer open.');
  });

  it('J5 a refused key that the channel delivers once more, to another instance, costs one try and is asked about once', async () => {
    const other = await world.secondInstance();
    const journey = await startJourney(world, row);
    const value = { ...cardDataOn(journey.asked), ...row.wrong };
    for (const [asked, left] of [
      [1, 'You have 2 tries left.'],
      [2, 'You have 1 try left.'],
      [3, 'That was the last try'],
    ] as const) {
      const message = { type: 'message', id: crypto.randomUUID(), value };
      expect(textsOf(await journey.chat.post(message, world.url))).toContain(left);
      expect(textsOf(await journey.chat.post(message, other.url))).toContain(left);
      expect(world.count(row.checkRoute)).toBe(asked);
    }
  });
});

describe.each(oneOfEachWay(rowsByKey('J5').filter(({ way }) => way === 'page')))('$name', (row) => {
  enter(row);

  it('J5 the form sent twice at once, and once more from the history, ends in one connection', async () => {
    const journey = await startJourney(world, row);
    await go(journey, 'pressed Continue');
    const form = pageOf(journey);
    const fields = formFields(row.fields(world.sandbox));
    const pages = await Promise.all([journey.browser.submit(form, fields), journey.browser.submit(form, fields)]);
    const shown = pages.find(({ text }) => text.includes('Type this code in your chat'));
    journey.page = shown;
    journey.steps += 1;
    expect((await journey.browser.submit(form, fields)).text).toContain('Type this code in your chat');
    await finish(journey);
    expect(world.count(row.action.route)).toBe(1);
  });

  it('J5 the card filled while the form is open connects once, and the form says that it is connected', async () => {
    const journey = await startJourney(world, row);
    await go(journey, 'pressed Continue');
    journey.heard = await journey.chat.submit(journey.asked, row.fields(world.sandbox));
    expectDone(journey);
    const fields = formFields(row.fields(world.sandbox));
    const late = await journey.browser.submit(pageOf(journey), fields);
    expect(late.text).toContain('is connected');
    expect(world.count(row.action.route)).toBe(1);
  });
});

import { type Sandbox, startSandbox } from 'latchkey/sandbox';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from './browser-person.ts';
import { openChat, textsOf } from './chat-person.ts';
import { type ChildPlayground, startChildPlayground } from './child-playground.ts';
import { callbackOf, finish, go, goToCode, type Stage, startJourney, stepsAfterAsking } from './journey.ts';
import { endsInPage, oneOfEachProcess, oneOfEachWay, rowsByLink, rowsOf } from './rows.ts';

/** A process of its own that dies without a word (`kill -9`), and another one that comes after it. */
let child: ChildPlayground;
/** Knows what people know: how one consents, and what a good key is. The products themselves run in the child. */
let people: Sandbox;
let stage: Stage;

beforeAll(async () => {
  people = await startSandbox();
});
beforeEach(async () => {
  child = await startChildPlayground();
  stage = { sandbox: people, chat: () => openChat(child.url, 'ann'), browser: () => openBrowser() };
});
afterEach(() => child.close());
afterAll(() => people.close());

describe.each(endsInPage(rowsByLink('J4')))('$name', (row) => {
  it('J4 J19 killed while the token was asked for: the person is told, nothing is kept, and "retry" goes on', async () => {
    const journey = await startJourney(stage, row);
    await go(journey, 'consented');
    await child.control({ verb: 'failNext', product: row.integration, kind: 'hang', route: 'POST' });
    const waiting = journey.browser.get(callbackOf(journey)).catch(() => undefined);
    await child.waits(row.tokenRoute);
    await child.end('SIGKILL');
    await waiting;
    await child.startNext(61_000);
    expect(textsOf(await journey.chat.hear())).toBe(
      `Connecting ${row.product} was interrupted. Nothing was saved. Say *retry* to try again.`,
    );
    expect((await journey.browser.get(callbackOf(journey))).text).toContain('The sign-in was interrupted');
    journey.asked = await journey.chat.say('retry');
    journey.steps = 0;
    await finish(journey);
    expect(child.timesAsked(row.action.route)).toBe(1);
  });
});

describe.each(oneOfEachWay(rowsByLink('J4')))('$name', (row) => {
  it('J4 J19 killed while the action ran: it is not done again by itself, and the person is told', async () => {
    const journey = await startJourney(stage, row);
    const steps = stepsAfterAsking(row);
    for (const { name } of steps.slice(0, -1)) await go(journey, name);
    await child.control({
      verb: 'failNext',
      product: row.integration,
      kind: 'hang',
      route: row.action.route.replace(/^\S+ /, ''),
    });
    const answered = finish(journey).catch(() => undefined);
    await child.waits(row.action.route);
    await child.end('SIGKILL');
    await answered;
    await child.startNext(2 * 60_000);
    const heard = textsOf(await journey.chat.hear(/I was interrupted/));
    // the title as it is written
    expect(heard).toMatch(
      /I did this: \p{Lu}\p{Ll}+ [^.]+\. I don't know whether it worked; please look before you ask again\./u,
    );
    expect(child.timesAsked(row.action.route)).toBe(0);
    expect(textsOf(await journey.chat.say(row.second.say))).toMatch(row.second.answer);
    expect(child.timesAsked(row.action.route)).toBe(0);
  });
});

describe.each(oneOfEachProcess(rowsOf('J4')))('$name', (row) => {
  it('J4 killed before the last step: what was shown to the person still counts', async () => {
    const journey = await startJourney(stage, row);
    if (row.way !== 'card') await goToCode(journey);
    await child.end('SIGKILL');
    await child.startNext();
    await finish(journey);
    expect(child.timesAsked(row.action.route)).toBe(1);
  });
});

describe.each(
  rowsOf('J4')
    .filter(({ way }) => way === 'card')
    .slice(0, 1),
)('$name', (row) => {
  it('J4 killed right after "Connected": the connection is there', async () => {
    const journey = await startJourney(stage, row);
    await finish(journey);
    await child.end('SIGKILL');
    await child.startNext();
    expect(textsOf(await journey.chat.say(row.second.say))).toMatch(row.second.answer);
  });
});

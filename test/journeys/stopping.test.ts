import { type Sandbox, startSandbox } from 'latchkey/sandbox';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../eventually.ts';
import { openBrowser } from './browser-person.ts';
import { openChat, textsOf } from './chat-person.ts';
import { type ChildPlayground, startChildPlayground } from './child-playground.ts';
import { callbackOf, finish, go, type Journey, type Stage, startJourney, stepsAfterAsking } from './journey.ts';
import { endsInPage, oneOfEachProcess, oneOfEachWay, type Row, rowsByKey, rowsByLink, rowsOf } from './rows.ts';

/** A process of its own that is asked to end (`SIGTERM`), and another one that comes after it. */
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

describe.each(endsInPage(rowsByLink('J4')).slice(0, 1))('$name', (row) => {
  it('asked to end in the middle of an exchange: the token is kept, and the next process goes on', async () => {
    const journey = await startJourney(stage, row);
    await go(journey, 'consented');
    await slow(row, row.tokenRoute);
    const landing = journey.browser.get(callbackOf(journey)).catch(() => undefined);
    await child.waits(row.tokenRoute);
    const ended = child.end('SIGTERM');
    await landing;
    expect(await ended).toBe(0);
    await child.startNext();
    // the same callback again: it is used, and the browser is sent to what came of it
    await finish(journey);
    expect(child.timesAsked(row.tokenRoute)).toBe(0);
    expect(child.timesAsked(row.action.route)).toBe(1);
  });
});

describe.each(oneOfEachProcess(rowsOf('J4')))('$name', (row) => {
  it('asked to end in the middle of a run: the run is finished and answered, and not done again', async () => {
    const journey = await startJourney(stage, row);
    const answered = await lastStep(journey);
    expect(await child.end('SIGTERM')).toBe(0);
    await answered.over;
    await child.startNext();
    expect(textsOf(await said('ann'))).toMatch(row.action.answer);
    expect(child.timesAsked(row.action.route)).toBe(0);
  });
});

describe.each(endsInPage(rowsByKey('J4')).filter((row) => row.way === 'page'))('$name', (row) => {
  it('asked to end in the middle of a page: it is answered, its key is kept, and the next process takes the code', async () => {
    let result = '';
    const browser = openBrowser((_page, headers) => {
      result = headers.get('location') ?? result;
    });
    const journey = await startJourney(stage, row, { browser });
    await go(journey, 'pressed Continue');
    await slow(row, row.checkRoute);
    const sent = go(journey, 'sent the form');
    await child.waits(row.checkRoute);
    const ended = child.end('SIGTERM');
    // the browser is sent on to the result, where nobody is for a moment
    await sent.catch(() => {});
    expect(await ended).toBe(0);
    await child.startNext();
    expect(result).toMatch(/\/done\/[\w-]+$/);
    journey.page = await browser.get(new URL(result, child.url).href);
    journey.steps = stepsAfterAsking(row).length - 1;
    await finish(journey);
    expect(child.timesAsked(row.action.route)).toBe(1);
  });
});

describe.each(oneOfEachWay(rowsOf('J4')).slice(0, 1))('$name', (row) => {
  it('while it ends, pages and messages are refused in words, and it still says that it lives', async () => {
    const journey = await startJourney(stage, row);
    const answered = await lastStep(journey);
    const ended = child.end('SIGTERM');
    await closing();
    const page = await fetch(`${child.url}/connect/anything`);
    const alive = await fetch(`${child.url}/healthz`);
    const heard = await journey.chat.post({ type: 'message', text: 'my key is sk_live_4242424242424242' });
    expect(await ended).toBe(0);
    expect(page.status).toBe(503);
    expect(page.headers.get('retry-after')).toBe('5');
    expect(page.headers.get('connection')).toBe('close');
    expect(await page.text()).toContain('Reload this page in a few seconds.');
    expect(alive.status).toBe(200);
    expect(textsOf(heard)).toContain("I'm restarting and didn't read your message.");
    await answered.over;
  });
});

/** The person's last step, in which the action runs and the product is slow. */
async function lastStep(journey: Journey): Promise<{ readonly over: Promise<void> }> {
  const { row } = journey;
  for (const { name } of stepsAfterAsking(row).slice(0, -1)) await go(journey, name);
  await slow(row, row.action.route);
  const answered = finish(journey).catch(() => {});
  await child.waits(row.action.route);
  return { over: answered };
}

async function slow({ integration }: Row, route: string): Promise<void> {
  const asked = route.replace(/^\S+ /, '');
  await child.control({ verb: 'failNext', product: integration, kind: 'slow', route: asked });
}

/** Until the process has heard that it shall end. */
async function closing(): Promise<void> {
  await eventually(async () => {
    const { status } = await fetch(`${child.url}/readyz`);
    if (status !== 503) throw new Error('the process does not close');
  });
}

/** Everything in somebody's conversation. */
async function said(user: string): Promise<Parameters<typeof textsOf>[0]> {
  const answer = await fetch(`${child.url}/v3/directline/conversations/chat-${user}/activities?watermark=0`, {
    headers: { authorization: `Bearer local.${user}` },
  });
  return ((await answer.json()) as { readonly activities: Parameters<typeof textsOf>[0] }).activities;
}

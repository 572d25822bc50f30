import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser-person.ts';
import { cardDataOn, linkOn, textOf } from './chat-person.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it('goes from a request without a credential to the Jira issue that was asked for', async () => {
  const alice = await world.chat('alice');
  expect(textOf((await alice.say('Create a Jira issue'))[0])).toContain('Which project');
  expect(textOf((await alice.say('KAN'))[0])).toContain('What is it about');
  const asked = await alice.say('Fix the login', 2);
  expect(textOf(asked[0])).toContain('I need access to your Jira account to create the issue');

  const browser = openBrowser();
  const connect = await browser.get(linkOn(asked));
  expect(connect.text).toContain('Alice');
  const moving = await browser.submit(connect);
  const callback = await world.playground.sandbox.consent(browser.onward(moving));
  let page = await browser.get(callback);
  if (page.html.includes('type="radio"')) {
    const site = /type="radio"[^>]*name="([^"]*)"[^>]*value="([^"]*)"/.exec(page.html);
    page = await browser.submit(page, { [site?.[1] ?? '']: site?.[2] ?? '' });
  }
  const code = /\b([B-Z]{4}-[B-Z]{4})\b/.exec(page.text)?.[1] ?? '';
  const done = await alice.say(code, 2);
  expect(textOf(done[0])).toContain('Connected to Jira as');
  expect(textOf(done[1])).toContain('Created KAN-');

  expect(textOf((await alice.say('my jira issues'))[0])).toContain('assigned to you');
});

it('lists the Jotform forms once the key is typed into the card', async () => {
  const bob = await world.chat('bob');
  const asked = await bob.say('List my Jotform forms', 2);
  const data = cardDataOn(asked);
  const done = await bob.send(
    { type: 'message', value: { ...data, apiKey: world.playground.sandbox.jotform.apiKey } },
    2,
  );
  expect(textOf(done[0])).toContain('Connected to Jotform as');
  expect(textOf(done[1])).toContain('Your forms');
});

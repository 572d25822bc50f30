import { connectInBrowser } from 'latchkey/testing';
import { afterEach, expect, it } from 'vitest';
import { linkOn, textOf } from './journeys/chat-person.ts';
import { openExamples } from './running-example.ts';

const examples = openExamples();
// each ends by itself when it is asked to
afterEach(async () => expect(await examples.close()).toEqual([0]));

it('gives an existing bot the way from its waterfall over the consent to the issue, and back into the waterfall', async () => {
  const alice = await examples.open(await examples.start('existing-bot.ts'));
  expect(textOf((await alice.say('hello', 1))[0])).toBe('What is broken?');
  const asked = await alice.say('The printer in room 7', 2);
  expect(textOf(asked[0])).toBe('I need access to your Jira account to create the issue.');
  const done = await alice.say(await connectInBrowser(linkOn(asked)), 3);
  expect(textOf(done[0])).toContain('Connected to Jira as');
  expect(textOf(done[1])).toMatch(/Created KAN-\d+[\s\S]*The printer in room 7/);
  expect(textOf(done[2])).toMatch(/^Thank you! We'll look at KAN-\d+\.$/);

  await alice.say('hello', 1);
  const again = await alice.say('The coffee machine', 2);
  expect(textOf(again[0])).toMatch(/Created KAN-\d+/);
});

it('runs an action for a bot without dialogs, as soon as the person has connected', async () => {
  const bob = await examples.open(await examples.start('without-dialogs.ts'));
  const asked = await bob.say('how many?', 2);
  expect(textOf(asked[0])).toBe('I need access to your Jira account to count your open issues.');
  const renewed = await bob.say('new link', 2);
  expect(linkOn(renewed)).not.toBe(linkOn(asked));
  const done = await bob.say(await connectInBrowser(linkOn(renewed)), 2);
  expect(textOf(done[0])).toContain('Connected to Jira as');
  expect(textOf(done[1])).toMatch(/You have \d+ open issues\./);

  expect(textOf((await bob.say('how many now?', 1))[0])).toMatch(/You have \d+ open issues\./);
  expect(textOf((await bob.say('connections', 1))[0])).toContain('Jira');
  expect(textOf((await bob.say('disconnect jira', 1))[0])).toContain('Removed');
});

it('lets a person cancel what a bot without dialogs asks for', async () => {
  const carol = await examples.open(await examples.start('without-dialogs.ts'));
  await carol.say('how many?', 2);
  expect(textOf((await carol.say('cancel', 1))[0])).toMatch(/^OK, I've stopped: .+\. Nothing was saved\.$/);
  expect(textOf((await carol.say('how many?', 2))[0])).toContain('I need access to your Jira account');
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { suggestionsOn, textsOf } from './chat-person.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const WHICH = 'Which contact? (Its number or its link)';

it('something else that is asked for at a question is done, and then the question is asked again', async () => {
  const chat = await world.chat();
  expect(textsOf(await chat.say('View a Freshsales contact'))).toBe(WHICH);
  const asked = await chat.say('List my Jotform forms');
  expect(textsOf(asked)).toContain('I need access to your Jotform account to list your forms.');
  const listed = textsOf(await chat.submit(asked, { apiKey: world.sandbox.jotform.apiKey }));
  expect(listed).toMatch(new RegExp(`Your forms[\\s\\S]*${escaped(WHICH)}$`));
  const again = textsOf(await chat.say('List my Jotform forms'));
  expect(again).toMatch(new RegExp(`Your forms[\\s\\S]*${escaped(WHICH)}$`));
  expect(again.split(WHICH)).toHaveLength(2);
  expect(textsOf(await chat.say('hello'))).toMatch(new RegExp(`what I can do for you:[\\s\\S]*${escaped(WHICH)}$`));
  expect(textsOf(await chat.say('402000500001'))).toContain('I need access to your Freshsales account');
});

it('what nobody understands at a question is refused with the reason, and costs nothing', async () => {
  const chat = await world.chat();
  await chat.say('View a Freshsales contact');
  const refused = await chat.say('Workshop feedback');
  expect(textsOf(refused)).toContain('A contact number has only digits.');
  expect(suggestionsOn(refused)).toEqual(['cancel']);
  expect(textsOf(await chat.say('402000500001'))).toContain('I need access to your Freshsales account');
});

it('a secret that nobody asked for is no answer: the question is asked again, or what is left to do is said', async () => {
  const chat = await world.chat();
  await chat.say('View a Freshsales contact');
  const warned = await chat.say('b0b0000000000000000000000000f012');
  expect(textsOf(warned)).toMatch(new RegExp(`^That looks like a secret[\\s\\S]*${escaped(WHICH)}$`));
  expect(suggestionsOn(warned)).toEqual(['cancel']);
  await chat.say('cancel');
  await chat.say('my jira issues');
  const waiting = await chat.say('b0b0000000000000000000000000f012');
  expect(textsOf(waiting)).toMatch(/^That looks like a secret[\s\S]*Jira/);
  expect(suggestionsOn(waiting)).toEqual(['new link', 'cancel']);
});

it('asking to connect what the question is about connects nothing besides', async () => {
  const chat = await world.chat();
  const HOW = 'I need access to your Zendesk account to list your tickets. How do you want to connect Zendesk?';
  expect(textsOf(await chat.say('My Zendesk tickets'))).toBe(HOW);
  expect(textsOf(await chat.say('connect zendesk'))).toBe(HOW);
  expect(textsOf(await chat.say('connect gorgias'))).toContain('I need access to your Gorgias account');
  expect(textsOf(await chat.say('no'))).toContain(HOW);
  expect(textsOf(await chat.say('no'))).toBe("OK, I've stopped: List my Zendesk tickets. Nothing was saved.");
});

it('cancelling what was asked for besides goes back to the question', async () => {
  const chat = await world.chat();
  await chat.say('View a Freshsales contact');
  await chat.say('my jira issues');
  expect(textsOf(await chat.say('cancel'))).toBe(
    `OK, I've stopped: Search my Jira issues. Nothing was saved.\n${WHICH}`,
  );
  expect(textsOf(await chat.say('cancel'))).toBe("OK, I won't show the contact.");
});

it('every question that an action asks can be cancelled with a button', async () => {
  const chat = await world.chat();
  const asked = await chat.say('Comment on a Jira issue');
  expect(suggestionsOn(asked)).toContain('cancel');
  expect(suggestionsOn(await chat.say('KAN-1'))).toContain('cancel');
});

it('what cannot be undone is named as the product spells it', async () => {
  const chat = await world.chat();
  const really = textsOf(await chat.say('delete kan-4'));
  expect(really).toBe("Really delete the issue KAN-4 in Jira? This can't be undone. Say *yes* to go on.");
});

function escaped(text: string): string {
  return text.replace(/[?()]/g, '\\$&');
}

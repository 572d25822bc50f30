import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ChatPerson, suggestionsOn, textsOf } from './chat-person.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const TITLES = ['Workshop feedback', 'Contact us', 'Your visit'];

async function connected(): Promise<ChatPerson> {
  const chat = await world.chat();
  const asked = await chat.say('connect jotform');
  expect(textsOf(await chat.submit(asked, { apiKey: world.sandbox.jotform.apiKey }))).toContain('Connected to Jotform');
  return chat;
}

it('whoever names no form is asked which one of theirs, once they are connected', async () => {
  const chat = await world.chat();
  const asked = await chat.say('View Jotform submissions');
  expect(textsOf(asked)).toContain('I need access to your Jotform account to show the submissions.');
  const which = await chat.submit(asked, { apiKey: world.sandbox.jotform.apiKey });
  expect(textsOf(which)).toMatch(/Connected to Jotform[\s\S]*Which form\?$/);
  expect(suggestionsOn(which)).toEqual([...TITLES, 'cancel']);
  expect(textsOf(await chat.say('the first one'))).toContain('How was it?: Good');
});

it.each([
  ['its name', 'Your visit'],
  ['its name in lower case', 'your visit'],
  ['the beginning of its name', 'your v'],
  ['its place', 'number 3'],
  ['its number', '242930000000103'],
  ['its link', 'https://form.jotform.com/242930000000103'],
])('a form is found by %s, after the question and in the request', async (_how, said) => {
  const chat = await connected();
  expect(textsOf(await chat.say('Fill in a Jotform form'))).toBe('Which form?');
  expect(textsOf(await chat.say(said))).toContain('I have 14 questions for you');
  await chat.say('cancel');
  if (said === 'number 3') return;
  expect(textsOf(await chat.say(`Fill in the form ${said}`))).toContain('I have 14 questions for you');
});

it('a name that no form has is refused, and the forms are offered again; something else can be asked for in between', async () => {
  const chat = await connected();
  await chat.say('Fill in a Jotform form');
  const refused = await chat.say('Order a kettle');
  expect(textsOf(refused)).toBe('You have no form “Order a kettle” in Jotform. Which form?');
  expect(suggestionsOn(refused)).toEqual([...TITLES, 'cancel']);
  expect(textsOf(await chat.say('List my Jotform forms'))).toMatch(/Your forms[\s\S]*Which form\?$/);
  expect(textsOf(await chat.say('no'))).toContain("OK, I won't fill in the form.");
});

it('a link that leads to no form, or two of them, is no name', async () => {
  const chat = await connected();
  await chat.say('View Jotform submissions');
  const form = 'https://form.jotform.com/24293000000010';
  for (const said of ['https://www.jotform.com/myforms', `${form}1 ${form}2`]) {
    expect(textsOf(await chat.say(said))).toContain('This is not a link to a form.');
  }
  expect(textsOf(await chat.say('Contact us'))).toContain('The coffee machine is out of beans');
});

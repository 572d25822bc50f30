import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ChatPerson, type Heard, textOf } from './chat-person.ts';
import { openWorld, type World } from './world.ts';

const EVERY_KIND = '242930000000103';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const last = (heard: readonly Heard[]) => textOf(heard.at(-1));

async function openSurvey(user: string): Promise<ChatPerson> {
  const person = await world.chat(user);
  const asked = await person.say(`fill in the form ${EVERY_KIND}`);
  const introduced = await person.submit(asked, { apiKey: world.sandbox.jotform.apiKey });
  expect(introduced.map(textOf).join('\n')).toContain('I have 14 questions for you');
  expect(last(introduced)).toContain('1/14 Your name');
  return person;
}

const card = (question: string, values: object) => ({ type: 'message', value: { question, ...values } });

it('asks the questions of a form one by one, each in its fitting way, and sends one submission', async () => {
  const alice = await openSurvey('alice');
  expect(last(await alice.send(card('2:control_fullname', { first: 'Ann', last: 'Lee' })))).toContain('2/14 E-mail');
  expect(textOf((await alice.say('not an address'))[0])).toContain('Please give an e-mail address');
  expect(last(await alice.say('ann@acme.example'))).toContain('3/14 Phone');
  expect(last(await alice.say('skip'))).toContain('4/14 Address');
  expect(last(await alice.send(card('5:control_address', { street: 'Main 1', city: 'Graz' })))).toContain('5/14 Day');
  expect(textOf((await alice.say('2026-02-31'))[0])).toContain('Please give a day');
  expect(last(await alice.send(card('6:control_datetime', { answer: '2026-11-21' })))).toContain('6/14 Time');
  expect(last(await alice.say('9:30'))).toContain('7/14 How many');
  expect(last(await alice.say('3'))).toContain('8/14 Will you come back');
  expect(last(await alice.say('maybe'))).toContain('9/14 What did you like');
  expect(last(await alice.send(card('10:control_checkbox', { answer: 'Food,Music' })))).toContain('10/14 City');
  expect(last(await alice.say('Graz'))).toContain('11/14 In one word');
  expect(last(await alice.say('fine'))).toContain('12/14 Anything else');
  expect(last(await alice.say('skip'))).toContain('13/14 Stars');
  expect(textOf((await alice.say('6'))[0])).toContain('from 1 to 5');
  expect(last(await alice.say('5'))).toContain('14/14 Recommend us');
  const thanked = await alice.say('10');
  expect(last(thanked)).toContain('Your answers are in');
  expect(thanked.at(-1)?.attachments?.[0]?.content.actions ?? []).toEqual([]);
  const submitted = await alice.say(`view submissions of ${EVERY_KIND}`);
  expect(last(submitted)).toContain('Day of the visit: 2026-11-21 · ');
  expect(last(submitted)).toContain(': 09:30 · ');

  const sent = world.sandbox.control
    .requests()
    .filter(({ method, path }) => method === 'POST' && path.endsWith(`/form/${EVERY_KIND}/submissions`));
  expect(sent).toHaveLength(1);
  expect(Object.fromEntries(new URLSearchParams(sent[0]?.body ?? ''))).toEqual({
    'submission[2_first]': 'Ann',
    'submission[2_last]': 'Lee',
    'submission[3]': 'ann@acme.example',
    'submission[5_addr_line1]': 'Main 1',
    'submission[5_city]': 'Graz',
    'submission[6_month]': '11',
    'submission[6_day]': '21',
    'submission[6_year]': '2026',
    'submission[7_hourSelect]': '09',
    'submission[7_minuteSelect]': '30',
    'submission[8]': '3',
    'submission[9]': 'Maybe',
    'submission[10][0]': 'Food',
    'submission[10][1]': 'Music',
    'submission[11]': 'Graz',
    'submission[12]': 'fine',
    'submission[14]': '5',
    'submission[15]': '10',
  });
});

it('goes on after a restart, and sends nothing after "cancel"', async () => {
  const bob = await openSurvey('bob');
  await bob.say('Bob Miller');
  await world.restart();
  const again = await world.chat('bob');
  expect(last(await again.say('bob@acme.example'))).toContain('3/14 Phone');
  await again.say('cancel');
  const sent = world.sandbox.control
    .requests()
    .filter(({ method, body }) => method === 'POST' && body?.includes('bob'));
  expect(sent).toEqual([]);
});

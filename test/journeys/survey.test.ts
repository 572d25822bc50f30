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

/** Somebody who fills in the cards that the bot shows. */
function filling(person: ChatPerson, heard: readonly Heard[]) {
  let asked = heard;
  return {
    say: async (text: string) => {
      asked = await person.say(text);
      return asked;
    },
    fill: async (fields: Readonly<Record<string, string>>) => {
      asked = await person.submit(asked, fields);
      return asked;
    },
  };
}

async function openSurvey(user: string) {
  const person = await world.chat(user);
  const asked = await person.say(`fill in the form ${EVERY_KIND}`);
  const introduced = await person.submit(asked, { apiKey: world.sandbox.jotform.apiKey });
  expect(introduced.map(textOf).join('\n')).toContain('I have 14 questions for you');
  expect(last(introduced)).toContain('1/14 Your name');
  return filling(person, introduced);
}

it('asks the questions of a form one by one, each in its fitting way, and sends one submission', async () => {
  const alice = await openSurvey('alice');
  expect(last(await alice.fill({ first: 'Ann', last: 'Lee' }))).toContain('2/14 E-mail');
  expect(textOf((await alice.say('not an address'))[0])).toContain('Please give an e-mail address');
  expect(last(await alice.say('ann@acme.example'))).toContain('3/14 Phone');
  expect(last(await alice.say('skip'))).toContain('4/14 Address');
  expect(last(await alice.fill({ street: 'Main 1', city: 'Graz' }))).toContain('5/14 Day');
  expect(textOf((await alice.say('2026-02-31'))[0])).toContain('Please give a day');
  expect(last(await alice.fill({ answer: '2026-11-21' }))).toContain('6/14 Time');
  expect(last(await alice.say('9:30'))).toContain('7/14 How many');
  expect(last(await alice.say('3'))).toContain('8/14 Will you come back');
  expect(last(await alice.say('maybe'))).toContain('9/14 What did you like');
  expect(last(await alice.fill({ answer: 'Food,Music' }))).toContain('10/14 City');
  expect(last(await alice.say('Graz'))).toContain('11/14 In one word');
  expect(last(await alice.say('fine'))).toContain('12/14 Anything else');
  expect(last(await alice.say('skip'))).toContain('13/14 Stars');
  expect(textOf((await alice.say('6'))[0])).toContain('from 1 to 5');
  expect(last(await alice.say('5'))).toContain('14/14 Recommend us');
  const reviewed = last(await alice.say('10'));
  expect(reviewed).toContain('Please check your answers:');
  expect(reviewed).toContain('1. Your name: Ann Lee');
  expect(reviewed).toContain('Phone: –');
  expect(last(await alice.say('7'))).toContain('How many');
  expect(last(await alice.say('4'))).toContain('7. How many of you: 4');
  expect(textOf((await alice.say('what?'))[0])).not.toContain('Your answers are in');
  const thanked = await alice.say('send');
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
    'submission[8]': '4',
    'submission[9]': 'Maybe',
    'submission[10][0]': 'Food',
    'submission[10][1]': 'Music',
    'submission[11]': 'Graz',
    'submission[12]': 'fine',
    'submission[14]': '5',
    'submission[15]': '10',
  });
});

it('asks what a form shows: no hidden question, what depends on an answer only then, lists of Jotform’s own, a clock of twelve hours', async () => {
  const fill = async (user: string, first: readonly string[]) => {
    const chat = await world.chat(user);
    const asked = await chat.say('fill in the form 242930000000202');
    const heard = await chat.submit(asked, { apiKey: world.sandbox.jotform.otherApiKey });
    expect(last(heard)).toContain('1/6 What do you like?');
    const person = filling(chat, heard);
    expect(last(await person.fill({ answer: 'Bread, butter,Tea' }))).toContain('2/6 Country');
    expect(textOf((await person.say('Atlantis'))[0])).not.toContain('3/6');
    expect(last(await person.say('Austria'))).toContain('3/6 Do you bring guests?');
    const [next = ''] = first;
    expect(last(await person.say(first[1] ?? ''))).toContain(next);
    return person;
  };
  const guest = await fill('gerda', ['4/6 How many?', 'Yes']);
  expect(last(await guest.say('2'))).toContain('6/6 When do you come?');
  expect(last(await guest.say('18:30'))).toContain('Your answers are in');
  const alone = await fill('alma', ['5/6 Why not?', 'No']);
  expect(last(await alone.say('They sleep'))).toContain('6/6 When do you come?');
  expect(last(await alone.say('9:05'))).toContain('Your answers are in');
  const sent = world.sandbox.control
    .requests()
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/form/242930000000202/submissions'))
    .map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
  const common = { 'submission[2][0]': 'Bread, butter', 'submission[2][1]': 'Tea', 'submission[3]': 'Austria' };
  expect(sent).toEqual([
    {
      ...common,
      'submission[4]': 'Yes',
      'submission[5]': '2',
      'submission[7_hourSelect]': '06',
      'submission[7_minuteSelect]': '30',
      'submission[7_ampm]': 'PM',
    },
    {
      ...common,
      'submission[4]': 'No',
      'submission[6]': 'They sleep',
      'submission[7_hourSelect]': '09',
      'submission[7_minuteSelect]': '05',
      'submission[7_ampm]': 'AM',
    },
  ]);
});

it('says where to fill in a form that asks for a file, and which one is in the trash', async () => {
  const person = await world.chat('gerda');
  const refused = last(await person.say('fill in the form 242930000000204'));
  expect(refused).toContain('This form asks for a file (Your CV). Please use your browser to fill it in: http');
  expect(last(await person.say('fill in the form 242930000000203'))).toContain('Form 242930000000203 is in the trash.');
  const listed = await person.say('list my forms');
  expect(last(listed)).toContain('Summer party');
  expect(last(listed)).not.toContain('Winter party');
  // a screen reader reads the whole entry as the name of its link
  const read = expect.objectContaining({ title: expect.stringMatching(/^Summer party \d+ submissions? · form \d+$/) });
  expect(listed.at(-1)?.attachments?.[0]?.content.body).toContainEqual(expect.objectContaining({ selectAction: read }));
  const shown = last(await person.say('view submissions of 242930000000202'));
  expect(shown).toContain('What do you like?: Bread, butter, Tea · Country: Austria');
  expect(shown).toContain('When do you come?: 06:30 PM Europe/Vienna (GMT+01:00) · A photo: my photo.jpg');
  expect(shown).toContain('(New York)');
  expect(shown).not.toContain('Nowhere');
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

import { describe, expect, it } from 'vitest';
import { type Heard, linkOn, textOf, textsOf } from './chat-person.ts';
import { finish, formFields, go, type Journey, pageOf, startJourney } from './journey.ts';
import { type Fields, oneOfEachWay, type RowByKey, rowsByKey } from './rows.ts';
import type { World } from './world.ts';
import { openWorlds } from './worlds.ts';

let world: World;
let onPages: World;
const enter = openWorlds((entered) => {
  world = entered;
});
const enterWherePagesAskOnly = openWorlds(
  (entered) => {
    onPages = entered;
  },
  { credentialEntry: 'page' },
);

const NOTHING = 'You have not connected anything yet.';
const E9 = "I don't connect accounts in a group, where others read along. Message me directly and ask again.";
const GONE = 'That is no longer open. Ask me again and I’ll send a new one.';
const UNASKED =
  'That looks like a secret, but I did not ask for one. I did not keep it. Delete your message if you can, and replace the key.';

/** Enters something where the row enters its key, and gives what the person reads then. */
async function fillIn(journey: Journey, row: RowByKey, fields: Fields): Promise<string> {
  if (row.way === 'card') return textsOf(await journey.chat.submit(journey.asked, fields));
  if (journey.steps < 2) await go(journey, 'pressed Continue');
  journey.page = await journey.browser.submit(pageOf(journey), formFields(fields));
  return pageOf(journey).text;
}

/** All as the product wants it, but the key. */
function withKey(row: RowByKey, key: string): Fields {
  return { ...row.fields(world.sandbox), [row.secret.key]: key };
}

describe.each(rowsByKey('J18'))('$name', (row) => {
  enter(row);

  it('J18 three wrong keys end it with a clear message each, and nothing is kept (E11)', async () => {
    const journey = await startJourney(world, row);
    const first = await fillIn(journey, row, row.wrong);
    expect(first).toContain(`${row.product} rejected this key. Nothing was saved.`);
    expect(first).toContain('You have 2 tries left.');
    // a key of another region is refused like a wrong one
    expect(first.includes('A key works only where its account lives: if that is')).toBe(row.product === 'Jotform');
    expect(await fillIn(journey, row, row.wrong)).toContain('You have 1 try left.');
    const last = await fillIn(journey, row, row.wrong);
    expect(last).toContain(row.way === 'card' ? 'That was the last try' : 'rejected what was entered too many times');
    expect(world.count(row.checkRoute)).toBe(3);
    const late = textsOf(await journey.chat.submit(journey.asked, row.fields(world.sandbox)));
    expect(late).toBe(GONE);
    expect(world.count(row.checkRoute)).toBe(3);
    expect(world.count(row.action.route)).toBe(0);
    journey.asked = await journey.chat.say('retry');
    journey.steps = 0;
    await finish(journey);
    expect(world.count(row.action.route)).toBe(1);
  });

  it('J18 a right key after two wrong ones still counts', async () => {
    const journey = await startJourney(world, row);
    await fillIn(journey, row, row.wrong);
    await fillIn(journey, row, row.wrong);
    if (row.way === 'page') {
      journey.page = await journey.browser.get(pageOf(journey).url);
      journey.steps = 2;
    }
    await finish(journey);
  });

  it('R39 what cannot be a key is refused without an echo, without asking the product and without losing a try (E10)', async () => {
    const journey = await startJourney(world, row);
    const impossible = [
      ...row.malformed,
      ...[
        '',
        'a'.repeat(4097),
        'schlüssel-schlüssel-schlüssel-12',
        'key\u0000key-key-key-key-key-key-123456',
        'line\r\nApiKey: b0b0000000000000000000',
      ].map((key) => ({ fields: withKey(row, key), field: row.secret.title })),
    ];
    for (const { fields, field } of impossible) {
      const answer = await fillIn(journey, row, fields);
      expect(answer).toMatch(new RegExp(`That doesn't look like an? ${field}:|Enter your ${field}\\.`));
      const key = fields[row.secret.key] ?? '';
      if (key !== '') expect(`${answer} ${journey.page?.html}`).not.toContain(key.slice(0, 12));
    }
    expect(world.count(row.checkRoute)).toBe(0);
    if (row.way === 'page') journey.steps = 2;
    await finish(journey);
  });
});

describe.each(rowsByKey('J18').flatMap(pastedOtherwise))('$name', ({ row, fields }) => {
  enter(row);

  it('J3 J18 what is pasted with more around it than the product wants is understood', async () => {
    for (const each of fields(world.sandbox)) await finish(await startJourney(world, { ...row, fields: () => each }));
    expect(world.count(row.checkRoute)).toBeGreaterThan(0);
  });
});

describe.each(rowsByKey('J18').flatMap(withoutAddress))('$name', ({ row, nobody }) => {
  enter(row);

  it('J18 an address that nobody has there is said to be that, and costs no try (E10)', async () => {
    const journey = await startJourney(world, row);
    for (let tried = 0; tried < 4; tried += 1) {
      const answer = await fillIn(journey, row, nobody.fields);
      expect(answer).toBe(`That doesn't look like a ${nobody.field}: nobody has this address there.`);
    }
    await finish(journey);
  });
});

describe.each(oneOfEachWay(rowsByKey('J18')))('$name', (row) => {
  enter(row);

  it('R39 spaces around a key are removed, and the person is told', async () => {
    const journey = await startJourney(world, row);
    const spaced = Object.fromEntries(
      Object.entries(row.fields(world.sandbox)).map(([key, value]) => [key, `  ${value}\t`]),
    );
    const heard = await journey.chat.submit(journey.asked, spaced);
    expect(textsOf(heard)).toContain('I removed the spaces around it.');
    expect(textsOf(heard)).toMatch(row.action.answer);
  });

  it.each(['server_error', 'rate_limited', 'lost'] as const)(
    'R40 when the product answers the check with %s, nothing is saved and it can be tried again (E7)',
    async (kind) => {
      const journey = await startJourney(world, row);
      world.sandbox.control.failNext(row.integration, { kind });
      const answer = await fillIn(journey, row, row.fields(world.sandbox));
      expect(answer).toContain(
        `${row.product} isn't answering right now. Nothing was saved. Try again in a few minutes.`,
      );
      expect(answer).not.toMatch(/Internal Server Error|API-Limit/);
      expect(textsOf(await journey.chat.say('connections'))).toBe(NOTHING);
      if (row.way === 'page') journey.steps = 2;
      await finish(journey);
    },
  );
});

describe.each(oneOfEachWay(rowsByKey('J18').filter(({ way }) => way === 'card')))('$name', (row) => {
  enter(row);
  enterWherePagesAskOnly(row);

  it('R36 in a personal chat the prompt has masked fields, and the page beside them', async () => {
    const journey = await startJourney(world, row);
    expect(linkOn(journey.asked)).toContain('/connect/');
    const secret = inputsOn(journey.asked).filter(({ style }) => style === 'password');
    expect(secret.length).toBeGreaterThan(0);
    for (const { errorMessage, label } of secret) expect(errorMessage).toBe(`Please enter your ${label}.`);
    expect(textsOf(journey.asked)).toContain("The chat's history may keep what you send here; the page does not.");
  });

  it('R36 with credentialEntry "page" the prompt is a link only, and the chat takes no key', async () => {
    const journey = await startJourney(onPages, row);
    expect(inputsOn(journey.asked)).toEqual([]);
    const begun = onPages.log.findLast(({ event }) => event === 'authorization_begun');
    const latchkey = begun !== undefined && 'authorization' in begun ? begun.authorization : '';
    const value = { latchkey, ...row.fields(onPages.sandbox) };
    expect(textsOf(await journey.chat.send({ type: 'message', value }))).toBe(GONE);
    const [typed = ''] = Object.values(row.fields(onPages.sandbox));
    const warned = textsOf(await journey.chat.say(typed));
    expect(warned).toMatch(
      /^That looks like a secret, but I did not ask for one\.[^\n]*\nI'm still waiting for you to connect /,
    );
    expect(onPages.count(row.checkRoute)).toBe(0);
    await finish({ ...journey, row: { ...row, way: 'page' } });
  });

  it('R36 in a group there is neither, whatever the setting (E9)', async () => {
    for (const each of [world, onPages]) {
      const group = await each.chat(undefined, `keys-${each.url.length}`);
      expect(textsOf(await group.say(row.action.say))).toBe(E9);
      const [typed = ''] = Object.values(row.fields(each.sandbox));
      expect(textsOf(await group.say(typed))).toBe(UNASKED);
      expect(each.count(row.checkRoute)).toBe(0);
    }
  });

  it('J18 the only key that is asked for may be typed as a message, and words are no keys', async () => {
    const journey = await startJourney(world, row);
    const [wrong = ''] = Object.values(row.wrong);
    expect(textsOf(await journey.chat.say('integration'))).toContain("I'm still waiting");
    expect(textsOf(await journey.chat.say(wrong))).toContain('You have 2 tries left.');
    const [right = ''] = Object.values(row.fields(world.sandbox));
    journey.heard = await journey.chat.say(right);
    expect(textsOf(journey.heard)).toMatch(row.action.answer);
  });
});

describe.each(rowsByKey('J3').filter(({ way }) => way === 'card'))('$name', (row) => {
  enter(row);

  it('J3 what the card asks for may be entered on the page beside it', async () => {
    const journey = await startJourney(world, { ...row, way: 'page' });
    await finish(journey);
    expect(world.count(row.action.route)).toBe(1);
  });
});

describe('a secret that nobody asked for', () => {
  enter();

  it.each([
    'ghp_abcdefghijklmnopqrstuvwxyz0123456789',
    'xoxb-123456789012-abcdefghij',
    'ATATT3xFfGF0abcdefghijklmnopqrstuvwxyz',
    'here it is: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcdefghijkl',
    'b0b0000000000000000000000000f011',
  ])('R42 is neither echoed nor logged, and the person reads what to do', async (secret) => {
    const chat = await world.chat();
    const noted = world.log.length;
    expect(textsOf(await chat.say(secret))).toBe(UNASKED);
    expect(JSON.stringify(world.log.slice(noted))).not.toContain(secret.slice(-20));
    expect(textOf((await chat.say('hello'))[0])).toContain('This is what I can do for you');
  });
});

describe('a message that is corrected', () => {
  enter();

  it('R42 into a secret is warned of, although a message of this id was heard', async () => {
    const chat = await world.chat();
    const id = crypto.randomUUID();
    await chat.post({ type: 'message', id, text: 'Create a Jira issue in KAN: Fix the login' });
    const corrected = { type: 'messageUpdate', id, text: 'ghp_abcdefghijklmnopqrstuvwxyz0123456789' };
    expect(textsOf(await chat.post(corrected))).toBe(UNASKED);
  });
});

function pastedOtherwise(row: RowByKey) {
  const { name, alsoPasted: fields } = row;
  return fields === undefined ? [] : [{ name, row, fields }];
}

function withoutAddress(row: RowByKey) {
  const { name, nobody } = row;
  return nobody === undefined ? [] : [{ name, row, nobody }];
}

function inputsOn(heard: readonly Heard[]): readonly Readonly<Record<string, unknown>>[] {
  return heard
    .flatMap(({ attachments = [] }) => attachments)
    .flatMap(({ content }) => content.body ?? [])
    .filter(({ type }) => String(type).startsWith('Input.'));
}

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { cardDataOn, textOf, textsOf } from './chat-person.ts';
import { connected, finish, go, goToCode, pageOf, startJourney } from './journey.ts';
import { oneOfEachWay, rowsByKey, rowsOf, rowsWithBrowser } from './rows.ts';
import type { World } from './world.ts';
import { openWorlds } from './worlds.ts';

let world: World;
const enter = openWorlds((entered) => {
  world = entered;
});

const E4 = "I'm not waiting for a code from you. If somebody asked you to type it here, don't: that's a known trick.";
const E9 = "I don't connect accounts in a group, where others read along. Message me directly and ask again.";
const NOTHING = 'You have not connected anything yet.';
const GONE = 'That is no longer open. Ask me again and I’ll send a new one.';

let rooms = 0;
const newRoom = () => `room-${++rooms}`;

/** Of the audit log, newest first. */
function audited(): readonly { readonly what: string; readonly result: string }[] {
  const database = new DatabaseSync(join(world.folder, 'latchkey.db'), { readOnly: true });
  try {
    return database
      .prepare('select what, result from audit order by at desc, rowid desc limit 20')
      .all()
      .map((row) => ({ what: String(row.what), result: String(row.result) }));
  } finally {
    database.close();
  }
}

describe.each(rowsOf('J8'))('$name', (row) => {
  enter(row);

  it('J8 R23 nobody is asked for anything in a group, and no link is posted there (E9)', async () => {
    const chat = await world.chat(undefined, newRoom());
    const begun = world.log.length;
    const heard = await chat.say(row.action.say);
    expect(heard).toHaveLength(1);
    expect(textOf(heard[0])).toBe(E9);
    expect(JSON.stringify(heard)).not.toContain('/connect/');
    expect(world.log.slice(begun).filter(({ event }) => event === 'authorization_begun')).toEqual([]);
    expect(textsOf(await chat.say('hello'))).toContain('This is what I can do for you');
  });

  it('J8 R23 in a group it is said before any question that a connection is missing (E9)', async () => {
    const chat = await world.chat(undefined, newRoom());
    const [ask] = row.piecemeal;
    expect(textsOf(await chat.say(ask))).toBe(E9);
    expect(textsOf(await chat.say('cancel'))).toBe('There is nothing to cancel.');
    expect(textsOf(await chat.say(`connect ${row.integration}`))).toBe(E9);
  });

  it('J8 R23 in a group everybody acts with their own connection only', async () => {
    const { chat } = await connected(world, row);
    const room = newRoom();
    const owner = await world.chat(chat.user, room);
    const other = await world.chat(undefined, room);
    await owner.listen();
    expect(textsOf(await owner.say(row.second.say))).toMatch(row.second.answer);
    await other.listen();
    expect(textsOf(await other.say(row.second.say))).toBe(E9);
    expect(world.count(row.second.route)).toBe(1);
    expect(textsOf(await other.say(`disconnect ${row.integration}`))).toBe(`${row.product} is not connected.`);
    expect(textsOf(await other.say('connections'))).toBe('I show your connections only in a personal chat.');
    expect(textsOf(await chat.say(row.second.say))).toMatch(row.second.answer);
  });
});

describe.each(oneOfEachWay(rowsOf('J8')))('$name', (row) => {
  enter(row);

  it('J8 in a group one person does not answer the questions that another one is asked', async () => {
    const { chat } = await connected(world, row);
    const room = newRoom();
    const owner = await world.chat(chat.user, room);
    const other = await world.chat(undefined, room);
    const [ask, ...answers] = row.piecemeal;
    await owner.listen();
    await owner.say(ask);
    await other.listen();
    expect(textsOf(await other.say(answers[0] ?? ''))).toContain('I did not get that');
    expect(textsOf(await other.say('cancel'))).toBe('There is nothing to cancel.');
    await owner.listen();
    let done = '';
    for (const answer of answers) done = textsOf(await owner.say(answer));
    expect(done).not.toContain('I did not get that');
    expect(
      world.sandbox.control.requests().filter(({ path, body }) => `${path}${body}`.includes(answers.at(-1) ?? '')),
    ).toHaveLength(1);
  });

  it('J8 another user can neither see, cancel nor end what somebody has begun', async () => {
    const journey = await startJourney(world, row);
    const other = await world.chat();
    expect(textsOf(await other.say('connections'))).toBe(NOTHING);
    expect(textsOf(await other.say('cancel'))).toBe('There is nothing to cancel.');
    expect(textsOf(await other.say('retry'))).toContain('I did not get that');
    expect(textsOf(await other.say(`disconnect ${row.integration}`))).toBe(`${row.product} is not connected.`);
    await finish(journey);
    expect(textsOf(await other.say('connections'))).toBe(NOTHING);
  });

  it('J8 somebody whose activity arrives in a conversation of another person is still somebody else', async () => {
    const journey = await startJourney(world, row);
    const from = { id: 'mallory', name: journey.chat.user };
    for (const text of ['cancel', 'new link', row.action.say]) {
      const heard = await journey.chat.post({ type: 'message', text, from });
      expect(textsOf(heard)).not.toContain("OK, I've stopped");
    }
    await finish(journey);
    const probe = await journey.chat.post({ type: 'message', text: 'connections', from });
    expect(textsOf(probe)).not.toContain(row.account);
  });
});

describe.each(rowsWithBrowser('J8'))('$name', (row) => {
  enter(row);

  it('J8 R12 the code of one person is worth nothing in the chat of another, and costs no try (E4)', async () => {
    const journey = await startJourney(world, row);
    const code = await goToCode(journey);
    const other = await world.chat();
    for (const typed of [code, code, 'BBBB-BBBB', 'CCCC-CCCC', 'DDDD-DDDD']) {
      expect(textsOf(await other.say(typed))).toBe(E4);
    }
    expect(textsOf(await other.say('connections'))).toBe(NOTHING);
    await finish(journey);
  });
});

describe.each(oneOfEachWay(rowsWithBrowser('J8')))('$name', (row) => {
  enter(row);

  it('J8 R12 the owner types it in the conversation that asked, and reads so in another one', async () => {
    const journey = await startJourney(world, row);
    const code = await goToCode(journey);
    const elsewhere = await world.chat(journey.chat.user, 'another');
    expect(textsOf(await elsewhere.say(code))).toBe(
      `Type that code in the chat where you asked for ${row.product}. I don't take it here.`,
    );
    expect(textsOf(await elsewhere.say('BBBB-BBBB'))).toBe("That code isn't right. You have 2 tries left.");
    expect(world.count(row.action.route)).toBe(0);
    await finish(journey);
  });

  it.each(['alone', 'in a sentence'])(
    'J8 R12 a code that the owner types %s in a group is burnt, and the bot’s own code does not see it',
    async (how) => {
      const journey = await startJourney(world, row);
      const code = await goToCode(journey);
      const group = await world.chat(journey.chat.user, newRoom());
      const heard = textsOf(await group.say(how === 'alone' ? code : `here it is: ${code}, ok?`));
      expect(heard).toBe(
        `Others can read your code here, so it no longer works, and I deleted what was connected. To connect ${row.product}, ask me again in our own chat.`,
      );
      expect(textsOf(await journey.chat.say(code))).toContain('no longer works');
      expect(textsOf(await journey.chat.say('connections'))).toBe(NOTHING);
      expect(world.count(row.action.route)).toBe(0);
    },
  );

  it.each(['alone', 'in a sentence'])(
    'J8 R12 a code that the owner writes into a message of a group afterwards, %s, is burnt too',
    async (how) => {
      const journey = await startJourney(world, row);
      const code = await goToCode(journey);
      const group = await world.chat(journey.chat.user, newRoom());
      const text = how === 'alone' ? code : `here it is: ${code}, ok?`;
      expect(textsOf(await group.post({ type: 'messageUpdate', text }))).toContain('Others can read your code here');
      expect(textsOf(await journey.chat.say(code))).toContain('no longer works');
      expect(world.count(row.action.route)).toBe(0);
    },
  );

  it('J8 a forwarded link that a victim finishes gives the sender nothing but three guesses', async () => {
    const victim = await world.chat();
    const journey = await startJourney(world, row, { browser: world.browser() });
    const attacker = journey.chat;
    await go(journey, 'opened the link');
    expect(pageOf(journey).text).toContain(
      `Asked for by ${attacker.user.charAt(0).toUpperCase()}${attacker.user.slice(1)}`,
    );
    const code = await goToCode(journey);
    expect(textsOf(await victim.say(code))).toBe(E4);
    expect(textsOf(await attacker.say(row.action.say))).not.toMatch(row.action.answer);
    expect(textsOf(await attacker.say('BBBB-BBBB'))).toBe("That code isn't right. You have 2 tries left.");
    expect(textsOf(await attacker.say('CCCC-CCCC'))).toBe("That code isn't right. You have 1 try left.");
    expect(textsOf(await attacker.say('DDDD-DDDD'))).toBe(
      "Too many wrong codes. I deleted what was connected. Start again when you're ready.",
    );
    expect(textsOf(await attacker.say(code))).toContain('no longer works');
    expect((await journey.browser.get(pageOf(journey).url)).text).toContain('Too many wrong codes');
    expect(textsOf(await attacker.say('connections'))).toBe(NOTHING);
    expect(world.count(row.action.route)).toBe(0);
  });

  it('J8 the page of an attempt shows its code to the browser that claimed the link, and to no other', async () => {
    const journey = await startJourney(world, row);
    await goToCode(journey);
    const stranger = world.browser();
    const other = await startJourney(world, row);
    await goToCode(other);
    for (const browser of [stranger, other.browser]) {
      const page = await browser.get(pageOf(journey).url);
      expect(page.text).toContain('This link has expired, was already used, or a newer one has replaced it.');
      expect(page.text).not.toContain(row.account);
    }
    await finish(journey);
  });
});

describe.each(oneOfEachWay(rowsOf('J9')))('$name', (row) => {
  enter(row);

  it.each([
    [
      'an event tokens/response',
      { type: 'event', name: 'tokens/response', value: { connectionName: 'any', token: 'forged' } },
    ],
    ['an invoke signin/verifyState', { type: 'invoke', name: 'signin/verifyState', value: { state: 'BCDF-GHJK' } }],
    [
      'an invoke signin/tokenExchange',
      { type: 'invoke', name: 'signin/tokenExchange', value: { id: '1', connectionName: 'any', token: 'forged' } },
    ],
    ['an event that the SDK makes to go on', { type: 'event', name: 'ContinueConversation', relatesTo: {} }],
    ['an event named like ours', { type: 'event', name: 'latchkey/connected', value: { connected: true } }],
    [
      'a message whose value says it',
      { type: 'message', value: { connected: true, token: 'forged', code: 'BCDF-GHJK' } },
    ],
  ])('J9 %s never yields a credential', async (_what, forged) => {
    const journey = await startJourney(world, row);
    const begun = world.log.findLast(({ event }) => event === 'authorization_begun');
    const heard = await journey.chat.post({ ...forged, channelData: begun });
    expect(textsOf(heard)).not.toContain('Connected to');
    expect(world.count(row.action.route)).toBe(0);
    expect(textsOf(await journey.chat.say('connections'))).toBe(NOTHING);
    await finish(journey);
    expect(world.count(row.action.route)).toBe(1);
  });
});

describe.each(oneOfEachWay(rowsWithBrowser('J9')))('$name', (row) => {
  enter(row);

  it('J9 an invoke that carries the right code counts only from its owner in its conversation', async () => {
    const journey = await startJourney(world, row);
    const code = await goToCode(journey);
    const other = await world.chat();
    const forged = { type: 'invoke', name: 'signin/verifyState', value: { state: code } };
    expect(textsOf(await other.post(forged))).not.toContain('Connected to');
    const inTheirs = await journey.chat.post({ ...forged, from: { id: other.user, name: 'Somebody' } });
    expect(textsOf(inTheirs)).not.toContain('Connected to');
    expect(world.count(row.action.route)).toBe(0);
    await finish(journey);
  });
});

describe.each(rowsByKey('J9'))('$name', (row) => {
  enter(row);

  it("J9 R24 a card with somebody else's authorization is refused before the product is asked, and audited", async () => {
    const journey = await startJourney(world, row);
    const other = await world.chat();
    const fields = row.fields(world.sandbox);
    const value = { ...cardDataOn(journey.asked), ...fields };
    expect(textsOf(await other.send({ type: 'message', value }))).toBe(GONE);
    // a revocation of the test before may have been tried since
    const submitted = audited().filter(({ what }) => what === 'credential_submitted');
    expect(submitted[0]).toEqual({ what: 'credential_submitted', result: 'other_person' });
    const inTheirs = await journey.chat.post({ type: 'message', value, from: { id: other.user, name: 'Somebody' } });
    expect(textsOf(inTheirs)).toBe(GONE);
    const elsewhere = await world.chat(journey.chat.user, 'another');
    expect(textsOf(await elsewhere.send({ type: 'message', value }))).toBe(GONE);
    const group = await world.chat(journey.chat.user, newRoom());
    expect(textsOf(await group.send({ type: 'message', value }))).toBe(E9);
    expect(world.count(row.checkRoute)).toBe(0);
    expect(textsOf(await other.say('connections'))).toBe(NOTHING);
    await finish(journey);
  });
});

describe.each(oneOfEachWay(rowsByKey('J9')))('$name', (row) => {
  enter(row);

  it.each(['', 'not-an-id', '../../etc', 42, null, { id: 'x' }, ['x'], 'constructor'])(
    'J9 R24 a card that names %j is no card of ours',
    async (latchkey) => {
      const chat = await world.chat();
      const value = { latchkey, ...row.fields(world.sandbox) };
      expect(textsOf(await chat.send({ type: 'message', value }))).toBe(GONE);
      expect(world.count(row.checkRoute)).toBe(0);
    },
  );

  it('R21 the same user id in another tenant or channel, and ids with separators, are other people', async () => {
    const chat = await world.chat();
    const ann = `ann-${row.way}`;
    const inTeams = (tenant: string, user: string) => ({
      channelId: 'msteams',
      channelData: { tenant: { id: tenant } },
      from: { id: user, aadObjectId: user, name: 'Ann' },
    });
    const first = inTeams('t1', ann);
    const asked = await chat.post({ type: 'message', text: row.action.say, ...first });
    const value = { ...cardDataOn(asked), ...row.fields(world.sandbox) };
    expect(textsOf(await chat.post({ type: 'message', value, ...first }))).toMatch(row.action.answer);
    const others = [
      inTeams('t2', ann),
      inTeams('', ann),
      inTeams('t1', ann.toUpperCase()),
      inTeams('', `t1/${ann.length}:${ann}`),
      inTeams(`t1/${ann.length}:${ann}`, 'ann'),
      { ...first, channelId: 'slack' },
    ];
    for (const other of others) {
      const heard = textsOf(await chat.post({ type: 'message', text: row.second.say, ...other }));
      expect(heard, JSON.stringify(other)).not.toMatch(row.second.answer);
    }
    expect(textsOf(await chat.post({ type: 'message', text: row.second.say, ...first }))).toMatch(row.second.answer);
  });
});

import { describe, expect, it } from 'vitest';
import { textOf, textsOf } from './chat-person.ts';
import { connected, finish, goToCode, promptLength, startJourney } from './journey.ts';
import { oneOfEachWay, type RowByLink, rows, rowsByLink, rowsOf, rowsThatRevoke } from './rows.ts';
import type { World } from './world.ts';
import { openWorlds } from './worlds.ts';

let world: World;
const enter = openWorlds((entered) => {
  world = entered;
});

const seconds = (count: number) => count * 1000;
const minutes = (count: number) => seconds(60 * count);
const routeOf = (counter: string) => counter.replace(/^\S+ /, '');
const refreshes = (row: RowByLink) => world.count(`${row.tokenRoute} refresh_token`);
const kept = (product: string) => `${product} isn't answering right now. Your connection is kept.`;

const expiring = rowsByLink('J14').filter(({ tokenLife }) => tokenLife !== undefined);

describe.each(expiring)('$name', (row) => {
  enter(row);

  it('J14 an expired token is renewed once, however many conversations and instances ask at once', async () => {
    const { chat } = await connected(world, row);
    const other = await world.secondInstance();
    const rooms = await Promise.all(
      Array.from({ length: 6 }, (_, index) => world.chat(chat.user, `${chat.user}-room-${index}`)),
    );
    world.advance(row.tokenLife ?? 0);
    const heard = await Promise.all([
      chat.say(row.second.say),
      ...rooms.map((room, index) =>
        room.post({ type: 'message', text: row.second.say }, index % 2 === 0 ? world.url : other.url),
      ),
    ]);
    for (const each of heard) expect(textsOf(each)).toMatch(row.second.answer);
    expect(refreshes(row)).toBe(1);
    expect(world.count(row.second.route)).toBe(7);
  });

  it('J14 a token that is still good is not renewed, however its life is told', async () => {
    const { chat } = await connected(world, row);
    world.advance((row.tokenLife ?? 0) / 2);
    for (let asked = 0; asked < 3; asked += 1) {
      expect(textsOf(await chat.say(row.second.say))).toMatch(row.second.answer);
    }
    expect(refreshes(row)).toBe(0);
  });

  it('J14 the renewed token is the one that the next process uses', async () => {
    const { chat } = await connected(world, row);
    for (let renewal = 0; renewal < 3; renewal += 1) {
      world.advance(row.tokenLife ?? 0);
      await world.restart();
      expect(textsOf(await chat.say(row.second.say))).toMatch(row.second.answer);
      expect(textsOf(await chat.say(row.second.say))).toMatch(row.second.answer);
      // the products' counters begin anew with the process
      expect(refreshes(row)).toBe(1);
    }
  });

  it('J14 a token that the product ends before its time is renewed once, and nobody notices', async () => {
    const { chat } = await connected(world, row);
    world.sandbox.control.advance(row.tokenLife ?? 0);
    expect(textsOf(await chat.say(row.second.say))).toMatch(row.second.answer);
    expect(refreshes(row)).toBe(1);
    expect(world.count(row.second.route)).toBe(2);
  });

  it.each(['server_error', 'lost'] as const)(
    'J14 when the token endpoint answers with %s the connection is kept, and it is left in peace for a while (E7)',
    async (kind) => {
      const { chat } = await connected(world, row);
      world.advance(row.tokenLife ?? 0);
      world.sandbox.control.failNext(row.integration, { kind, route: routeOf(row.tokenRoute) });
      for (let asked = 0; asked < 3; asked += 1) {
        expect(textsOf(await chat.say(asked === 0 ? row.second.say : 'retry'))).toContain(kept(row.product));
      }
      expect(refreshes(row)).toBe(1);
      expect(world.count(row.second.route)).toBe(0);
      world.advance(seconds(31));
      const heard = textsOf(await chat.say('retry'));
      // a refresh token that was used up by the answer that got lost
      const dead = kind === 'lost' && row.lostRenewal === 'dead';
      if (dead) expect(heard).toContain(`Your connection to ${row.product} has ended.`);
      else expect(heard).toMatch(row.second.answer);
      expect(refreshes(row)).toBe(2);
    },
  );

  it('J14 J15 a renewal that is refused for good asks once, and goes on afterwards (E8)', async () => {
    const { chat, browser } = await connected(world, row);
    world.advance(row.tokenLife ?? 0);
    row.revoke(world.sandbox);
    const again = await startJourney(world, row, { chat, browser });
    expect(again.asked).toHaveLength(promptLength(row));
    expect(textOf(again.asked[0])).toBe(
      `Your connection to ${row.product} has ended. Please connect again, so that I can ${row.purpose}.`,
    );
    expect(refreshes(row)).toBe(1);
    await finish(again);
    expect(refreshes(row)).toBe(1);
    expect(textsOf(await chat.say('connections')).match(new RegExp(`${row.product}: `, 'g'))).toHaveLength(1);
  });
});

describe.each(rowsOf('J15'))('$name', (row) => {
  enter(row);

  it('J15 when the product refuses the credential the person is asked once, and it is never a loop (E8)', async () => {
    const { chat } = await connected(world, row);
    // what others left to be revoked is asked for now, and not while requests are counted
    await world.round();
    world.anew();
    await world.round();
    world.sandbox.control.reset();
    row.revoke(world.sandbox);
    const again = await startJourney(world, row, { chat });
    expect(again.asked).toHaveLength(promptLength(row));
    expect(textOf(again.asked[0])).toContain(`Your connection to ${row.product} has ended.`);
    const calls = world.sandbox.control.requests().length;
    expect(calls).toBeLessThanOrEqual(4);
    expect(textsOf(await chat.say(row.second.say))).toContain("I'll do this as soon as you have connected");
    expect(textsOf(await chat.say('connections'))).toContain('Needs to be connected again');
    expect(world.sandbox.control.requests()).toHaveLength(calls);
    await chat.say('cancel');
    await chat.say(row.second.say);
    expect(world.sandbox.control.requests()).toHaveLength(calls);
  });

  it('J15 connecting again makes one connection of it, which works', async () => {
    const { chat, browser } = await connected(world, row);
    row.revoke(world.sandbox);
    const again = await startJourney(world, row, { chat, browser });
    world.anew();
    await finish(again);
    expect(world.count(row.action.route)).toBe(1);
    const listed = textsOf(await chat.say('connections'));
    expect(listed.match(new RegExp(`${row.product}: `, 'g'))).toHaveLength(1);
    expect(listed).not.toContain('Needs to be connected again');
  });
});

describe.each(rowsOf('J16'))('$name', (row) => {
  enter(row);

  it('J16 disconnect removes exactly this connection, and says what became of it at the product (E16)', async () => {
    const other = rows.find(({ integration }) => integration !== row.integration);
    const { chat } = await connected(world, row);
    const neighbour = await connected(world, row);
    if (other !== undefined) await connected(world, other, { chat });
    expect(textsOf(await chat.say(`disconnect ${row.product.toLowerCase()}`))).toBe(row.disconnected);
    const left = textsOf(await chat.say('connections'));
    expect(left).not.toContain(`${row.product}: `);
    if (other !== undefined) {
      expect(left).toContain(`${other.product}: ${other.account}`);
      expect(textsOf(await chat.say(other.second.say))).toMatch(other.second.answer);
    }
    expect(textsOf(await neighbour.chat.say(row.second.say))).toMatch(row.second.answer);
    expect(textsOf(await chat.say(`disconnect ${row.integration}`))).toBe(`${row.product} is not connected.`);
    world.anew();
    expect(textsOf(await chat.say(row.action.say))).toContain(`I need access to your ${row.product} account`);
    expect(world.sandbox.control.requests()).toEqual([]);
  });

  it('J16 a disconnected connection stays away over a restart', async () => {
    const { chat } = await connected(world, row);
    await chat.say(`disconnect ${row.integration}`);
    await world.restart();
    expect(textsOf(await chat.say('connections'))).toBe('You have not connected anything yet.');
  });
});

describe.each(rowsThatRevoke('J16'))('$name', (row) => {
  enter(row);

  it('J16 disconnect ends the access at the product, and only this one (E16)', async () => {
    const { chat } = await connected(world, row);
    const first = world.memoryOf(row);
    const neighbour = await connected(world, row);
    const both = world.memoryOf(row);
    await chat.say(`disconnect ${row.integration}`);
    const left = world.memoryOf(row);
    expect(world.count(row.revocationRoute)).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(both.length);
    expect(first.filter((secret) => left.includes(secret)).length).toBeLessThan(first.length);
    const second = both.filter((secret) => !first.includes(secret));
    expect(second.filter((secret) => !left.includes(secret))).toEqual([]);
    world.advance(row.tokenLife ?? 0);
    expect(textsOf(await neighbour.chat.say(row.second.say))).toMatch(row.second.answer);
  });

  it.each(['server_error', 'lost'] as const)(
    'J16 a product that answers with %s is asked again, also by the next process, and the connection is gone at once',
    async (kind) => {
      const { chat } = await connected(world, row);
      world.sandbox.control.failNext(row.integration, { kind, route: routeOf(row.revocationRoute) });
      expect(textsOf(await chat.say(`disconnect ${row.integration}`))).toBe(
        `Removed here. ${row.product} couldn't be reached; I'll keep trying for 24 hours.`,
      );
      expect(textsOf(await chat.say('connections'))).toBe('You have not connected anything yet.');
      await world.restart();
      world.advance(minutes(2));
      await world.round();
      // the products' counters begin anew with the process
      const again = world.count(row.revocationRoute);
      expect(again).toBeGreaterThan(0);
      world.advance(minutes(60));
      await world.round();
      expect(world.count(row.revocationRoute)).toBe(again);
      await chat.hearsNothing();
    },
  );
});

describe.each(rowsOf('J19'))('$name', (row) => {
  enter(row);

  it.each(['server_error', 'lost'] as const)(
    'J19 a resume that fails with %s is visible in the chat and the log, and can be retried after a restart',
    async (kind) => {
      const journey = await startJourney(world, row);
      const noted = world.log.length;
      world.sandbox.control.failNext(row.integration, { kind, route: routeOf(row.action.route) });
      await expect(finish(journey)).rejects.toThrow();
      expect(textsOf(journey.heard)).toContain(`Connected to ${row.product} as`);
      if (kind === 'lost' && row.action.route.includes(' POST ')) {
        // it may have been done: nothing offers to do it again
        expect(textsOf(journey.heard)).not.toContain(kept(row.product));
        expect(textsOf(journey.heard)).not.toContain('*retry*');
        expect(textsOf(await journey.chat.say('retry'))).toContain('I did not get that');
        expect(world.count(row.action.route)).toBe(1);
        return;
      }
      expect(textsOf(journey.heard)).toContain(kept(row.product));
      expect(textsOf(journey.heard)).toContain('Say *retry* to try again.');
      expect(world.log.slice(noted).map(({ event }) => event)).toContain('action_failed');
      await world.restart();
      expect(textsOf(await journey.chat.say('retry'))).toMatch(row.action.answer);
      expect(textsOf(await journey.chat.say(row.second.say))).toMatch(row.second.answer);
    },
  );
});

describe.each(oneOfEachWay(rowsOf('J19')))('$name', (row) => {
  enter(row);

  it('J19 one of several that fails does not take the others with it, and can be retried', async () => {
    const journey = await startJourney(world, row);
    journey.asked = await journey.chat.say(row.second.say);
    world.sandbox.control.failNext(row.integration, { kind: 'server_error', route: routeOf(row.second.route) });
    await finish(journey);
    const failed = journey.heard.map(textOf).find((text) => text.includes(kept(row.product)));
    expect(failed).toBeDefined();
    expect(failed).toContain('Say *retry* to try again.');
    expect(textsOf(await journey.chat.say('retry'))).toMatch(row.second.answer);
    expect(world.count(row.second.route)).toBe(2);
  });

  it('J19 after the failure something else can be asked for', async () => {
    const journey = await startJourney(world, row);
    world.sandbox.control.failNext(row.integration, { kind: 'server_error', route: routeOf(row.action.route) });
    await expect(finish(journey)).rejects.toThrow();
    const [ask, ...answers] = row.piecemeal;
    await journey.chat.say(ask);
    let done = '';
    for (const answer of answers) done = textsOf(await journey.chat.say(answer));
    expect(done).not.toContain('I did not get that');
    expect(
      world.sandbox.control.requests().some(({ path, body }) => `${path}${body}`.includes(answers.at(-1) ?? '')),
    ).toBe(true);
    await journey.chat.hearsNothing();
  });
});

describe.each(rowsByLink('J19'))('$name', (row) => {
  enter(row);

  it('J19 a product that fails while it is being connected is told on the page and in the chat, and can be retried', async () => {
    const journey = await startJourney(world, row);
    world.sandbox.control.failNext(row.integration, { kind: 'server_error', route: routeOf(row.tokenRoute) });
    await expect(goToCode(journey)).rejects.toThrow();
    expect(textsOf(await journey.chat.hear())).toMatch(
      new RegExp(`^${row.product} isn't answering right now \\([0-9a-f]{10}\\)\\. Nothing was saved\\.`),
    );
    journey.asked = await journey.chat.say('retry');
    journey.steps = 0;
    await finish(journey);
    expect(world.count(row.action.route)).toBe(1);
  });
});

import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type PostgresProxy, startPostgresProxy } from '../stores/postgres-proxy.ts';
import { startTestPostgres, type TestDatabase, type TestPostgres } from '../stores/test-postgres.ts';
import { codeOn, type Page } from './browser-person.ts';
import { type ChatPerson, cardDataOn, linkOn, nameOf, textsOf } from './chat-person.ts';
import { callbackOf, connected, go, type Journey, pageOf, startJourney } from './journey.ts';
import { type Row, rowsByKey, rowsByLink } from './rows.ts';
import { sdk } from './sdk.ts';
import { openWorld, type World } from './world.ts';

let server: TestPostgres;
let database: TestDatabase;
let proxy: PostgresProxy;
let world: World;

beforeAll(async () => {
  server = await startTestPostgres();
}, 180_000);
afterAll(() => server?.stop());
beforeEach(async () => {
  database = await server.newDatabase();
  proxy = await startPostgresProxy(database.url);
  world = await openWorld({}, [], proxy.url);
}, 60_000);
afterEach(async () => {
  await world.close();
  await proxy.close();
  await database.drop();
}, 60_000);

/** So long does a person wait to hear that the database does not answer. Milliseconds. */
const PROMISED = 10_000;
const E12 = /Something went wrong on my side \((\w+)\)\./;

const [byLink] = rowsByLink('J4');
const byCard = rowsByKey('J4').find(({ way }) => way === 'card');
if (byLink === undefined || byCard === undefined) throw new Error('nobody to tell of');

interface Timed<T> {
  readonly outcome: T;
  /** Milliseconds. */
  readonly took: number;
}

async function timed<T>(work: Promise<T>): Promise<Timed<T>> {
  const began = performance.now();
  return { outcome: await work, took: performance.now() - began };
}

/** Hands it to the bot as a channel does, and waits for the end of the turn. */
async function turn({ user, conversation }: ChatPerson, activity: object): Promise<number> {
  const answer = await fetch(`${world.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: crypto.randomUUID(),
      channelId: 'webchat',
      serviceUrl: world.url,
      from: { id: user, name: nameOf(user) },
      recipient: { id: 'bot', name: 'Latchkey Demo', role: 'bot' },
      conversation: { id: conversation, isGroup: false, conversationType: 'personal' },
      ...activity,
    }),
  });
  return answer.status;
}

/** Whatever a person can be in the middle of, and what they do next. */
async function people() {
  const at = async (row: Row, step: Parameters<typeof go>[1]): Promise<Journey> => {
    const journey = await startJourney(world, row);
    await go(journey, step);
    return journey;
  };
  const typing = await at(byLink as Row, byLink?.site === undefined ? 'came back' : 'chose the site');
  const filling = await startJourney(world, byCard as Row);
  const cancelling = await startJourney(world, byCard as Row);
  const using = await connected(world, byCard as Row);
  const talking = await Promise.all(Array.from({ length: 20 }, () => world.chat()));
  const opening = await startJourney(world, byLink as Row);
  const pressing = await at(byLink as Row, 'opened the link');
  const returning = await at(byLink as Row, 'consented');
  const says = (chat: ChatPerson, text: string) => ({ chat, activity: { text } });
  const fields = byCard?.fields(world.sandbox) ?? {};
  return {
    turns: [
      says(typing.chat, codeOn(pageOf(typing))),
      { chat: filling.chat, activity: { value: { ...cardDataOn(filling.asked), ...fields } } },
      says(cancelling.chat, 'cancel'),
      says(using.chat, 'connections'),
      says((await connected(world, byCard as Row)).chat, byCard?.action.say ?? ''),
      ...talking.map((chat) => says(chat, byCard?.action.say ?? '')),
    ],
    pages: [
      () => opening.browser.get(linkOn(opening.asked)),
      () => pressing.browser.submit(pageOf(pressing)),
      () => returning.browser.get(callbackOf(returning)),
    ],
  };
}

describe('a PostgreSQL that hangs', () => {
  it('every turn ends within 10 seconds with the name of the fault, pages say so, and all goes on once it is back (E12)', async () => {
    const { turns, pages } = await people();
    proxy.hold();
    const [said, shown, ready, alive] = await Promise.all([
      Promise.all(turns.map(({ chat, activity }) => timed(turn(chat, activity)))),
      Promise.all(pages.map((look) => timed<Page>(look()))),
      timed(fetch(`${world.url}/readyz`)),
      timed(fetch(`${world.url}/healthz`)),
    ]);
    for (const { outcome, took } of said) {
      expect(outcome).toBe(200);
      expect(took).toBeLessThan(PROMISED);
    }
    for (const { outcome, took } of shown) {
      expect(outcome.status).toBe(503);
      expect(took).toBeLessThan(PROMISED);
    }
    expect(ready.outcome.status).toBe(503);
    expect(ready.took).toBeLessThan(3_000);
    expect(alive.outcome.status).toBe(200);
    proxy.release();
    await expect.poll(async () => (await fetch(`${world.url}/readyz`)).status).toBe(200);
    for (const { chat } of turns) {
      const [, ref] = E12.exec(textsOf(await chat.listen())) ?? [];
      const named = world.log.find((event) => event.event === 'turn_failed' && event.ref === ref);
      expect(named).toMatchObject({ error: expect.stringMatching(/^database: /) });
    }
    // the very code and the very key still count
    for (const { chat, activity } of turns.slice(0, 2)) {
      expect(textsOf(await chat.send({ type: 'message', ...activity }))).toContain('Connected to');
    }
    expect((await pages[2]?.())?.status).toBe(200);
  }, 90_000);

  // what holds a lock in the database is not the SDK's matter
  it.each(sdk === 'agents' ? [] : ['errands', 'authorizations', 'connections', 'botState'])(
    'every turn ends within 10 seconds while somebody has locked the table %s',
    async (table) => {
      const { turns } = await people();
      const other = new Client({ connectionString: database.url });
      await other.connect();
      await other.query(`begin; lock table "${table}" in access exclusive mode`);
      const said = await Promise.all(turns.map(({ chat, activity }) => timed(turn(chat, activity))));
      await other.query('rollback');
      await other.end();
      for (const { outcome, took } of said) {
        expect(outcome).toBe(200);
        expect(took).toBeLessThan(PROMISED);
      }
      for (const { chat } of turns) expect(textsOf(await chat.listen())).not.toBe('');
    },
    90_000,
  );
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../playground/config.ts';
import { type Playground, startPlayground } from '../../playground/start-playground.ts';
import { startTestPostgres, type TestDatabase, type TestPostgres } from '../stores/test-postgres.ts';
import { openBrowser } from './browser-person.ts';
import { openChat, textsOf } from './chat-person.ts';
import { callbackOf, finish, go, goToCode, type Stage, startJourney } from './journey.ts';
import { openBotWithSdk } from './open-bot.ts';
import { oneOfEachWay, rowsByLink, rowsWithBrowser } from './rows.ts';
import { type Instance, startInstance } from './second-instance.ts';

/**
 * Over SQLite everything between two requests to a product happens in one go, so that two of a process never meet. Over
 * PostgreSQL every step waits for its answer, and those who come at once do meet.
 */
let server: TestPostgres;
let database: TestDatabase;
let folder: string;
let first: Playground;
let second: Instance;
let stage: Stage;
let offset = 0;

beforeAll(async () => {
  server = await startTestPostgres();
  database = await server.newDatabase();
  folder = mkdtempSync(join(tmpdir(), 'latchkey-at-once-'));
  const settings = { logger: () => {}, now: () => Date.now() + offset };
  const config = { ...readConfig({ PORT: '0', LATCHKEY_STORE: database.url }), folder };
  first = await startPlayground(config, settings, openBotWithSdk);
  second = await startInstance(first, { ...settings, folder, store: database.url });
  let people = 0;
  stage = {
    sandbox: first.sandbox,
    chat: () => openChat(first.url, `person${++people}`),
    browser: () => openBrowser(),
  };
}, 180_000);
beforeEach(() => {
  offset += 61_000;
  first.sandbox.control.reset();
});
afterAll(async () => {
  await second?.close();
  await first?.close();
  rmSync(folder, { recursive: true, force: true });
  await server?.stop();
});

const count = (route: string) =>
  Object.entries(first.sandbox.control.counters())
    .filter(([name]) => name === route || name.startsWith(`${route} `))
    .reduce((sum, [, times]) => sum + times, 0);

const instances = () => [first.url, second.url];

describe.each(oneOfEachWay(rowsByLink('J5')))('$name', (row) => {
  it('J5 R7 20 callbacks that meet, at two instances, ask for one token, and the grant stays alive', async () => {
    const journey = await startJourney(stage, row);
    await go(journey, 'consented');
    const clients = Array.from({ length: 20 }, () => openBrowser());
    for (const [index, client] of clients.entries()) {
      client.share(journey.browser);
      client.through(first.url, instances()[index % 2] ?? '');
    }
    await Promise.all(clients.map((client) => client.get(callbackOf(journey))));
    expect(count(row.tokenRoute)).toBe(1);
    await go(journey, 'came back');
    await finish(journey);
    offset += row.tokenLife ?? 0;
    expect(textsOf(await journey.chat.say(row.second.say))).toMatch(row.second.answer);
  });

  it('J14 an expired token is renewed once by all who ask at two instances', async () => {
    const journey = await startJourney(stage, row);
    await finish(journey);
    offset += row.tokenLife ?? 0;
    const { user } = journey.chat;
    const rooms = await Promise.all(
      Array.from({ length: 8 }, (_, index) => openChat(first.url, user, `${user}-${index}`)),
    );
    const heard = await Promise.all(
      rooms.map((room, index) => room.post({ type: 'message', text: row.second.say }, instances()[index % 2])),
    );
    for (const each of heard) expect(textsOf(each)).toMatch(row.second.answer);
    expect(count(`${row.tokenRoute} refresh_token`)).toBe(1);
  });
});

describe.each(oneOfEachWay(rowsWithBrowser('J5')))('$name', (row) => {
  it('J5 R19 the code that two instances hear at once resumes once, again and again', async () => {
    for (let round = 0; round < 5; round += 1) {
      first.sandbox.control.reset();
      const journey = await startJourney(stage, row);
      const code = await goToCode(journey);
      const heard = await Promise.all(
        instances().map((instance) => journey.chat.post({ type: 'message', text: code }, instance)),
      );
      expect(textsOf(heard.flat())).toMatch(row.action.answer);
      expect(count(row.action.route)).toBe(1);
      offset += 61_000;
    }
  });

  it('R12 wrong codes that two instances hear at once are counted each', async () => {
    const journey = await startJourney(stage, row);
    const code = await goToCode(journey);
    const guesses = ['BBBB-BBBB', 'CCCC-CCCC', 'DDDD-DDDD'];
    await Promise.all(
      guesses.map((text, index) => journey.chat.post({ type: 'message', text }, instances()[index % 2])),
    );
    expect(textsOf(await journey.chat.say(code))).toMatch(/That code for \w+ no longer works/);
    expect(count(row.action.route)).toBe(0);
  });
});

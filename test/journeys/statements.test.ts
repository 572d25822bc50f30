import { defineAction, z } from 'latchkey';
import { github } from 'latchkey/integrations';
import { startSandbox } from 'latchkey/sandbox';
import { connectInBrowser, linkIn, startTestAuthorizer, wordsOf } from 'latchkey/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { COUNTED_EVERY } from '../../src/flows/errand-limits.ts';
import type * as DatabaseModule from '../../src/stores/database.ts';
import { type ErrandBot, openErrandBot } from './errand-bot.ts';
import { openSmallBot } from './small-bot.ts';

/** Every statement of a turn, but not the ends of transactions. */
const statements = vi.hoisted((): { seen: string[] } => ({ seen: [] }));
vi.mock('../../src/stores/database.ts', async (original) => {
  const real = await original<typeof DatabaseModule>();
  const counting = (database: DatabaseModule.Database): DatabaseModule.Database => ({
    ...database,
    all: (query) => database.all(noted(query)),
    first: (query) => database.first(noted(query)),
    changed: (query) => database.changed(noted(query)),
    transaction: (work) => database.transaction((inner) => work(counting(inner))),
  });
  const noted = <Query extends DatabaseModule.Query<unknown>>(query: Query): Query => {
    statements.seen.push('sql' in query ? query.sql : query.compile().sql);
    return query;
  };
  return {
    ...real,
    databaseOver: (...input: Parameters<typeof real.databaseOver>) => counting(real.databaseOver(...input)),
  };
});

const make = defineAction({
  id: 'acme.make',
  title: 'Make tea',
  purpose: 'make it',
  integration: 'acme',
  scopes: [],
  input: z.object({}),
  run: async () => 'tea',
  answer: (tea) => ({ title: `Made ${tea}` }),
});
const count = defineAction({ ...make, id: 'acme.count', title: 'Count them', effect: 'read' });

/** What the process does by itself meanwhile. */
const OF_THE_BACKGROUND =
  /"dueAt" <=|update "outbox"|select "id", "warnAt"|^delete|from "settings"|"latchkeyMigrations"|"facts"|"expiresAt" <=/;

let bot: ErrandBot;
beforeEach(async () => {
  bot = await openErrandBot({ actions: [make, count], with: 'dialogs' });
  // what the process does by itself at its start
  await bot.round();
});
afterEach(() => bot.close());

/** The beginnings of the statements that a turn takes. */
async function taken(turn: () => Promise<string>, answer: RegExp): Promise<readonly string[]> {
  statements.seen = [];
  expect(await turn()).toMatch(answer);
  return statements.seen
    .filter((sql) => !OF_THE_BACKGROUND.test(sql))
    .map((sql) => sql.trim().split(/\s+/).slice(0, 3).join(' ').replaceAll('"', ''));
}

it('a ready turn that reads is one read and no write, and one that writes has one write before and one after', async () => {
  await bot.say('Count them');
  await bot.connect();
  const reading = await taken(() => bot.say('Count them'), /Made tea/);
  expect(reading).toHaveLength(1);
  expect(reading[0]).toMatch(/^select/);
  const writing = await taken(() => bot.say('Make tea'), /Made tea/);
  expect(writing.map((sql) => sql.split(' ')[0])).toEqual(['select', 'insert', 'update']);
});

it('a ready turn never counts what is open, however many there are', async () => {
  await bot.say('Make tea');
  await bot.connect();
  for (let turn = 0; turn <= COUNTED_EVERY; turn += 1) {
    const writing = await taken(() => bot.say('Make tea'), /Made tea/);
    expect(writing.map((sql) => sql.split(' ')[0])).toEqual(['select', 'insert', 'update']);
  }
});

it('a bot without dialogs pays the same: what is open here is read with the connection', async () => {
  await bot.close();
  bot = await openErrandBot({ actions: [make, count], with: 'converse' });
  await bot.say('Count them');
  await bot.connect();
  await bot.round();
  const reading = await taken(() => bot.say('Count them'), /Made tea/);
  expect(reading).toHaveLength(1);
  expect(reading[0]).toMatch(/^select/);
  const writing = await taken(() => bot.say('Make tea'), /Made tea/);
  expect(writing.map((sql) => sql.split(' ')[0])).toEqual(['select', 'insert', 'update']);
});

it('a turn in which a key is typed takes at most 12 statements, with what comes after the answer', async () => {
  await bot.say('Make tea');
  const typed = await taken(() => bot.connect(), /Connected to Acme[\s\S]*Made tea/);
  expect(typed.length, typed.join('\n')).toBeLessThanOrEqual(12);
});

it('a turn in which a code is typed takes at most 12 statements, with what comes after the answer', async () => {
  const sandbox = await startSandbox();
  const { clientId, clientSecret } = sandbox.github;
  const system = { clientId, clientSecret };
  const integrations = [github({ system, personalToken: false, sandbox: sandbox.github })];
  const coffee = defineAction({ ...make, id: 'github.make', integration: 'github' });
  const authorizer = await startTestAuthorizer({ integrations, actions: [coffee] });
  const alice = openSmallBot(authorizer, (context) => authorizer.converse(context, { actions: [coffee] }));
  const code = await connectInBrowser(linkIn(await alice.say('Make tea')));
  await authorizer.sweep();
  await authorizer.deliver();
  const typed = await taken(async () => wordsOf(await alice.say(code)), /Connected to GitHub[\s\S]*Made tea/);
  expect(typed.length, typed.join('\n')).toBeLessThanOrEqual(12);
  await authorizer.close();
  await sandbox.close();
});

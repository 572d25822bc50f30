import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { connectionRows } from '../../src/stores/connection-rows.ts';
import type { Database } from '../../src/stores/database.ts';
import { openDatabase } from '../../src/stores/open-database.ts';
import { connectionRow } from '../contracts/rows.ts';
import { startTestPostgres, type TestDatabase, type TestPostgres } from './test-postgres.ts';

/** Statements that PostgreSQL keeps prepared, and what a pooler or an upgrade does to them. */
let server: TestPostgres;
let place: TestDatabase;
let database: Database;

beforeAll(async () => {
  server = await startTestPostgres();
}, 180_000);
afterAll(async () => {
  await server?.stop();
});
beforeEach(async () => {
  place = await server.newDatabase();
  // one connection, so that every statement meets the same session
  ({ database } = await openDatabase(`${place.url}${place.url.includes('?') ? '&' : '?'}pool_size=1`));
  await connectionRows(database).insert(connectionRow());
  return async () => {
    await database.close();
    await place.drop();
  };
});

const current = async () => (await connectionRows(database).current('ann', 'acme'))?.id;
const asked = (text: string) => database.all<Record<string, unknown>>(sql.raw(text).compile(database.build));
const prepared = async () =>
  (await asked(`select name from pg_prepared_statements where name like 'latchkey%'`)).map(({ name }) => String(name));

it('the read of every turn is planned once for each connection', async () => {
  for (let turn = 0; turn < 3; turn += 1) expect(await current()).toBe('c1');
  expect(await prepared()).toHaveLength(1);
});

it('where a pooler gives it a session in which it is not prepared, it is read all the same', async () => {
  expect(await current()).toBe('c1');
  await asked('deallocate all');
  expect(await current()).toBe('c1');
  // and nothing is prepared in such a place again
  expect(await prepared()).toEqual([]);
});

it('where a pooler gives it a session in which somebody has prepared it already, it is read all the same', async () => {
  expect(await current()).toBe('c1');
  const [name] = await prepared();
  const other = await openDatabase(`${place.url}${place.url.includes('?') ? '&' : '?'}pool_size=1`);
  await other.database.all(sql.raw(`prepare "${name}" as select 1`).compile(other.database.build));
  expect(await connectionRows(other.database).current('ann', 'acme')).toMatchObject({ id: 'c1' });
  await other.database.close();
});

it('where an upgrade changes the table under it, it is read all the same', async () => {
  expect(await current()).toBe('c1');
  await asked('alter table connections alter column status type varchar(40)');
  expect(await current()).toBe('c1');
  expect(await current()).toBe('c1');
});

import { createAuthorizer, silentLogger } from 'latchkey';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPostgres, type TestDatabase, type TestPostgres } from '../stores/test-postgres.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

let postgres: TestPostgres;
let target: TestDatabase;
let place: Workplace;
beforeAll(async () => {
  postgres = await startTestPostgres();
  target = await postgres.newDatabase();
  place = openWorkplace();
});
afterAll(async () => {
  place.close();
  await target.drop();
  await postgres.stop();
});

describe('migrate', () => {
  it('says from what to what, and that nothing is left to do the next time', async () => {
    expect(await place.json(['migrate'])).toEqual({
      engine: 'sqlite',
      from: null,
      to: expect.stringMatching(/^\d{4}_\w+$/),
    });
    expect((await place.run(['migrate'])).out).toMatch(/^SQLite: up to date at \d{4}_\w+\n$/);
  });

  it('copies everything to PostgreSQL, where the same keys go on', async () => {
    await place.run(['integrations', 'disable', 'jotform', '--yes']);
    const env = { NEW_STORE: target.url };
    const { tables } = (await place.json(['migrate', '--to', 'env:NEW_STORE'], { env })) as { tables: unknown };
    expect(tables).toContainEqual({ table: 'settings', rows: 1 });
    const there = await place.run(['integrations', 'list'], { env: { LATCHKEY_STORE: target.url } });
    expect(there.out).toMatch(/^jotform +configured/m);

    const again = await place.run(['migrate', '--to', 'env:NEW_STORE'], { env });
    expect(again).toMatchObject({ code: 2, problem: expect.stringContaining('has rows already') });
  });

  it('copies nothing while a bot works on either store', async () => {
    const empty = await postgres.newDatabase();
    const env = { NEW_STORE: empty.url };
    const copy = () => place.run(['migrate', '--to', 'env:NEW_STORE'], { env });
    const bot = (store: string) =>
      createAuthorizer({
        publicUrl: 'http://127.0.0.1:1',
        store,
        keys: place.keys,
        integrations: [],
        appId: 'app',
        logger: silentLogger,
      });

    const here = await bot(place.store);
    expect(await copy()).toMatchObject({
      code: 2,
      out: '',
      problem: expect.stringContaining('a bot works on the store copied from (1 process): stop it first'),
    });
    await here.close();

    const there = await bot(empty.url);
    const refused = await copy();
    expect(refused).toMatchObject({
      code: 2,
      problem: expect.stringContaining('a bot works on the store to copy to (1 process)'),
    });
    await there.close();

    // a closed bot is not at work, and has left its keys there
    expect((await copy()).problem).toContain('has rows already');
    await empty.drop();
  });

  it('copies nothing from a store that no bot has used, as in the wrong folder', async () => {
    const empty = await postgres.newDatabase();
    const env = { LATCHKEY_STORE: 'sqlite:elsewhere.db', NEW_STORE: empty.url };
    expect(await place.run(['migrate', '--to', 'env:NEW_STORE'], { env })).toMatchObject({
      code: 2,
      out: '',
      problem: expect.stringContaining('the store to copy from, LATCHKEY_STORE, was empty'),
    });
    await empty.drop();
  });

  it('copies no store onto itself', async () => {
    for (const to of [place.store, 'sqlite:./latchkey.db']) {
      const { code, problem } = await place.run(['migrate', '--to', to]);
      expect(code).toBe(2);
      expect(problem).toContain('the store to copy to is the store itself');
    }
  });

  it('says which of the two stores does not open', async () => {
    const { code, problem } = await place.run(['migrate', '--to', 'postgres://bot@127.0.0.1:1/bot']);
    expect(code).toBe(2);
    expect(problem).toContain('the store to copy to: the PostgreSQL server');
  });

  it('takes no password from the command line', async () => {
    for (const address of [
      'postgres://bot:hunter2hunter2@db/bot',
      'postgres://bot@db/bot?password=hunter2hunter2',
      'postgres://bot:hunter2hunter2#1@db/bot',
    ]) {
      const { code, out, problem } = await place.run(['migrate', '--to', address]);
      expect(code).toBe(2);
      expect(problem).toContain('--to env:NAME');
      expect(out + problem).not.toContain('hunter2hunter2');
    }
    expect((await place.run(['migrate', '--to', 'env:constructor'])).problem).toContain('constructor is empty');
    expect((await place.run(['migrate', '--to', 'env:NOTHING'])).problem).toContain('NOTHING is empty');
  });
});

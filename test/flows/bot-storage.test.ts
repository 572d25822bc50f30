import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConversationState, MemoryStorage, type Storage, TestAdapter, type TurnContext } from 'botbuilder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { botStorage } from '../../src/flows/bot-storage.ts';
import { startTestPostgres, type TestDatabase, type TestPostgres } from '../stores/test-postgres.ts';
import { openServices } from './operator/open-services.ts';

const KEYS = `k1:${Buffer.alloc(32, 1).toString('base64')}`;
const closing: (() => Promise<void>)[] = [];
let server: TestPostgres;
let postgres: TestDatabase;

beforeAll(async () => {
  server = await startTestPostgres();
  postgres = await server.newDatabase();
});
afterAll(async () => {
  for (const close of closing) await close();
  await postgres.drop();
  await server.stop();
});

const open = async (setting: string): Promise<Storage> => {
  const services = await openServices(setting, KEYS);
  closing.push(() => services.vault.close());
  return botStorage(services);
};

/** botbuilder's own one shows that these are its rules. */
describe.each([
  ['botbuilder’s MemoryStorage', async () => new MemoryStorage()],
  ['SQLite', () => open('sqlite::memory:')],
  ['PostgreSQL', () => open(postgres.url)],
])('%s', (_name, begin) => {
  let storage: Storage;
  beforeAll(async () => {
    storage = await begin();
  });

  const read = async (key: string) => (await storage.read([key]))[key];

  it('gives back what was written, with an eTag, and leaves out what is not there', async () => {
    const item = { text: 'Grüße "!', list: [1, { deep: null }], count: 7 };
    await storage.write({ made: item, 'a/key with | odd ? characters €': { a: 1 } });
    expect(await storage.read(['made', 'missing'])).toEqual({ made: { ...item, eTag: expect.any(String) } });
    expect(await read('a/key with | odd ? characters €')).toMatchObject({ a: 1 });
    expect(await storage.read([])).toEqual({});
  });

  it('gives a new eTag with each write', async () => {
    await storage.write({ tagged: { n: 1 } });
    const first = await read('tagged');
    await storage.write({ tagged: { ...first, n: 2 } });
    const second = await read('tagged');
    expect(second).toMatchObject({ n: 2 });
    expect(second.eTag).not.toBe(first.eTag);
  });

  it.each([['*'], [''], [undefined]])('writes over everything with the eTag %j', async (eTag) => {
    await storage.write({ over: { n: 1 } });
    await storage.write({ over: { n: 2, eTag } });
    expect(await read('over')).toMatchObject({ n: 2 });
  });

  it('refuses to write over what somebody else has changed meanwhile', async () => {
    await storage.write({ shared: { n: 1 } });
    const old = await read('shared');
    await storage.write({ shared: { ...old, n: 2 } });
    await expect(storage.write({ shared: { ...old, n: 3 } })).rejects.toThrow(
      'error writing "shared" due to eTag conflict',
    );
    expect(await read('shared')).toMatchObject({ n: 2 });
  });

  it('deletes, also what is not there', async () => {
    await storage.write({ gone: { n: 1 } });
    await storage.delete(['gone', 'never was']);
    expect(await read('gone')).toBeUndefined();
    await storage.write({ gone: { n: 2 } });
    expect(await read('gone')).toMatchObject({ n: 2 });
  });

  it('keeps what the state classes of the SDK keep', async () => {
    const state = new ConversationState(storage);
    const count = state.createProperty<number>('count');
    const adapter = new TestAdapter(async (context: TurnContext) => {
      const next = (await count.get(context, 0)) + 1;
      await count.set(context, next);
      await context.sendActivity(String(next));
      await state.saveChanges(context);
    });
    await adapter.send('a').assertReply('1').send('b').assertReply('2').send('c').assertReply('3').startTest();
  });
});

describe.each([
  ['SQLite', () => open('sqlite::memory:')],
  ['PostgreSQL', () => open(postgres.url)],
])('%s, and not every one of botbuilder’s', (_name, begin) => {
  it('refuses an item that somebody else has deleted meanwhile, as the one over blobs does', async () => {
    const storage = await begin();
    await storage.write({ deleted: { n: 1 } });
    const { deleted } = await storage.read(['deleted']);
    await storage.delete(['deleted']);
    await expect(storage.write({ deleted })).rejects.toThrow('eTag conflict');
  });

  it('writes all of a call or nothing', async () => {
    const storage = await begin();
    await storage.write({ one: { n: 1 }, two: { n: 1 } });
    const { one, two } = await storage.read(['one', 'two']);
    await storage.write({ two: { n: 2 } });
    await expect(storage.write({ one: { ...one, n: 3 }, two: { ...two, n: 3 } })).rejects.toThrow('eTag conflict');
    expect(await storage.read(['one', 'two'])).toMatchObject({ one: { n: 1 }, two: { n: 2 } });
  });

  it('of many who read the same, exactly one writes', async () => {
    const storage = await begin();
    await storage.write({ raced: { n: 0 } });
    const { raced } = await storage.read(['raced']);
    const writers = Array.from({ length: 12 }, (_, n) => storage.write({ raced: { ...raced, n } }));
    const outcomes = await Promise.allSettled(writers);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

it('neither the words nor the keys can be read in the database', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-bot-storage-'));
  const storage = await open(`sqlite:${join(folder, 'latchkey.db')}`);
  await storage.write({ 'msteams/conversations/c4nary-person': { said: 'c4nary-words' } });
  await closing.pop()?.();
  expect(readFileSync(join(folder, 'latchkey.db')).includes('botState')).toBe(true);
  for (const file of readdirSync(folder)) expect(readFileSync(join(folder, file)).includes('c4nary')).toBe(false);
  rmSync(folder, { recursive: true });
});

it('a key that every object has is a key like any other', async () => {
  const storage = await open('sqlite::memory:');
  const item = Object.fromEntries([['__proto__', { polluted: true }]]);
  await storage.write(item);
  const found = await storage.read(['__proto__', 'constructor']);
  expect(Object.entries(found)).toEqual([['__proto__', { polluted: true, eTag: expect.any(String) }]]);
  expect('polluted' in found).toBe(false);
});

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Signal } from '../../src/model/signal.ts';
import { openStore } from '../../src/stores/open-store.ts';
import type { Store } from '../../src/stores/store.ts';
import { connectionRow, errandRow, outboxRow } from '../contracts/rows.ts';
import { startTestPostgres, type TestPostgres } from './test-postgres.ts';

/** What a process on PostgreSQL hears of the others, and when. */
let server: TestPostgres;
beforeAll(async () => {
  server = await startTestPostgres();
}, 180_000);
afterAll(async () => {
  await server?.stop();
});

let store: Store;
let heard: Signal[];
beforeEach(async () => {
  const { url, drop } = await server.newDatabase();
  store = await openStore(url);
  const other = await openStore(url);
  heard = [];
  const stop = await other.listen((signal) => void heard.push(signal));
  await expect.poll(() => heard).toEqual([{ kind: 'all' }]);
  return async () => {
    await stop();
    await other.close();
    await store.close();
    await drop();
  };
});

/** All that was heard up to a signal that is sent last. */
async function heardUntilNow(): Promise<readonly Signal[]> {
  await store.connections.insert(connectionRow({ id: 'last', ownerKey: 'zoe', leaseOwner: 'me' }));
  await store.connections.release('last', 'me', null);
  const last = { kind: 'renewed', connection: 'last' };
  await expect.poll(() => heard).toContainEqual(last);
  return heard.slice(1, -1);
}

it('a renewal that is over is told with its connection', async () => {
  await store.connections.insert(connectionRow());
  await store.connections.lease('c1', 1, 'me', 0, 1000);
  await store.connections.swapLeased(connectionRow({ version: 2 }), 'me');
  await store.connections.swap(connectionRow({ version: 3 }));
  expect(await heardUntilNow()).toEqual([{ kind: 'renewed', connection: 'c1' }]);
});

it('what waits in the outbox is told, and an errand once it is due, but not what is due later', async () => {
  await store.errands.insert(errandRow({ id: 'e1', dueAt: Date.now() + 60_000 }));
  await store.errands.insert(errandRow({ id: 'e2', begunBy: 'another', dueAt: null }));
  expect(await heardUntilNow()).toEqual([]);
  heard = [{ kind: 'all' }];
  await store.errands.swap(1, errandRow({ id: 'e1', version: 2, dueAt: Date.now() }));
  await store.outbox.enqueue(outboxRow());
  await expect.poll(() => heard).toEqual([{ kind: 'all' }, { kind: 'due' }, { kind: 'due' }]);
});

it('what is rolled back is not told', async () => {
  const rolledBack = store.transaction(async (inner) => {
    await inner.outbox.enqueue(outboxRow());
    throw new Error('rolled back');
  });
  await expect(rolledBack).rejects.toThrow('rolled back');
  expect(await heardUntilNow()).toEqual([]);
});

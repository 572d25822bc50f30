import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StoreUnavailableError } from '../../src/errors.ts';
import { ownerKey, sourceOf } from '../../src/model/owner.ts';
import { outsideTransaction } from '../../src/stores/inside-transaction.ts';
import { openStore } from '../../src/stores/open-store.ts';
import type { AuditQuery, Store } from '../../src/stores/store.ts';
import { authorizationRow, botStateRow, connectionRow, errandRow, outboxRow, sessionRow, settingRow } from './rows.ts';

/** A new, empty place for a store. */
export interface Place {
  readonly setting: string;
  wipe(): Promise<void>;
}

/** What every store must do. */
export function storeContract(name: string, newPlace: () => Promise<Place>): void {
  describe(`${name} keeps the store contract`, () => {
    let place: Place;
    let store: Store;

    beforeEach(async () => {
      place = await newPlace();
      store = await openStore(place.setting);
    });

    afterEach(async () => {
      await store.close();
      await place.wipe();
    });

    describe('authorizations', () => {
      test('come back as they were written', async () => {
        const sealed = Uint8Array.from({ length: 256 }, (_, byte) => byte);
        const row = authorizationRow({ stateHash: 'state', createdAt: 2 ** 45, ownerKey: 'ä/🙂/%_\'"', sealed });
        await store.authorizations.insert(row, 'source');
        const read = await store.authorizations.byId('a1');
        expect({ ...read, sealed: Uint8Array.from(read?.sealed ?? []) }).toEqual(row);
        expect(await store.authorizations.byLinkHash('link of a1')).toEqual(read);
        expect(await store.authorizations.byStateHash('state')).toEqual(read);
      });

      test('are undefined where there is none', async () => {
        await store.authorizations.insert(authorizationRow(), 'source');
        expect(await store.authorizations.byId('a2')).toBeUndefined();
        expect(await store.authorizations.byLinkHash('state')).toBeUndefined();
        expect(await store.authorizations.byStateHash('link of a1')).toBeUndefined();
      });

      test('of an owner are the open ones, oldest first', async () => {
        await store.authorizations.insert(authorizationRow({ id: 'younger', createdAt: 2 }), 'source');
        await store.authorizations.insert(authorizationRow({ id: 'older', createdAt: 1 }), 'source');
        await store.authorizations.insert(authorizationRow({ id: 'ended', open: 0 }), 'source');
        await store.authorizations.insert(authorizationRow({ id: "another's", ownerKey: 'bob' }), 'source');
        expect(idsOf(await store.authorizations.openOf('ann'))).toEqual(['older', 'younger']);
        expect(idsOf(await store.authorizations.openOf('bob'))).toEqual(["another's"]);
        expect(await store.authorizations.countOpen()).toBe(3);
      });

      test('hold a slot until they end, or give it up for the next', async () => {
        const { authorizations } = store;
        expect(await authorizations.begin(authorizationRow({ id: 'a1' }), 'source', 'ann at acme')).toBe(true);
        const next = authorizationRow({ id: 'a2', linkHash: 'l2', stateHash: 's2' });
        expect(await authorizations.begin(next, 'source', 'ann at acme')).toBe(false);
        expect(await authorizations.byId('a2')).toBeUndefined();
        expect(await authorizations.begin(next, 'source', 'ann at acme', 'a1')).toBe(true);
        const third = authorizationRow({ id: 'a3', linkHash: 'l3', stateHash: 's3' });
        expect(await authorizations.begin(third, 'source', 'ann at acme', 'a1')).toBe(false);
        expect(await authorizations.begin(third, 'source', 'ann at others')).toBe(true);
        const begun = await authorizations.byId('a2');
        expect({ ...begun, sealed: Uint8Array.from(begun?.sealed ?? []) }).toEqual(next);
        expect(await authorizations.swap(next, { ...next, version: 2, status: 'cancelled', open: 0 })).toBe(true);
        const last = authorizationRow({ id: 'a4', linkHash: 'l4', stateHash: 's4' });
        expect(await authorizations.begin(last, 'source', 'ann at acme')).toBe(true);
      });

      test('move once from one version to the next', async () => {
        const first = authorizationRow();
        await store.authorizations.insert(first, 'source');
        const next = authorizationRow({ version: 2, status: 'redirected', stateHash: 'state', updatedAt: 200 });
        expect(await store.authorizations.swap(first, next)).toBe(true);
        expect(await store.authorizations.swap(first, { ...next, status: 'claimed' })).toBe(false);
        expect(await store.authorizations.swap({ ...next, version: 3 }, { ...next, version: 4 })).toBe(false);
        const nobody = { ...next, id: 'nobody' };
        expect(await store.authorizations.swap(nobody, { ...nobody, version: 3 })).toBe(false);
        expect(await store.authorizations.byId('a1')).toEqual({ ...next, sealed: expect.anything() });
      });

      test('change in all that may change, and in nothing else', async () => {
        const first = authorizationRow();
        await store.authorizations.insert(first, 'source');
        const changed = {
          version: 2,
          status: 'failed',
          open: 0,
          linkHash: 'another link',
          stateHash: 'state',
          updatedAt: 200,
          expiresAt: 900,
          keyId: 'k2',
          sealed: new Uint8Array([9, 9]),
        } as const;
        const fixed = { ownerKey: 'bob', conversationKey: 'elsewhere', integration: 'zendesk', createdAt: 7 };
        expect(await store.authorizations.swap(first, { ...first, ...changed, ...fixed })).toBe(true);
        const { sealed, ...stored } = (await store.authorizations.byId('a1')) ?? {};
        const { sealed: written, ...rest } = { ...first, ...changed };
        expect(stored).toEqual(rest);
        expect([...(sealed ?? [])]).toEqual([...written]);
        expect(await store.authorizations.byLinkHash('link of a1')).toBeUndefined();
        expect((await store.authorizations.byLinkHash('another link'))?.id).toBe('a1');
      });

      test('are due when expired or stuck in the exchange', async () => {
        const rows = [
          authorizationRow({ id: 'fresh', expiresAt: 501 }),
          authorizationRow({ id: 'expired', expiresAt: 500, createdAt: 3 }),
          authorizationRow({ id: 'stuck', status: 'exchanging', updatedAt: 199, createdAt: 2 }),
          authorizationRow({ id: 'exchanging', status: 'exchanging', updatedAt: 200 }),
          authorizationRow({ id: 'waiting long', updatedAt: 1 }),
          authorizationRow({ id: 'ended', open: 0, expiresAt: 1 }),
        ];
        for (const row of rows) await store.authorizations.insert(row, 'source');
        expect(idsOf(await store.authorizations.due(500, 200, 10))).toEqual(['stuck', 'expired']);
        expect(idsOf(await store.authorizations.due(500, 200, 1))).toEqual(['stuck']);
      });

      test('that are open are listed, whoever owns them, newest first', async () => {
        await store.authorizations.insert(authorizationRow({ id: 'older', createdAt: 1 }), 'source');
        await store.authorizations.insert(authorizationRow({ id: 'younger', createdAt: 2, ownerKey: 'bob' }), 'source');
        await store.authorizations.insert(authorizationRow({ id: 'ended', createdAt: 3, open: 0 }), 'source');
        expect(idsOf(await store.authorizations.listOpen(10))).toEqual(['younger', 'older']);
        expect(idsOf(await store.authorizations.listOpen(1))).toEqual(['younger']);
      });

      test('begun since a time are listed by owner, ended or not, newest first', async () => {
        for (const [id, createdAt] of Object.entries({ before: 99, first: 100, second: 101 }))
          await store.authorizations.insert(authorizationRow({ id, createdAt, ownerKey: 'ann', open: 0 }), 'source');
        await store.authorizations.insert(authorizationRow({ id: 'other', createdAt: 101, ownerKey: 'bob' }), 'source');
        expect(idsOf(await store.authorizations.begunOf('ann', 100, 10))).toEqual(['second', 'first']);
        expect(idsOf(await store.authorizations.begunOf('ann', 100, 1))).toEqual(['second']);
      });

      test('take places of their source while they are open', async () => {
        const { authorizations } = store;
        const rows = [
          authorizationRow({ id: 'claimed', status: 'claimed', expiresAt: 501 }),
          authorizationRow({ id: 'later', expiresAt: 503, ownerKey: 'bob' }),
          authorizationRow({ id: 'sooner', expiresAt: 502 }),
          authorizationRow({ id: 'expired', expiresAt: 500 }),
          authorizationRow({ id: 'ended', expiresAt: 501, open: 0 }),
        ];
        for (const row of rows) await authorizations.insert(row, 'crowd');
        await authorizations.begin(authorizationRow({ id: 'elsewhere', expiresAt: 501 }), 'crowded', 'a slot');
        expect(await authorizations.isFull('crowd', 500, 3)).toBe(true);
        expect(await authorizations.isFull('crowd', 500, 4)).toBe(false);
        expect(await authorizations.isFull('crowded', 500, 1)).toBe(true);
        expect(await authorizations.isFull('nobody', 500, 1)).toBe(false);
        expect((await authorizations.oldestNewFrom('crowd', 500))?.id).toBe('sooner');
        expect((await authorizations.oldestNewFrom('crowd', 502))?.id).toBe('later');
        expect(await authorizations.oldestNewFrom('nobody', 500)).toBeUndefined();
      });

      test('are swept when ended long ago, the oldest first', async () => {
        await store.authorizations.insert(authorizationRow({ id: 'open', updatedAt: 1 }), 'source');
        await store.authorizations.insert(authorizationRow({ id: 'old', open: 0, updatedAt: 2 }), 'source');
        await store.authorizations.insert(authorizationRow({ id: 'older', open: 0, updatedAt: 1 }), 'source');
        await store.authorizations.insert(authorizationRow({ id: 'recent', open: 0, updatedAt: 100 }), 'source');
        expect(await store.authorizations.sweepEnded(100, 1)).toBe(1);
        expect(await store.authorizations.byId('older')).toBeUndefined();
        expect(await store.authorizations.sweepEnded(100, 10)).toBe(1);
        expect(await store.authorizations.byId('old')).toBeUndefined();
        expect(await store.authorizations.byId('open')).toBeDefined();
        expect(await store.authorizations.byId('recent')).toBeDefined();
      });
    });

    describe('what belongs to an owner', () => {
      test('is removed, and nothing of anybody else', async () => {
        for (const ownerKey of ['ann', 'ann2', 'bob']) {
          await store.authorizations.insert(authorizationRow({ id: `open of ${ownerKey}`, ownerKey }), 'source');
          await store.authorizations.insert(
            authorizationRow({ id: `ended of ${ownerKey}`, ownerKey, open: 0 }),
            'source',
          );
          await store.connections.insert(connectionRow({ id: `c1 of ${ownerKey}`, ownerKey }));
          await store.connections.insert(connectionRow({ id: `c2 of ${ownerKey}`, ownerKey, accountKey: '2' }));
          await store.errands.insert(errandRow({ id: `errand of ${ownerKey}`, ownerKey }));
        }
        const attempts = await store.authorizations.removeOf('ann');
        expect(attempts.map(({ id }) => id).toSorted()).toEqual(['ended of ann', 'open of ann']);
        expect(await store.errands.removeOf('ann')).toBe(1);
        expect(await store.errands.removeOf('ann')).toBe(0);
        expect(await store.errands.byId('errand of bob')).toBeDefined();
        const connections = await store.connections.removeOf('ann');
        expect(connections.map(({ id }) => id).toSorted()).toEqual(['c1 of ann', 'c2 of ann']);
        expect(await store.authorizations.removeOf('ann')).toEqual([]);
        expect(await store.connections.removeOf('ann')).toEqual([]);
        expect(await store.sealed.count()).toEqual(new Map([['k1', 10]]));
      });
    });

    test.each(['authorizations', 'connections'] as const)(
      'what is held of the %s of an owner is deleted after the transaction',
      async (table) => {
        await store.authorizations.insert(authorizationRow({ open: 0 }), 'source');
        await store.connections.insert(connectionRow());
        expect(await store[table].hold('nobody')).toBe(false);
        const order: string[] = [];
        const { removed } = await store.transaction(async (inner) => {
          expect(await inner[table].hold('ann')).toBe(true);
          const removing = outsideTransaction(() => store[table].removeOf('ann'));
          await inner.outbox.enqueue(outboxRow());
          order.push('written');
          return { removed: removing.then(() => order.push('removed')) };
        });
        await removed;
        expect(order).toEqual(['written', 'removed']);
        expect(await store[table].hold('ann')).toBe(false);
      },
    );

    describe('connections', () => {
      const idOfCurrent = async () => (await store.connections.current('ann', 'acme'))?.id;

      test('come back as they were written', async () => {
        const row = connectionRow({ leaseOwner: 'me', leaseUntil: 2 ** 45, expiresAt: 2 ** 45, isDefault: 1 });
        expect(await store.connections.insert(row)).toBe(true);
        const read = await store.connections.byId('c1');
        expect({ ...read, sealed: Uint8Array.from(read?.sealed ?? []) }).toEqual(row);
        const { id, version, status, expiresAt, updatedAt, sealed } = read ?? row;
        const used = { id, version, status, expiresAt, updatedAt, sealed };
        expect(await store.connections.current('ann', 'acme')).toEqual(used);
        expect(await store.connections.at('ann', 'acme')).toEqual([read]);
      });

      test('to use are the newest one until another one is the default', async () => {
        await store.connections.insert(connectionRow({ id: 'old', accountKey: '1', createdAt: 1 }));
        await store.connections.insert(connectionRow({ id: 'new', accountKey: '2', createdAt: 3 }));
        await store.connections.insert(connectionRow({ id: 'middle', accountKey: '3', createdAt: 2 }));
        await store.connections.insert(connectionRow({ id: 'other', integration: 'other', createdAt: 9 }));
        await store.connections.insert(connectionRow({ id: "another's", ownerKey: 'bob', createdAt: 9 }));
        expect(await idOfCurrent()).toBe('new');
        await store.connections.makeDefault('ann', 'acme', 'old');
        expect(await idOfCurrent()).toBe('old');
        await store.connections.makeDefault('ann', 'acme', 'middle');
        expect(await idOfCurrent()).toBe('middle');
        await store.connections.remove('middle');
        expect(await idOfCurrent()).toBe('new');
        expect(await store.connections.current('ann', 'nothing')).toBeUndefined();
      });

      test('finds the current one with the setting of its integration in one read, and the setting alone', async () => {
        expect(await store.connections.currentDecided('ann', 'acme', 'setup')).toBeUndefined();
        const setting = settingRow({ id: 'acme' });
        await store.settings.insert(setting);
        await store.settings.insert(settingRow({ id: 'other' }));
        await store.settings.insert(settingRow({ id: 'acme', kind: 'profile' }));
        const alone = await store.connections.currentDecided('ann', 'acme', 'setup');
        expect(alone).toEqual({ setting: await store.settings.byId('setup', 'acme'), connection: undefined });
        await store.connections.insert(connectionRow({ id: 'older', accountKey: 'x', createdAt: 1 }));
        await store.connections.insert(connectionRow({ id: 'newer', accountKey: 'y', createdAt: 2 }));
        await store.connections.insert(connectionRow({ id: 'another', ownerKey: 'bea', createdAt: 3 }));
        await store.connections.insert(connectionRow({ id: 'elsewhere', integration: 'other', createdAt: 3 }));
        const both = await store.connections.currentDecided('ann', 'acme', 'setup');
        expect(both?.setting).toEqual(alone?.setting);
        expect(both?.connection).toMatchObject((await store.connections.current('ann', 'acme')) ?? {});
        expect(both?.connection?.id).toBe('newer');
      });

      test('of an owner are listed by integration and age', async () => {
        await store.connections.insert(connectionRow({ id: 'z', integration: 'z', createdAt: 1 }));
        await store.connections.insert(connectionRow({ id: 'a2', integration: 'a', accountKey: '2', createdAt: 3 }));
        await store.connections.insert(connectionRow({ id: 'a1', integration: 'a', accountKey: '1', createdAt: 2 }));
        await store.connections.insert(connectionRow({ id: 'B', integration: 'B', createdAt: 9 }));
        await store.connections.insert(connectionRow({ id: "another's", ownerKey: 'bob' }));
        // in byte order, so that both databases agree
        expect(idsOf(await store.connections.list('ann'))).toEqual(['B', 'a1', 'a2', 'z']);
      });

      test('refuse at once to be asked beside the transaction under way', async () => {
        const beside: (() => Promise<unknown>)[] = [
          () => store.connections.byId('c1'),
          () => store.connections.insert(connectionRow()),
          () => store.transaction(async (inner) => inner.connections.byId('c1')),
        ];
        for (const ask of beside) {
          await expect(store.transaction(ask)).rejects.toThrow('a query outside the open transaction');
        }
        // also after something else was awaited in it, and not when it is over
        const later = await store.transaction(async (inner) => {
          await inner.connections.insert(connectionRow());
          return { ask: () => store.connections.byId('c1') };
        });
        expect(await later.ask()).toMatchObject({ id: 'c1' });
        expect(
          await store.transaction((inner) => inner.transaction((same) => same.connections.byId('c1'))),
        ).toMatchObject({ id: 'c1' });
      });

      test('of everybody are found by the account that they share, at whichever site', async () => {
        const at = (id: string, accountKey: string, integration = 'acme') =>
          store.connections.insert(connectionRow({ id, ownerKey: id, accountKey, integration }));
        await at('c1', '/0:/2:42/0:');
        await at('c2', '/0:/2:42/2:s1');
        await at('c3', '/0:/3:421/0:');
        await at('c4', '/2:eu/2:42/0:');
        await at('c5', '/0:/2:42/0:', 'other');
        const found = await store.connections.listAccount('acme', '/0:/2:42');
        expect(idsOf(found)).toEqual(['c1', 'c2']);
        expect(found.every((row) => !('sealed' in row))).toBe(true);
      });

      test('of everybody are listed page by page, without what is sealed', async () => {
        const { sealed: _, ...listed } = connectionRow({ id: 'c1' });
        await store.connections.insert(connectionRow({ id: 'c3', ownerKey: 'bob' }));
        await store.connections.insert(connectionRow({ id: 'c1' }));
        await store.connections.insert(connectionRow({ id: 'c2', integration: 'other' }));
        expect(await store.connections.listAll({ limit: 1 })).toEqual([listed]);
        expect(idsOf(await store.connections.listAll({ limit: 2 }))).toEqual(['c1', 'c2']);
        expect(idsOf(await store.connections.listAll({ limit: 2, after: 'c2' }))).toEqual(['c3']);
        expect(idsOf(await store.connections.listAll({ limit: 9, integration: 'acme' }))).toEqual(['c1', 'c3']);
        expect(idsOf(await store.connections.listAll({ limit: 9, integration: 'acme', after: 'c1' }))).toEqual(['c3']);
        expect(await store.connections.listAll({ limit: 9, integration: 'none' })).toEqual([]);
      });

      test('exist once for an owner, integration and account', async () => {
        expect(await store.connections.insert(connectionRow())).toBe(true);
        expect(await store.connections.insert(connectionRow({ id: 'c2' }))).toBe(false);
        expect(await store.connections.byId('c2')).toBeUndefined();
        expect(await store.connections.insert(connectionRow({ id: 'c3', accountKey: 'other' }))).toBe(true);
      });

      test('move once from one version to the next and stay who they are', async () => {
        await store.connections.insert(connectionRow({ isDefault: 1 }));
        const next = connectionRow({
          version: 2,
          status: 'needs_reauth',
          details: '{"a":1}',
          keyId: 'k2',
          createdAt: 5,
        });
        expect(await store.connections.swap(next)).toBe(true);
        expect(await store.connections.swap(next)).toBe(false);
        const read = await store.connections.byId('c1');
        expect(read).toMatchObject({ version: 2, status: 'needs_reauth', details: '{"a":1}', keyId: 'k2' });
        expect(read).toMatchObject({ isDefault: 1, createdAt: 100 });
      });

      test('are renewed by one at a time', async () => {
        await store.connections.insert(connectionRow());
        expect(await store.connections.lease('c1', 2, 'me', 0, 30)).toBe(false);
        expect(await store.connections.lease('c1', 1, 'me', 0, 30)).toBe(true);
        expect(await store.connections.lease('c1', 1, 'other', 29, 60)).toBe(false);
        expect(await store.connections.swapLeased(connectionRow({ version: 2 }), 'other')).toBe(false);
        expect(await store.connections.swapLeased(connectionRow({ version: 2 }), 'me')).toBe(true);
        expect(await store.connections.byId('c1')).toMatchObject({ version: 2, leaseOwner: null, leaseUntil: null });
        expect(await store.connections.lease('c1', 2, 'other', 29, 60)).toBe(true);
      });

      test('are free again when a lease ran out, and its holder is fenced', async () => {
        await store.connections.insert(connectionRow());
        await store.connections.lease('c1', 1, 'slow', 0, 30);
        expect(await store.connections.lease('c1', 1, 'next', 30, 60)).toBe(true);
        expect(await store.connections.swapLeased(connectionRow({ version: 2 }), 'slow')).toBe(false);
        await store.connections.release('c1', 'slow', null);
        expect(await store.connections.byId('c1')).toMatchObject({ leaseOwner: 'next', leaseUntil: 60 });
      });

      test('rest after a renewal that failed', async () => {
        await store.connections.insert(connectionRow());
        await store.connections.lease('c1', 1, 'me', 0, 30);
        await store.connections.release('c1', 'me', 50);
        expect(await store.connections.lease('c1', 1, 'other', 49, 80)).toBe(false);
        expect(await store.connections.lease('c1', 1, 'other', 50, 80)).toBe(true);
        await store.connections.release('c1', 'other', null);
        expect(await store.connections.lease('c1', 1, 'me', 50, 80)).toBe(true);
      });

      test('move to another account key once, and stay who they are', async () => {
        await store.connections.insert(connectionRow({ isDefault: 1 }));
        const next = connectionRow({ version: 2, accountKey: 'elsewhere', details: '{"a":1}', createdAt: 5 });
        expect(await store.connections.relocate(next, 0)).toBe(true);
        expect(await store.connections.relocate(next, 0)).toBe(false);
        const [read] = await store.connections.at('ann', 'acme');
        expect(read).toMatchObject({ id: 'c1', version: 2, details: '{"a":1}', isDefault: 1, createdAt: 100 });
        expect((await store.connections.at('ann', 'acme')).map(({ accountKey }) => accountKey)).toEqual(['elsewhere']);
      });

      test('do not move to an account key that is taken, by the same owner at the same integration', async () => {
        await store.connections.insert(connectionRow());
        await store.connections.insert(connectionRow({ id: 'taken', accountKey: 'elsewhere' }));
        await store.connections.insert(connectionRow({ id: 'bob', ownerKey: 'bob', accountKey: 'free' }));
        await store.connections.insert(connectionRow({ id: 'other', integration: 'other', accountKey: 'free' }));
        expect(await store.connections.relocate(connectionRow({ version: 2, accountKey: 'elsewhere' }), 0)).toBe(false);
        expect(await store.connections.byId('c1')).toMatchObject({ version: 1, accountKey: 'account' });
        expect(await store.connections.relocate(connectionRow({ version: 2, accountKey: 'free' }), 0)).toBe(true);
      });

      test('do not move while they are renewed, and rest as long as before', async () => {
        await store.connections.insert(connectionRow());
        await store.connections.lease('c1', 1, 'me', 0, 30);
        const next = connectionRow({ version: 2, accountKey: 'elsewhere' });
        expect(await store.connections.relocate(next, 29)).toBe(false);
        await store.connections.release('c1', 'me', 50);
        expect(await store.connections.relocate(next, 29)).toBe(true);
        expect(await store.connections.lease('c1', 2, 'other', 49, 80)).toBe(false);
      });

      test('move when a lease ran out, and its holder is fenced', async () => {
        await store.connections.insert(connectionRow());
        await store.connections.lease('c1', 1, 'slow', 0, 30);
        expect(await store.connections.relocate(connectionRow({ version: 2, accountKey: 'elsewhere' }), 30)).toBe(true);
        expect(await store.connections.swapLeased(connectionRow({ version: 2 }), 'slow')).toBe(false);
      });

      test('are removed once', async () => {
        await store.connections.insert(connectionRow());
        await store.connections.swap(connectionRow({ version: 2 }));
        // with what was written last, so that nothing of it is lost
        const removed = await store.connections.remove('c1');
        expect({ ...removed, sealed: Uint8Array.from(removed?.sealed ?? []) }).toEqual(connectionRow({ version: 2 }));
        expect(await store.connections.remove('c1')).toBeUndefined();
      });
    });

    describe('uses of connections', () => {
      test('keep the later time, and go with their connection', async () => {
        await store.connections.insert(connectionRow({ id: 'c1' }));
        await store.connections.insert(connectionRow({ id: 'c2', accountKey: '2' }));
        await store.uses.note([
          { connectionId: 'c1', at: 2 ** 45 },
          { connectionId: 'c2', at: 7 },
        ]);
        await store.uses.note([{ connectionId: 'c1', at: 5 }]);
        expect(await store.uses.of(['c1'])).toEqual([{ connectionId: 'c1', at: 2 ** 45 }]);
        expect(await store.uses.of([])).toEqual([]);
        await store.connections.remove('c1');
        expect(await store.uses.of(['c1', 'c2'])).toEqual([{ connectionId: 'c2', at: 7 }]);
      });

      test('go with all that belongs to their owner', async () => {
        await store.connections.insert(connectionRow({ id: 'c1', ownerKey: 'somebody' }));
        await store.uses.note([{ connectionId: 'c1', at: 1 }]);
        await store.connections.removeOf('somebody');
        expect(await store.uses.of(['c1'])).toEqual([]);
        // noted by a process that has not heard of it
        await store.uses.note([{ connectionId: 'c1', at: 2 }]);
        expect(await store.uses.of(['c1'])).toEqual([]);
      });
    });

    describe('errands', () => {
      test('come back as they were written', async () => {
        const row = errandRow({ authorizationId: 'a1', begunBy: 'activity', dueAt: 2 ** 45, ownerKey: 'ä/🙂' });
        expect(await store.errands.insert(row)).toBe(true);
        const read = await store.errands.byId('e1');
        expect({ ...read, sealed: Uint8Array.from(read?.sealed ?? []) }).toEqual(row);
        expect(await store.errands.byId('e2')).toBeUndefined();
      });

      test('are begun once by an activity of a conversation', async () => {
        expect(await store.errands.insert(errandRow({ begunBy: 'activity' }))).toBe(true);
        expect(await store.errands.insert(errandRow({ id: 'e2', begunBy: 'activity' }))).toBe(false);
        expect(await store.errands.byId('e2')).toBeUndefined();
        const elsewhere = errandRow({ id: 'e3', begunBy: 'activity', conversationKey: 'another' });
        expect(await store.errands.insert(elsewhere)).toBe(true);
        expect(await store.errands.insert(errandRow({ id: 'e4' }))).toBe(true);
        expect(await store.errands.insert(errandRow({ id: 'e5' }))).toBe(true);
      });

      test('of an owner here are the open ones and those that ended lately, oldest first', async () => {
        await store.errands.insert(errandRow({ id: 'younger', createdAt: 2 }));
        await store.errands.insert(errandRow({ id: 'older', createdAt: 1, updatedAt: 1 }));
        await store.errands.insert(errandRow({ id: 'ended lately', createdAt: 3, open: 0, updatedAt: 50 }));
        await store.errands.insert(errandRow({ id: 'ended', open: 0, updatedAt: 49 }));
        await store.errands.insert(errandRow({ id: 'elsewhere', conversationKey: 'another' }));
        await store.errands.insert(errandRow({ id: "another's", ownerKey: 'bob' }));
        expect(idsOf(await store.errands.here('ann', 'conversation', 50))).toEqual([
          'older',
          'younger',
          'ended lately',
        ]);
      });

      test('of an owner here are the newest hundred, however many there are', async () => {
        for (let at = 0; at < 130; at += 1) {
          await store.errands.insert(
            errandRow({ id: `e${1000 + at}`, createdAt: at, open: at % 2 === 0 ? 1 : 0, updatedAt: 50 }),
          );
        }
        const newest = Array.from({ length: 100 }, (_, at) => `e${1030 + at}`);
        expect(idsOf(await store.errands.here('ann', 'conversation', 50))).toEqual(newest);
        expect(idsOf((await store.errands.hereWith('ann', 'conversation', 50, 'acme')).errands)).toEqual(newest);
      });

      test('of an owner here are trimmed where they ended before a time', async () => {
        await store.errands.insert(errandRow({ id: 'ended', open: 0, updatedAt: 49 }));
        await store.errands.insert(errandRow({ id: 'ended lately', open: 0, updatedAt: 50 }));
        await store.errands.insert(errandRow({ id: 'open', updatedAt: 1 }));
        await store.errands.insert(errandRow({ id: 'elsewhere', conversationKey: 'another', open: 0, updatedAt: 1 }));
        await store.errands.insert(errandRow({ id: "another's", ownerKey: 'bob', open: 0, updatedAt: 1 }));
        expect(await store.errands.trim('ann', 'conversation', 50)).toBe(1);
        for (const id of ['ended lately', 'open', 'elsewhere', "another's"]) {
          expect(await store.errands.byId(id)).toMatchObject({ id });
        }
        expect(await store.errands.byId('ended')).toBeUndefined();
      });

      test('of a source are counted while they are open or have something to say, up to a limit', async () => {
        const source = sourceOf({ kind: 'user', bot: 'b', channel: 'c', tenant: 't', user: '' });
        const keyOf = (user: string, tenant = 't') => ownerKey({ kind: 'user', bot: 'b', channel: 'c', tenant, user });
        const insert = (id: string, key: string, dueAt: number | null) =>
          store.errands.insert(errandRow({ id, ownerKey: key, dueAt, open: dueAt === null ? 0 : 1 }));
        await insert('a short name', keyOf('a'), 5);
        await insert('a long name', keyOf('a'.repeat(12)), 9);
        await insert('over', keyOf('b'), null);
        await insert('another tenant', keyOf('a', 't2'), 5);
        await insert('a tenant that begins so', keyOf('a', 't:'), 5);
        expect(await store.errands.isFull(source, 2)).toBe(true);
        expect(await store.errands.isFull(source, 3)).toBe(false);
      });

      test('the newest of an owner is found in any conversation', async () => {
        await store.errands.insert(errandRow({ id: 'first', createdAt: 1 }));
        await store.errands.insert(errandRow({ id: 'last', createdAt: 3, conversationKey: 'another' }));
        await store.errands.insert(errandRow({ id: 'second', createdAt: 2, open: 0 }));
        await store.errands.insert(errandRow({ id: "another's", createdAt: 4, ownerKey: 'bob' }));
        expect((await store.errands.lastOf('ann'))?.id).toBe('last');
        expect(await store.errands.lastOf('nobody')).toBeUndefined();
      });

      test('that wait for an attempt are found by it, oldest first', async () => {
        await store.errands.insert(errandRow({ id: 'second', authorizationId: 'a1', createdAt: 2 }));
        await store.errands.insert(errandRow({ id: 'first', authorizationId: 'a1', createdAt: 1 }));
        await store.errands.insert(errandRow({ id: 'third', authorizationId: 'a2' }));
        expect(idsOf(await store.errands.waitingFor(['a1']))).toEqual(['first', 'second']);
        expect(idsOf(await store.errands.waitingFor(['a2', 'a1']))).toEqual(['first', 'second', 'third']);
        expect(await store.errands.waitingFor([])).toEqual([]);
      });

      test('are found in a conversation with the connection that is used, in one read', async () => {
        const read = (owner: string, conversation: string, since: number) =>
          store.errands.hereWith(owner, conversation, since, 'acme');
        const { ownerKey, conversationKey } = errandRow();
        expect(await read(ownerKey, conversationKey, 0)).toEqual({ errands: [], connection: undefined });
        await store.errands.insert(errandRow({ id: 'second', createdAt: 2 }));
        await store.errands.insert(errandRow({ id: 'first', createdAt: 1, open: 0, updatedAt: 9 }));
        const alone = await read(ownerKey, conversationKey, 9);
        expect([idsOf(alone.errands), alone.connection]).toEqual([['first', 'second'], undefined]);
        expect(alone.errands).toMatchObject(await store.errands.here(ownerKey, conversationKey, 9));
        await store.connections.insert(connectionRow({ id: 'older', ownerKey, accountKey: 'a', createdAt: 1 }));
        await store.connections.insert(connectionRow({ id: 'newer', ownerKey, accountKey: 'b', createdAt: 2 }));
        await store.connections.insert(connectionRow({ id: 'other', ownerKey: 'other', createdAt: 3 }));
        const both = await read(ownerKey, conversationKey, 10);
        expect(idsOf(both.errands)).toEqual(['second']);
        expect(both.connection).toEqual(await store.connections.current(ownerKey, 'acme'));
        expect(both.connection?.id).toBe('newer');
        expect(await read(ownerKey, 'another', 0)).toEqual({ errands: [], connection: both.connection });
      });

      test('swap once per version; whose it is and how it began stay', async () => {
        await store.errands.insert(errandRow({ begunBy: 'activity' }));
        const next = errandRow({ version: 3, status: 'waiting', authorizationId: 'a1', dueAt: 7, begunBy: 'another' });
        expect(await store.errands.swap(1, next)).toBe(true);
        expect(await store.errands.swap(1, next)).toBe(false);
        const kept = { version: 3, status: 'waiting', authorizationId: 'a1', dueAt: 7, begunBy: 'activity' };
        expect(await store.errands.byId('e1')).toMatchObject(kept);
      });

      test('are due from their time on, longest first', async () => {
        await store.errands.insert(errandRow({ id: 'due', dueAt: 100 }));
        await store.errands.insert(errandRow({ id: 'due longer', dueAt: 99 }));
        await store.errands.insert(errandRow({ id: 'later', dueAt: 101 }));
        await store.errands.insert(errandRow({ id: 'never' }));
        expect(idsOf(await store.errands.due(100, 10))).toEqual(['due longer', 'due']);
        expect(idsOf(await store.errands.due(100, 1))).toEqual(['due longer']);
      });

      test('that have not run are due to who knows their action, and to everybody at last', async () => {
        await store.errands.insert(errandRow({ id: 'mine', status: 'ready', actionId: 'mine', dueAt: 50 }));
        await store.errands.insert(errandRow({ id: 'theirs', status: 'ready', actionId: 'theirs', dueAt: 51 }));
        await store.errands.insert(errandRow({ id: 'too old', status: 'ready', actionId: 'theirs', dueAt: 10 }));
        await store.errands.insert(errandRow({ id: 'to ask', status: 'asking', actionId: 'theirs', dueAt: 52 }));
        await store.errands.insert(errandRow({ id: 'to say', status: 'answered', actionId: 'theirs', dueAt: 53 }));
        await store.errands.insert(errandRow({ id: 'to connect', status: 'waiting', actionId: null, dueAt: 54 }));
        const dueTo = async (...actions: string[]) =>
          idsOf(await store.errands.due(100, 10, { toRun: { actions, orBefore: 10 } }));
        expect(await dueTo('mine', 'other')).toEqual(['too old', 'mine', 'to say', 'to connect']);
        expect(await dueTo('theirs')).toEqual(['too old', 'theirs', 'to ask', 'to say', 'to connect']);
        expect(await dueTo()).toEqual(['too old', 'to say', 'to connect']);
      });

      test('are swept once they ended long ago, a few at a time', async () => {
        await store.errands.insert(errandRow({ id: 'old', open: 0, updatedAt: 1 }));
        await store.errands.insert(errandRow({ id: 'older', open: 0, updatedAt: 0 }));
        await store.errands.insert(errandRow({ id: 'open', updatedAt: 0 }));
        await store.errands.insert(errandRow({ id: 'recent', open: 0 }));
        expect(await store.errands.sweepEnded(100, 1)).toBe(1);
        expect(await store.errands.byId('older')).toBeUndefined();
        expect(await store.errands.sweepEnded(100, 10)).toBe(1);
        expect(await store.errands.byId('open')).toBeDefined();
        expect(await store.errands.byId('recent')).toBeDefined();
      });
    });

    describe('the outbox', () => {
      test('takes a notice once', async () => {
        await store.outbox.enqueue(outboxRow({ id: 'o1', dedupeKey: 'same', kind: 'first' }));
        await store.outbox.enqueue(outboxRow({ id: 'o2', dedupeKey: 'same', kind: 'second' }));
        const claimed = await store.outbox.claim(1000, 2000, 'me', 10);
        expect(claimed.map(({ id, kind }) => ({ id, kind }))).toEqual([{ id: 'o1', kind: 'first' }]);
      });

      test('gives due notices, oldest first, and counts the attempt', async () => {
        const row = outboxRow({ id: 'second', dueAt: 2 });
        await store.outbox.enqueue(row);
        await store.outbox.enqueue(outboxRow({ id: 'third', dueAt: 3 }));
        await store.outbox.enqueue(outboxRow({ id: 'first', dueAt: 1 }));
        await store.outbox.enqueue(outboxRow({ id: 'later', dueAt: 11 }));
        const claimed = await store.outbox.claim(10, 40, 'me', 2);
        expect(idsOf(claimed)).toEqual(['first', 'second']);
        expect({ ...claimed[1], sealed: Uint8Array.from(claimed[1]?.sealed ?? []) }).toEqual({ ...row, attempts: 1 });
        expect(idsOf(await store.outbox.claim(10, 40, 'me', 10))).toEqual(['third']);
      });

      test('gives a notice again when its lease ran out, and fences who held it', async () => {
        await store.outbox.enqueue(outboxRow());
        await store.outbox.claim(100, 130, 'slow', 10);
        expect(await store.outbox.claim(129, 160, 'next', 10)).toEqual([]);
        expect(await store.outbox.claim(130, 160, 'next', 10)).toMatchObject([{ id: 'o1', attempts: 2 }]);
        expect(await store.outbox.finish('o1', 'slow')).toBe(false);
        expect(await store.outbox.postpone('o1', 'slow', 0)).toBe(false);
        expect(await store.outbox.finish('o1', 'next')).toBe(true);
        expect(await store.outbox.claim(9999, 9999, 'next', 10)).toEqual([]);
      });

      test('gives one kind only where that is asked for, and leaves the others alone', async () => {
        await store.outbox.enqueue(outboxRow({ id: 'first', kind: 'told', dueAt: 1 }));
        await store.outbox.enqueue(outboxRow({ id: 'second', kind: 'revoke', dueAt: 2 }));
        expect(idsOf(await store.outbox.claim(100, 130, 'me', 1, { kind: 'revoke' }))).toEqual(['second']);
        expect(await store.outbox.claim(100, 130, 'me', 1, { kind: 'revoke' })).toEqual([]);
        expect(await store.outbox.claim(100, 130, 'me', 10)).toMatchObject([{ id: 'first', attempts: 1 }]);
      });

      test('gives a postponed notice at its time', async () => {
        await store.outbox.enqueue(outboxRow());
        await store.outbox.claim(100, 130, 'me', 10);
        expect(await store.outbox.postpone('o1', 'me', 500)).toBe(true);
        expect(await store.outbox.claim(499, 530, 'me', 10)).toEqual([]);
        expect(await store.outbox.claim(500, 530, 'me', 10)).toMatchObject([{ id: 'o1', attempts: 2, dueAt: 500 }]);
        expect(await store.outbox.postpone('o1', 'me', 510)).toBe(true);
        expect(await store.outbox.claim(510, 540, 'other', 10)).toMatchObject([{ id: 'o1', attempts: 3 }]);
      });
    });

    describe('a notice', () => {
      test('is removed by its dedupe key, or by what it begins with', async () => {
        const keys = ['kind/1', 'kind/1/2', 'kind/1/3/x', 'kind/10', 'kind/1.', 'kind/1/', 'other/1'];
        for (const dedupeKey of keys) await store.outbox.enqueue(outboxRow({ id: dedupeKey, dedupeKey }));
        await store.outbox.claim(1000, 2000, 'me', 2);
        expect(await store.outbox.removeBy('kind/1')).toBe(3);
        expect(await store.outbox.removeBy('kind/1')).toBe(0);
        expect(idsOf(await store.outbox.claim(2000, 3000, 'me', 10)).toSorted()).toEqual([
          'kind/1.',
          'kind/1/',
          'kind/10',
          'other/1',
        ]);
      });

      test('removes all that is about an owner, also what is claimed, and gives it back', async () => {
        const rows = [
          ['1', 'ann'],
          ['2', 'bob'],
          ['3', null],
          ['4', 'ann'],
        ] as const;
        for (const [id, ownerKey] of rows) await store.outbox.enqueue(outboxRow({ id, ownerKey }));
        await store.outbox.claim(1000, 2000, 'me', 1);
        expect(idsOf(await store.outbox.removeOf('ann')).toSorted()).toEqual(['1', '4']);
        expect(await store.outbox.removeOf('ann')).toEqual([]);
        expect(await store.outbox.finish('1', 'me')).toBe(false);
        expect(idsOf(await store.outbox.claim(2000, 3000, 'me', 10)).toSorted()).toEqual(['2', '3']);
      });
    });

    describe('the bot’s own state', () => {
      test('is written over what is there, or only over what was read', async () => {
        expect(await store.botState.put(botStateRow(), undefined)).toBe(true);
        expect(await store.botState.put(botStateRow({ eTag: 'e2', sealed: Uint8Array.of(9) }), 'e1')).toBe(true);
        expect(await store.botState.put(botStateRow({ eTag: 'e3' }), 'e1')).toBe(false);
        expect(await store.botState.put(botStateRow({ id: 'b2', eTag: 'e3' }), 'e1')).toBe(false);
        expect(await store.botState.byIds(['b1', 'b2'])).toMatchObject([{ id: 'b1', eTag: 'e2' }]);
        expect(await store.botState.put(botStateRow({ eTag: 'e4' }), undefined)).toBe(true);
        expect(await store.botState.byIds([])).toEqual([]);
        await store.botState.remove(['b1', 'b2']);
        await store.botState.remove([]);
        expect(await store.botState.byIds(['b1'])).toEqual([]);
      });

      test('of two writers who read the same, one wins', async () => {
        await store.botState.put(botStateRow(), undefined);
        const writers = ['e2', 'e3', 'e4', 'e5'].map((eTag) => store.botState.put(botStateRow({ eTag }), 'e1'));
        expect((await Promise.all(writers)).filter(Boolean)).toHaveLength(1);
      });
    });

    describe('sessions', () => {
      test('are written over, end at their time and are removed', async () => {
        await store.sessions.set(sessionRow({ expiresAt: 100 }));
        await store.sessions.set(sessionRow({ expiresAt: 200, keyId: 'k2', sealed: Uint8Array.of(9) }));
        const read = await store.sessions.get('s1', 199);
        expect(read).toMatchObject({ sidHash: 's1', expiresAt: 200, keyId: 'k2' });
        expect(Uint8Array.from(read?.sealed ?? [])).toEqual(Uint8Array.of(9));
        expect(await store.sessions.get('s1', 200)).toBeUndefined();
        await store.sessions.remove('s1');
        expect(await store.sessions.get('s1', 0)).toBeUndefined();
      });

      test('are swept when they ended', async () => {
        await store.sessions.set(sessionRow({ sidHash: 'ended', expiresAt: 100 }));
        await store.sessions.set(sessionRow({ sidHash: 'ended before', expiresAt: 99 }));
        await store.sessions.set(sessionRow({ sidHash: 'open', expiresAt: 101 }));
        expect(await store.sessions.sweep(100, 1)).toBe(1);
        expect(await store.sessions.get('ended before', 0)).toBeUndefined();
        expect(await store.sessions.sweep(100, 10)).toBe(1);
        expect(await store.sessions.get('open', 0)).toBeDefined();
      });
    });

    describe('settings', () => {
      test('come back as they were written, by id and by lookup within their kind', async () => {
        const row = settingRow({ lookup: 'name', createdAt: 2 ** 45, updatedAt: 2 ** 45 });
        expect(await store.settings.insert(row)).toBe(true);
        const read = await store.settings.byId('setup', 'acme');
        expect({ ...read, sealed: Uint8Array.from(read?.sealed ?? []) }).toEqual(row);
        expect(await store.settings.byLookup('setup', 'name')).toEqual(read);
        expect(await store.settings.byId('operator', 'acme')).toBeUndefined();
        expect(await store.settings.byLookup('operator', 'name')).toBeUndefined();
        expect(await store.settings.byLookup('setup', 'acme')).toBeUndefined();
      });

      test('of a kind are listed, oldest first, and counted', async () => {
        await store.settings.insert(settingRow({ id: 'younger', createdAt: 2 }));
        await store.settings.insert(settingRow({ id: 'older', createdAt: 1 }));
        await store.settings.insert(settingRow({ kind: 'operator', createdAt: 0 }));
        expect(idsOf(await store.settings.list('setup'))).toEqual(['older', 'younger']);
        expect(await store.settings.list('none')).toEqual([]);
        expect(await store.settings.count('setup')).toBe(2);
        expect(await store.settings.count('none')).toBe(0);
      });

      test('are held if they exist, so that a transaction that holds them too finds what the first one left', async () => {
        const ids = ['a', 'b', 'c'];
        for (const id of ids) await store.settings.insert(settingRow({ id }));
        await store.settings.insert(settingRow({ id: 'd', kind: 'operator' }));
        expect(await store.settings.hold('setup', ['c', 'd', 'a'])).toEqual(['a', 'c']);
        const removeOther = (own: string, other: string) =>
          store.transaction(async (inner) => {
            const held = await inner.settings.hold('setup', [own, other]);
            return held.includes(own) && (await inner.settings.remove('setup', other));
          });
        const removed = await Promise.all([removeOther('a', 'b'), removeOther('b', 'a')]);
        expect(removed.filter(Boolean)).toHaveLength(1);
        expect(await store.settings.count('setup')).toBe(2);
      });

      test('exist once by id and by lookup within their kind, and may have no lookup', async () => {
        expect(await store.settings.insert(settingRow({ lookup: 'name' }))).toBe(true);
        expect(await store.settings.insert(settingRow())).toBe(false);
        expect(await store.settings.insert(settingRow({ id: 'other', lookup: 'name' }))).toBe(false);
        expect(await store.settings.insert(settingRow({ kind: 'operator', lookup: 'name' }))).toBe(true);
        expect(await store.settings.insert(settingRow({ id: 'b' }))).toBe(true);
        expect(await store.settings.insert(settingRow({ id: 'c' }))).toBe(true);
      });

      test('move once from one version to the next and keep their age', async () => {
        await store.settings.insert(settingRow());
        const next = settingRow({ version: 2, lookup: 'name', updatedAt: 200, createdAt: 5, keyId: 'k2' });
        expect(await store.settings.swap(next)).toBe(true);
        expect(await store.settings.swap(next)).toBe(false);
        expect(await store.settings.swap({ ...next, version: 4 })).toBe(false);
        expect(await store.settings.swap({ ...next, version: 3, kind: 'operator' })).toBe(false);
        const read = await store.settings.byId('setup', 'acme');
        expect(read).toMatchObject({ version: 2, lookup: 'name', updatedAt: 200, createdAt: 100, keyId: 'k2' });
        expect(await store.settings.swap({ ...next, version: 3, lookup: null })).toBe(true);
      });

      test('do not take the lookup of another', async () => {
        await store.settings.insert(settingRow({ lookup: 'taken' }));
        await store.settings.insert(settingRow({ id: 'b', lookup: 'free' }));
        await store.settings.insert(settingRow({ kind: 'operator', id: 'c' }));
        expect(await store.settings.swap(settingRow({ id: 'b', version: 2, lookup: 'taken' }))).toBe(false);
        expect(await store.settings.swap(settingRow({ kind: 'operator', id: 'c', version: 2, lookup: 'taken' }))).toBe(
          true,
        );
        expect(await store.settings.byId('setup', 'b')).toMatchObject({ version: 1, lookup: 'free' });
      });

      test('are removed once', async () => {
        await store.settings.insert(settingRow());
        expect(await store.settings.remove('operator', 'acme')).toBe(false);
        expect(await store.settings.remove('setup', 'acme')).toBe(true);
        expect(await store.settings.remove('setup', 'acme')).toBe(false);
      });

      test('of a kind are swept where nobody touched them, a few at a time', async () => {
        for (const id of ['a', 'b']) await store.settings.insert(settingRow({ id, lookup: id, updatedAt: 1 }));
        await store.settings.insert(settingRow({ id: 'c', lookup: 'c', updatedAt: 100 }));
        await store.settings.insert(settingRow({ kind: 'operator', updatedAt: 1 }));
        expect(await store.settings.sweep('setup', 100, 1)).toBe(1);
        expect(await store.settings.sweep('setup', 100, 10)).toBe(1);
        expect(await store.settings.byId('setup', 'c')).toBeDefined();
        expect(await store.settings.count('operator')).toBe(1);
      });
    });

    describe('the audit', () => {
      test('deletes what is older, oldest first and so many at a time, and keeps the rest', async () => {
        const ats = async () => (await store.audit.list({ limit: 10 })).map(({ at }) => at);
        for (const at of [1, 2, 3, 4]) {
          await store.audit.append({ at, actor: 'ann', what: 'connected', subject: 's', result: 'ok', ref: null });
        }
        expect(await store.audit.sweep(4, 2)).toBe(2);
        expect(await ats()).toEqual([4, 3]);
        expect(await store.audit.sweep(4, 2)).toBe(1);
        expect(await store.audit.sweep(4, 2)).toBe(0);
        expect(await ats()).toEqual([4]);
      });

      const entry = { at: 5, actor: 'ann', what: 'connect', subject: 'c1', result: 'ok', ref: null };
      const whats = async (query: Partial<AuditQuery>) =>
        (await store.audit.list({ limit: 10, ...query })).map(({ what }) => what);

      test('lists the newest first, in the order of appending', async () => {
        await store.audit.append(entry);
        await store.audit.append({ ...entry, at: 5, what: 'disconnect', ref: 'r1' });
        await store.audit.append({ ...entry, at: 4, what: 'third' });
        expect(await whats({ limit: 2 })).toEqual(['third', 'disconnect']);
        expect((await store.audit.list({ limit: 10 })).at(-1)).toEqual({ ...entry, id: expect.any(Number) });
      });

      test('forgets who somebody was, and nothing else', async () => {
        await store.audit.append(entry);
        await store.audit.append({ ...entry, actor: 'bob', subject: 'ann' });
        await store.audit.append({ ...entry, actor: 'ann', subject: 'ann' });
        await store.audit.append({ ...entry, actor: 'annabel' });
        const before = await store.audit.list({ limit: 10 });
        expect(await store.audit.rename('ann', 'x')).toBe(3);
        expect(await store.audit.rename('ann', 'x')).toBe(0);
        const after = await store.audit.list({ limit: 10 });
        expect(after.map(({ actor, subject }) => `${actor} ${subject}`)).toEqual([
          'annabel c1',
          'x x',
          'bob x',
          'x c1',
        ]);
        const rest = ({ actor: _, subject: __, ...others }: (typeof after)[number]) => others;
        expect(after.map(rest)).toEqual(before.map(rest));
      });

      test('is read page by page, by who, what and whom', async () => {
        await store.audit.append(entry);
        await store.audit.append({ ...entry, what: 'second', actor: 'bob' });
        await store.audit.append({ ...entry, what: 'third', subject: 'c2' });
        const [, second] = await store.audit.list({ limit: 2 });
        expect(await whats({ before: second?.id ?? 0 })).toEqual(['connect']);
        expect(await whats({ actor: 'ann' })).toEqual(['third', 'connect']);
        expect(await whats({ subject: 'c1' })).toEqual(['second', 'connect']);
        expect(await whats({ what: 'third' })).toEqual(['third']);
        expect(await whats({ actor: 'ann', subject: 'c1', what: 'connect' })).toEqual(['connect']);
        expect(await whats({ actor: 'bob', subject: 'c2' })).toEqual([]);
      });
    });

    test('a fact keeps its first value', async () => {
      expect(await store.facts.get('f')).toBeUndefined();
      expect(await store.facts.setOnce('f', 'first')).toBe('first');
      expect(await store.facts.setOnce('f', 'second')).toBe('first');
      expect(await store.facts.get('f')).toBe('first');
    });

    test('the key ids in use are named, each once, whatever holds them', async () => {
      expect(await store.keyIds()).toEqual([]);
      await store.authorizations.insert(authorizationRow({ keyId: 'k1' }), 'source');
      await store.connections.insert(connectionRow({ keyId: 'k1' }));
      await store.connections.insert(connectionRow({ id: 'c2', accountKey: '2', keyId: 'k5' }));
      await store.outbox.enqueue(outboxRow({ keyId: 'k3' }));
      await store.errands.insert(errandRow({ keyId: 'k7' }));
      await store.sessions.set(sessionRow({ keyId: 'k4' }));
      await store.settings.insert(settingRow({ keyId: 'k6' }));
      expect(await store.keyIds()).toEqual(['k1', 'k3', 'k4', 'k5', 'k6', 'k7']);
    });

    describe('what is sealed', () => {
      test('is found by its key in every table, with what it is bound to', async () => {
        await store.authorizations.insert(authorizationRow(), 'source');
        await store.connections.insert(connectionRow());
        await store.errands.insert(errandRow());
        await store.outbox.enqueue(outboxRow());
        await store.sessions.set(sessionRow());
        await store.botState.put(botStateRow(), undefined);
        await store.settings.insert(settingRow());
        await store.connections.insert(connectionRow({ id: 'c2', accountKey: '2', keyId: 'k2' }));
        const rows = await store.sealed.by('k1', 10);
        expect(rows.map(({ sealed, keyId, ...binding }) => binding)).toEqual([
          { table: 'authorizations', row: 'a1', ownerKey: 'ann', integration: 'acme' },
          { table: 'connections', row: 'c1', ownerKey: 'ann', integration: 'acme' },
          { table: 'errands', row: 'e1', ownerKey: 'ann', integration: 'acme' },
          { table: 'outbox', row: 'o1', ownerKey: '', integration: '' },
          { table: 'sessions', row: 's1', ownerKey: '', integration: '' },
          { table: 'botState', row: 'b1', ownerKey: '', integration: '' },
          { table: 'settings', row: 'setup/acme', ownerKey: '', integration: '' },
        ]);
        expect(rows.every(({ sealed }) => sealed.length === 3)).toBe(true);
        expect(await store.sealed.by('k1', 2)).toHaveLength(2);
        expect(await store.sealed.by('k9', 10)).toEqual([]);
        expect([...(await store.sealed.count())].sort()).toEqual([
          ['k1', 7],
          ['k2', 1],
        ]);
        const changes = rows.map((row) => ({ row, next: { keyId: 'k2', sealed: Uint8Array.of(9) } }));
        expect(await store.sealed.reseal(changes)).toEqual(rows.map(() => true));
        expect(await store.sealed.reseal(changes)).toEqual(rows.map(() => false));
        expect(await store.sealed.reseal([])).toEqual([]);
        expect([...(await store.sealed.count())]).toEqual([['k2', 8]]);
      });

      test('anew keeps all but the key and the ciphertext', async () => {
        await store.connections.insert(connectionRow({ leaseOwner: 'me', leaseUntil: 90, isDefault: 1 }));
        const before = await store.connections.byId('c1');
        const [row] = await store.sealed.by('k1', 1);
        if (row === undefined) throw new Error('there is no row');
        await store.sealed.reseal([{ row, next: { keyId: 'k2', sealed: Uint8Array.of(9) } }]);
        const { sealed, ...after } = (await store.connections.byId('c1')) ?? connectionRow();
        expect(Uint8Array.from(sealed)).toEqual(Uint8Array.of(9));
        expect({ ...after, sealed: before?.sealed }).toEqual({ ...before, keyId: 'k2' });
      });

      test('by somebody else meanwhile stays as they sealed it', async () => {
        await store.connections.insert(connectionRow());
        const [row] = await store.sealed.by('k1', 1);
        await store.connections.swap(connectionRow({ version: 2, sealed: Uint8Array.of(7) }));
        if (row === undefined) throw new Error('there is no row');
        const changes = [{ row, next: { keyId: 'k2', sealed: Uint8Array.of(9) } }];
        expect(await store.sealed.reseal(changes)).toEqual([false]);
        expect(await store.connections.byId('c1')).toMatchObject({ version: 2, keyId: 'k1' });
      });
    });

    test('what was written is there after closing and opening again', async () => {
      await store.facts.setOnce('f', 'value');
      await store.close();
      store = await openStore(place.setting);
      expect(await store.facts.get('f')).toBe('value');
    });

    test('a store that answers answers a ping', async () => {
      await expect(store.ping()).resolves.toBeUndefined();
    });

    describe('a transaction', () => {
      const later = () => new Promise((resolve) => setTimeout(resolve, 5));

      test('that fails after a wait leaves nothing behind and passes the failure on as it is', async () => {
        const failure = new RangeError('mine');
        const attempt = store.transaction(async (inner) => {
          await inner.facts.setOnce('f', 'lost');
          await later();
          await inner.connections.insert(connectionRow());
          throw failure;
        });
        await expect(attempt).rejects.toBe(failure);
        expect(await store.facts.get('f')).toBeUndefined();
        expect(await store.connections.byId('c1')).toBeUndefined();
      });

      test('that succeeds leaves everything and gives its result', async () => {
        const result = await store.transaction(async (inner) => {
          await inner.facts.setOnce('f', 'kept');
          await later();
          await inner.connections.insert(connectionRow());
          return 42;
        });
        expect(result).toBe(42);
        expect(await store.facts.get('f')).toBe('kept');
        expect(await store.connections.byId('c1')).toBeDefined();
      });

      test('within a transaction is part of it', async () => {
        const attempt = store.transaction(async (outer) => {
          await outer.transaction((inner) => inner.facts.setOnce('f', 'lost'));
          throw new Error('outer');
        });
        await expect(attempt).rejects.toThrow('outer');
        expect(await store.facts.get('f')).toBeUndefined();
      });

      test('sees the time pass', async () => {
        await store.transaction(async (inner) => {
          const before = await inner.now();
          await new Promise((resolve) => setTimeout(resolve, 20));
          expect(await inner.now()).toBeGreaterThan(before);
        });
      });

      test('is not seen from outside before it ends', async () => {
        let seen: Promise<string | undefined> | undefined;
        const running = store.transaction(async (inner) => {
          await inner.facts.setOnce('f', 'value');
          // somebody else, who happens to ask now
          seen = outsideTransaction(() => store.facts.get('f'));
          await later();
          throw new Error('undone');
        });
        await expect(running).rejects.toThrow('undone');
        expect(await seen).toBeUndefined();
      });

      // an operation that used the outer connection would wait for its own transaction for ever
      test('does everything through its own connection', { timeout: 5000 }, async () => {
        await store.transaction(async (inner) => {
          await inner.authorizations.insert(authorizationRow(), 'source');
          await inner.authorizations.byId('a1');
          await inner.authorizations.byLinkHash('');
          await inner.authorizations.byStateHash('');
          await inner.authorizations.openOf('ann');
          await inner.authorizations.swap(authorizationRow(), authorizationRow({ version: 2 }));
          await inner.authorizations.due(0, 0, 1);
          await inner.authorizations.hold('ann');
          await inner.authorizations.begunOf('ann', 0, 1);
          await inner.authorizations.countOpen();
          await inner.authorizations.listOpen(1);
          await inner.authorizations.sweepEnded(0, 1);
          await inner.authorizations.removeOf('bob');
          await inner.connections.insert(connectionRow());
          await inner.connections.byId('c1');
          await inner.connections.current('ann', 'acme');
          await inner.connections.at('ann', 'acme');
          await inner.connections.list('ann');
          await inner.connections.hold('ann');
          await inner.connections.listAll({ limit: 1 });
          await inner.connections.swap(connectionRow({ version: 2 }));
          await inner.connections.lease('c1', 2, 'me', 0, 1);
          await inner.connections.swapLeased(connectionRow({ version: 3 }), 'me');
          await inner.connections.release('c1', 'me', null);
          await inner.connections.makeDefault('ann', 'acme', 'c1');
          await inner.connections.remove('c1');
          await inner.connections.removeOf('bob');
          await inner.errands.insert(errandRow());
          await inner.errands.byId('e1');
          await inner.errands.here('ann', 'conversation', 0);
          await inner.errands.waitingFor(['a1']);
          await inner.errands.swap(1, errandRow({ version: 2 }));
          await inner.errands.due(0, 1);
          await inner.errands.sweepEnded(0, 1);
          await inner.errands.removeOf('bob');
          await inner.outbox.enqueue(outboxRow());
          await inner.outbox.claim(1000, 2000, 'me', 1);
          await inner.outbox.postpone('o1', 'me', 0);
          await inner.outbox.finish('o1', 'me');
          await inner.outbox.removeBy('once');
          await inner.outbox.removeOf('ann');
          await inner.sessions.set(sessionRow());
          await inner.sessions.get('s1', 0);
          await inner.sessions.remove('s1');
          await inner.sessions.sweep(0, 1);
          await inner.audit.append({ at: 1, actor: '', what: '', subject: '', result: '', ref: null });
          await inner.audit.list({ limit: 1 });
          await inner.audit.rename('ann', 'bob');
          await inner.settings.insert(settingRow());
          await inner.settings.byId('setup', 'acme');
          await inner.settings.byLookup('setup', 'acme');
          await inner.settings.list('setup');
          await inner.settings.count('setup');
          await inner.settings.swap(settingRow({ version: 2 }));
          await inner.settings.remove('setup', 'acme');
          await inner.settings.sweep('setup', 0, 1);
          await inner.facts.setOnce('f', 'value');
          await inner.facts.get('f');
          await inner.keyIds();
          for (const row of await inner.sealed.by('k1', 1)) await inner.sealed.reseal([{ row, next: row }]);
          await inner.sealed.count();
          await inner.ping();
          await inner.transaction((innermost) => innermost.ping());
        });
        expect(await store.facts.get('f')).toBe('value');
      });
    });

    test('many at once in one process lose nothing', async () => {
      await store.connections.insert(connectionRow());
      const count = async () => {
        for (;;) {
          const swapped = await store.transaction(async (inner) => {
            const row = await inner.connections.byId('c1');
            if (row === undefined) throw new Error('there is no row');
            await new Promise((resolve) => setImmediate(resolve));
            return await inner.connections.swap({ ...row, version: row.version + 1 });
          });
          if (swapped) return;
        }
      };
      await Promise.all(Array.from({ length: 20 }, count));
      expect(await store.connections.byId('c1')).toMatchObject({ version: 21 });
    });

    test('a Date, an object and a boolean are refused, not stored as something else', async () => {
      const wrong: readonly unknown[] = [new Date(0), { value: 1 }, true, () => 1];
      for (const value of wrong) {
        await expect(store.facts.get(value as string)).rejects.toThrow(TypeError);
        await expect(store.facts.setOnce('f', value as string)).rejects.toThrow(TypeError);
        const row = connectionRow({ leaseUntil: value as number });
        await expect(store.connections.insert(row)).rejects.toThrow(TypeError);
      }
      await expect(store.facts.get(undefined as unknown as string)).rejects.toThrow(TypeError);
      expect(await store.facts.get('f')).toBeUndefined();
      expect(await store.connections.byId('c1')).toBeUndefined();
    });

    test('a row that cannot be stored is refused as a failure of the store', async () => {
      await store.authorizations.insert(authorizationRow(), 'source');
      await expect(store.authorizations.insert(authorizationRow(), 'source')).rejects.toThrow(StoreUnavailableError);
    });

    test('a closed store does not answer', async () => {
      const closed = await openStore(place.setting);
      await closed.close();
      await expect(closed.ping()).rejects.toThrow(StoreUnavailableError);
      await expect(closed.connections.current('ann', 'acme')).rejects.toThrow(StoreUnavailableError);
      await expect(closed.transaction((inner) => inner.ping())).rejects.toThrow(StoreUnavailableError);
    });

    describe('among processes', () => {
      test('four open and migrate a new store at once', async () => {
        const empty = await newPlace();
        const lines = await Promise.all([1, 2, 3, 4].map(() => linesOf(empty.setting, 'open')));
        expect(lines).toEqual([['opened'], ['opened'], ['opened'], ['opened']]);
        await empty.wipe();
      });

      test('every compare-and-swap has one winner', async () => {
        await store.connections.insert(connectionRow({ id: 'counter' }));
        await Promise.all(['a', 'b', 'c'].map((name) => linesOf(place.setting, 'count', name, '60')));
        expect(await store.connections.byId('counter')).toMatchObject({ version: 181 });
      });

      test('one gets the lease', async () => {
        await store.connections.insert(connectionRow({ id: 'counter' }));
        const answers = await Promise.all(['a', 'b', 'c'].map((name) => linesOf(place.setting, 'lease', name)));
        expect(answers.flat().filter((answer) => answer === true)).toHaveLength(1);
      });

      test('every notice is claimed by one', async () => {
        for (let index = 0; index < 90; index += 1) await store.outbox.enqueue(outboxRow({ id: `o${index}` }));
        const claimed = (
          await Promise.all(['a', 'b', 'c'].map((name) => linesOf(place.setting, 'claim', name)))
        ).flat();
        expect(claimed).toHaveLength(90);
        expect(new Set(claimed)).toHaveLength(90);
      });

      test('what was acknowledged before a kill -9 is there, and the store goes on', async () => {
        const acknowledged: string[] = [];
        for (const name of ['first', 'second', 'third'])
          acknowledged.push(...(await killedWriter(place.setting, name)));
        expect(acknowledged.length).toBeGreaterThan(60);
        const claimed = new Set(idsOf(await store.outbox.claim(1000, 2000, 'me', 1_000_000)));
        for (const id of acknowledged) {
          expect(claimed).toContain(id);
          expect(await store.connections.byId(id)).toBeDefined();
        }
        await store.ping();
      });
    });
  });
}

function idsOf(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map(({ id }) => id);
}

function worker(setting: string, ...args: readonly string[]) {
  const program = fileURLToPath(new URL('store-worker.ts', import.meta.url));
  const child = spawn(process.execPath, [program, setting, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  return { child, lines: createInterface(child.stdout) };
}

/** What a process among several tells; it must end well. */
async function linesOf(setting: string, ...args: readonly string[]): Promise<readonly unknown[]> {
  const { child, lines } = worker(setting, ...args);
  const ended = once(child, 'exit');
  const told: unknown[] = [];
  for await (const line of lines) told.push(JSON.parse(line));
  const [code] = await ended;
  expect(code).toBe(0);
  return told;
}

/** Ids that a process acknowledged before it was killed in the middle of its writing. */
async function killedWriter(setting: string, name: string): Promise<readonly string[]> {
  const { child, lines } = worker(setting, 'write', name);
  const ended = once(child, 'exit');
  const told: string[] = [];
  for await (const line of lines) {
    told.push(JSON.parse(line));
    if (told.length === 25) child.kill('SIGKILL');
  }
  const [, signal] = await ended;
  expect(signal).toBe('SIGKILL');
  return told;
}

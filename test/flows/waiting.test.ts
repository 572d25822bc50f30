import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { relocateConnection } from '../../src/flows/relocate-connection.ts';
import { renewCredential } from '../../src/flows/renew-credential.ts';
import type { Services } from '../../src/flows/services.ts';
import { whenFree } from '../../src/stores/when-free.ts';
import { connection, KEYS } from '../vault/records.ts';
import { type GrantingProduct, startGrantingProduct } from './granting-product.ts';
import { openServices } from './operator/open-services.ts';

const LEASE = 30_000;

let product: GrantingProduct;
let services: Services;
/** What has passed in addition, in milliseconds. */
let passed: number;
let tries: number;

beforeEach(async () => {
  product = await startGrantingProduct({});
  services = await openServices('sqlite::memory:', KEYS, {
    now: () => 1_000,
    integrations: new Map([['acme', product.integration]]),
  });
  const tokens = { type: 'oauth2', accessToken: 'access-0', refreshToken: 'refresh-0', scopes: ['read'] } as const;
  await services.vault.connections.save(connection(), tokens);
  passed = 0;
  tries = 0;
  const now = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => now() + passed);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await services.vault.close();
  await product.close();
});

/** A store that takes six seconds for a read, while another process renews. */
async function slowBesideAnother(): Promise<Services> {
  const { vault } = services;
  const stored = await vault.connections.byId('c1');
  if (stored === undefined) throw new Error('nothing is stored');
  expect(await vault.connections.lease(stored.connection, 'another', 1_000, 1_000 + LEASE)).toBe(true);
  const byId: typeof vault.connections.byId = (id) => {
    passed += 6_000;
    tries += 1;
    return vault.connections.byId(id);
  };
  return { ...services, vault: { ...vault, connections: { ...vault.connections, byId } } };
}

test('a move to another site waits 20 seconds for a renewal, however long each look at the store takes', async () => {
  const slow = await slowBesideAnother();
  const place = { account: { id: 'ann', label: 'ann' }, site: { id: 's2', name: 'Two', url: 'https://two.example' } };
  expect(await relocateConnection(slow, 'c1', place)).toEqual({ status: 'unreachable' });
  expect(tries).toBe(4);
});

test('so does a renewal for the one of another process', async () => {
  const slow = await slowBesideAnother();
  const stored = await services.vault.connections.byId('c1');
  if (stored === undefined) throw new Error('nothing is stored');
  expect(await renewCredential(slow, stored)).toEqual({ status: 'unreachable' });
  expect(tries).toBe(4);
  expect(slow.renewals.size).toBe(0);
  expect(product.asked).toEqual([]);
});

test('a write waits five seconds for another process, however long each try takes', async () => {
  const busy = Object.assign(new Error('database is locked'), { errcode: 5 });
  const write = () => {
    passed += 2_000;
    tries += 1;
    throw busy;
  };
  await expect(whenFree(write)).rejects.toBe(busy);
  expect(tries).toBe(3);
});

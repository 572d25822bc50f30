import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { beginAuthorization } from '../../src/flows/begin-authorization.ts';
import { findCredential } from '../../src/flows/find-credential.ts';
import type { UserOwner } from '../../src/model/owner.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { servicesOver } from '../flows/operator/open-services.ts';
import { connection, credential, KEYS } from '../vault/records.ts';
import { acmeAt } from './counting-product.ts';
import type { Proof } from './proof.ts';

const MIB = 1024 * 1024;
/** Of one tenant, as SECURITY.md says. */
const OF_A_TENANT = 1_000;

export const crowd: Proof = {
  figure: 'F17',
  what: '10,000 open attempts, and then 1,000 more a second for a minute: memory grows by less than 100 MB, and others are served within 500 ms (p99)',
  run: async ({ newStore, isShort }, attempt) => {
    const open = isShort ? 200 : 10_000;
    const perSecond = isShort ? 50 : 1_000;
    const seconds = isShort ? 2 : 60;
    const store = await openStore(await newStore());
    const acme = acmeAt('http://127.0.0.1:1', 'token');
    const services = await servicesOver(store, KEYS, { declared: [acme], integrations: new Map([['acme', acme]]) });
    const begin = (tenant: number) => {
      const user = randomUUID();
      const owner: UserOwner = { kind: 'user', bot: 'bot', channel: 'msteams', tenant: `tenant-${tenant}`, user };
      const conversation = { key: user, kind: 'personal', reference: {} } as const;
      return beginAuthorization(services, {
        owner,
        ownerName: 'Ann',
        conversation,
        integration: 'acme',
        purpose: 'ping it',
        scopes: [],
      });
    };
    const ann: UserOwner = { kind: 'user', bot: 'bot', channel: 'msteams', tenant: 'own', user: 'ann' };
    await services.vault.connections.save(
      connection({ owner: ann, expiresAt: services.now() + 3_600_000 }),
      credential,
    );
    for (let count = 0; count < open; count += 1) {
      await attempt(`attempt ${count}`, async () => {
        assert.equal((await begin(Math.floor(count / OF_A_TENANT))).status, 'begun');
      });
    }
    const before = memory();
    const waits: number[] = [];
    let begun = 0;
    for (const end = Date.now() + seconds * 1_000; Date.now() < end; ) {
      // each is an event of its own, as messages are, and somebody else comes after them
      const asked = performance.now();
      const burst = Array.from({ length: Math.ceil(perSecond / 20) }, () => arrives(() => begin(0)));
      begun += burst.length;
      const other = arrives(() =>
        attempt('somebody else', async () => {
          const found = await findCredential(services, { owner: ann, action: { integration: 'acme', scopes: [] } });
          assert.equal(found.status, 'ready');
        }),
      );
      waits.push(await other.then(() => performance.now() - asked));
      await Promise.all(burst);
      await sleep(50 - ((performance.now() - asked) % 50));
    }
    const grown = (memory() - before) / MIB;
    const p99 = waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? 0;
    await services.vault.close();
    await attempt('memory', () => assert(grown < 100, `${grown.toFixed(0)} MB`));
    await attempt('others', () => assert(p99 < 500, `${p99.toFixed(0)} ms`));
    return `${begun} begun, ${grown.toFixed(0)} MB more, others wait ${p99.toFixed(0)} ms (p99)`;
  },
};

function arrives<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve) => {
    setImmediate(() => resolve(work()));
  });
}

function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss;
}

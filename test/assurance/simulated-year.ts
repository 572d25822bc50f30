import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { pursueDue } from '../../src/background/errand-lanes.ts';
import { deliverDue } from '../../src/background/outbox-lanes.ts';
import { beginAuthorization } from '../../src/flows/begin-authorization.ts';
import { cancelAuthorization } from '../../src/flows/cancel-authorization.ts';
import { claimLink } from '../../src/flows/claim-link.ts';
import { completeAuthorization } from '../../src/flows/complete-authorization.ts';
import { completeCallback } from '../../src/flows/complete-callback.ts';
import { disconnect } from '../../src/flows/disconnect.ts';
import { startHeartbeat } from '../../src/flows/heartbeat.ts';
import { moveErrand } from '../../src/flows/move-errand.ts';
import { noteUses } from '../../src/flows/note-uses.ts';
import { countTry, forgiveTries } from '../../src/flows/operator/back-off.ts';
import { forgetOwner } from '../../src/flows/operator/forget-owner.ts';
import { renewCredential } from '../../src/flows/renew-credential.ts';
import type { Services } from '../../src/flows/services.ts';
import { sweep } from '../../src/flows/sweep.ts';
import { startTrySweep } from '../../src/flows/sweep-tries.ts';
import type { Errand } from '../../src/model/errand.ts';
import { ownerKey, type UserOwner } from '../../src/model/owner.ts';
import { openStore } from '../../src/stores/open-store.ts';
import { servicesOver } from '../flows/operator/open-services.ts';
import { errand, KEYS } from '../vault/records.ts';
import { countRows } from './count-rows.ts';
import { startCountingProduct } from './counting-product.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

export interface Year {
  readonly days: number;
  /** How long the audit log is kept. */
  readonly auditDays: number;
  /** From this day on nothing may grow. */
  readonly settled: number;
}

/** Rows of each table on the day from which nothing may grow, and on the last one. */
export async function liveThrough(setting: string, { days, auditDays, settled }: Year) {
  const store = await openStore(setting);
  const product = await startCountingProduct('grant');
  let now = Date.now();
  let speaks = true;
  let services: Services;
  const host = {
    deliver: async () => assert(speaks, 'the channel does not answer'),
    pursue: async (errand: Errand) => {
      assert(speaks, 'the channel does not answer');
      await moveErrand(services, errand, { type: 'said', at: now });
    },
    run: async () => ({ status: 'asked' }) as const,
    exchangeToken: async () => ({ status: 'not_allowed' }) as const,
    converse: async () => undefined,
  };
  const counted: Readonly<Record<string, number>>[] = [];
  for (let day = 0; day < days; day += 1) {
    // each day another process, and the one before was killed
    const opened = await servicesOver(store, KEYS, {
      now: () => now,
      declared: [product.integration],
      integrations: new Map([['acme', product.integration]]),
    });
    services = { ...opened, settings: { ...opened.settings, auditDays } };
    await startHeartbeat(services)();
    const sweepTries = startTrySweep(services);
    speaks = day % 5 !== 0;
    await liveOneDay(services, day);
    for (let part = 0; part < 4; part += 1) {
      now += DAY / 4;
      await noteUses(services);
      await sweep(services);
      await sweepTries();
      await deliverDue(services, host);
      await pursueDue(services, host);
    }
    if (day === settled || day === days - 1) counted.push(await countRows(setting));
  }
  await store.close();
  await product.close();
  const [settledRows = {}, lastRows = {}] = counted;
  return { settled: settledRows, last: lastRows };
}

/** Tries to sign in are counted in 4,096 places among the settings: how many networks share one differs from month to month. */
const SHARED = 4;

/** A table that has more rows on the last day than on the one from which nothing may grow. */
export function isGrown(table: string, settled: number | undefined, last: number): boolean {
  return last > (settled ?? 0) + (table === 'settings' ? SHARED : 0);
}

/**
 * Somebody connects, works and removes it; somebody asks for something, and cancels; somebody never comes back; somebody guesses a
 * password, and a developer signs in from somewhere else.
 */
async function liveOneDay(services: Services, day: number): Promise<void> {
  const person = somebody(day);
  await connects(services, person);
  const [connection] = await services.vault.connections.list(ownerKey(person));
  assert(connection !== undefined);
  services.uses.set(connection.id, services.now());
  await noteUses(services);
  const stored = await services.vault.connections.byId(connection.id);
  assert(stored !== undefined);
  assert.equal((await renewCredential(services, stored)).status, 'renewed');
  services.uses.set(connection.id, services.now());
  if (day % 2 === 0) await disconnect(services, { owner: person, integration: 'acme' });
  else await forgetOwner(services, { actor: { name: 'olivia' }, owner: person });

  const now = services.now();
  const asks = { ...errand({ id: randomUUID(), owner: somebody(day) }), createdAt: now, updatedAt: now, actedAt: now };
  await services.vault.errands.begin(asks);
  assert((await moveErrand(services, asks, { type: 'said', at: now })) !== undefined);
  const cancels = await begins(services, somebody(day));
  await cancelAuthorization(services, { owner: cancels.owner, authorizationId: cancels.id });
  await begins(services, somebody(day));
  await services.vault.sessions.set(randomUUID(), '{}', now + HOUR);
  const guess = { name: `guess${day % 5}@example.com`, address: `10.0.0.${day % 5}` };
  await countTry(services, guess);
  await forgiveTries(services, { name: 'olivia', address: `10.${day >> 8}.${day & 255}.1` });
}

function somebody(day: number): UserOwner {
  return { kind: 'user', bot: 'bot', channel: 'webchat', tenant: '', user: `${day}-${randomUUID()}` };
}

async function begins(services: Services, owner: UserOwner) {
  const outcome = await beginAuthorization(services, {
    owner,
    ownerName: 'Ann',
    conversation: { key: `chat of ${ownerKey(owner)}`, kind: 'personal', reference: {} },
    integration: 'acme',
    purpose: 'ping it',
    scopes: ['read'],
  });
  assert(outcome.status === 'begun', JSON.stringify(outcome));
  return { owner, id: outcome.authorization.id, link: new URL(outcome.link).pathname.split('/').at(-1) ?? '' };
}

async function connects(services: Services, owner: UserOwner): Promise<void> {
  const { id, link } = await begins(services, owner);
  const claimed = await claimLink(services, { link, browser: { secretOf: () => undefined } });
  assert(claimed.status === 'redirect');
  await completeCallback(services, {
    integration: 'acme',
    params: new URLSearchParams({ state: new URL(claimed.url).searchParams.get('state') ?? '', code: 'code' }),
    browser: { secretOf: () => claimed.browserSecret },
  });
  const attempt = await services.vault.authorizations.byId(id);
  assert(attempt !== undefined);
  assert((await completeAuthorization(services, attempt, { isUnattended: false })) !== undefined);
}

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beginAuthorization } from '../../src/flows/begin-authorization.ts';
import { OPEN_PER_SOURCE } from '../../src/flows/begin-limits.ts';
import { claimLink } from '../../src/flows/claim-link.ts';
import { sweep } from '../../src/flows/sweep.ts';
import { defineIntegration } from '../../src/integrations/define-integration.ts';
import { type Authorization, LINK_LIFETIME } from '../../src/model/authorization.ts';
import type { Errand } from '../../src/model/errand.ts';
import type { UserOwner } from '../../src/model/owner.ts';
import { startTestPostgres, type TestPostgres } from '../stores/test-postgres.ts';
import { authorization, errand } from '../vault/records.ts';
import { openServices } from './operator/open-services.ts';

const acme = defineIntegration({
  id: 'acme',
  name: 'Acme',
  baseUrl: 'https://acme.example',
  profiles: [
    {
      id: 'key',
      title: 'API key',
      method: 'api_key',
      fields: [{ key: 'apiKey', title: 'API key', type: 'password' }],
      placements: [{ in: 'header', name: 'Authorization', value: '{{apiKey}}' }],
    },
  ],
  check: { method: 'GET', path: '/me', account: () => undefined },
});

const { browserHash: _, stateHash: __, codeVerifier: ___, ...begunLike } = authorization();

let server: TestPostgres;
beforeAll(async () => {
  server = await startTestPostgres();
}, 180_000);
afterAll(async () => {
  await server?.stop();
});

const PLACES: readonly (readonly [string, () => Promise<{ setting: string; wipe(): Promise<void> }>])[] = [
  [
    'SQLite',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'latchkey-crowd-'));
      const wipe = async () => rmSync(folder, { recursive: true, force: true });
      return { setting: `sqlite:${join(folder, 'latchkey.db')}`, wipe };
    },
  ],
  [
    'PostgreSQL',
    async () => {
      const database = await server.newDatabase();
      return { setting: database.url, wipe: database.drop };
    },
  ],
];

describe.each(PLACES)('a crowd, on %s', (_engine, newPlace) => {
  let place: { setting: string; wipe(): Promise<void> };
  let services: Awaited<ReturnType<typeof openServices>>;
  let clock: number;

  beforeEach(async () => {
    clock = 1_000_000;
    place = await newPlace();
    const integrations = new Map([['acme', acme]]);
    const keys = `k1:${Buffer.alloc(32, 7).toString('base64')}`;
    services = await openServices(place.setting, keys, { now: () => clock, declared: [acme], integrations });
  });
  afterEach(async () => {
    await services.vault.close();
    await place.wipe();
  });

  const person = (channel: string, user: string, tenant = ''): UserOwner => ({
    kind: 'user',
    bot: 'bot',
    channel,
    tenant,
    user,
  });
  const begin = (owner: UserOwner, more: { readonly restart?: boolean } = {}) =>
    beginAuthorization(services, {
      owner,
      ownerName: owner.user,
      conversation: { key: `chat of ${owner.user}`, kind: 'personal', reference: {} },
      integration: 'acme',
      purpose: 'test it',
      scopes: [],
      ...more,
    });
  const attemptOf = (owner: UserOwner, createdAt: number, expiresAt = createdAt + LINK_LIFETIME): Authorization => ({
    ...begunLike,
    id: randomUUID(),
    owner,
    createdAt,
    updatedAt: clock,
    expiresAt,
    profile: 'key',
    linkHash: randomUUID(),
    status: 'new',
  });
  const crowd = async (count: number, owner: (n: number) => UserOwner, expiresAt?: number) => {
    await services.vault.transaction(async (vault) => {
      for (let n = 0; n < count; n += 1) {
        const attempt = attemptOf(owner(n), clock - 10_000 + n, expiresAt);
        await vault.authorizations.insert(attempt);
        await vault.errands.begin(waitingFor(attempt));
      }
    });
  };
  const waitingFor = ({ id: authorizationId, owner, createdAt }: Authorization): Errand => {
    const { owes: _owed, dueAt: _due, ...begun } = errand({ id: randomUUID(), owner, createdAt, actedAt: clock });
    return { ...begun, updatedAt: clock, status: 'waiting', authorizationId };
  };
  /** What has to be said at once. */
  const told = async () => {
    const due = await services.vault.errands.due(clock, 20);
    return due.flatMap((one) => (one.status === 'asking' && one.ask.kind === 'retry' ? one.ask.why : []));
  };

  it('of one source takes no place from any other, and sheds its own oldest, who hears of it', async () => {
    await crowd(OPEN_PER_SOURCE, (n) => person('directline', `dl_${n}`));
    expect(await begin(person('msteams', 'ann', 't1'))).toMatchObject({ status: 'begun' });
    expect(await begin(person('directline', 'ann', 'verified'))).toMatchObject({ status: 'begun' });
    expect(await told()).toEqual([]);
    expect(await begin(person('directline', 'dl_late'))).toMatchObject({ status: 'begun' });
    expect(await told()).toEqual(['crowded_out']);
    expect(await services.vault.authorizations.openOf('user/3:bot/10:directline/0:/4:dl_0')).toEqual([]);
    expect(await services.vault.authorizations.openOf('user/3:bot/10:directline/0:/4:dl_1')).toHaveLength(1);
  });

  it('takes nothing from whoever has opened the link already', async () => {
    const early = await begin(person('directline', 'dl_early'));
    if (early.status !== 'begun') throw new Error(early.status);
    const link = early.link.split('/').at(-1) ?? '';
    expect(await claimLink(services, { link, browser: { secretOf: () => undefined } })).toMatchObject({
      status: 'credential_form',
    });
    clock += 1_000;
    await crowd(OPEN_PER_SOURCE - 1, (n) => person('directline', `dl_${n}`));
    expect(await begin(person('directline', 'dl_late'))).toMatchObject({ status: 'begun' });
    const stored = await services.vault.authorizations.byId(early.authorization.id);
    expect(stored?.status).toBe('claimed');
  });

  it('that has expired does not count, even before it is swept', async () => {
    await crowd(OPEN_PER_SOURCE, (n) => person('directline', `dl_${n}`), clock);
    expect(await begin(person('directline', 'dl_late'))).toMatchObject({ status: 'begun' });
    expect(await told()).toEqual([]);
  });

  it('of 10,000 is swept within 30 seconds, and everybody hears of it', async () => {
    await crowd(10_000, (n) => person('directline', `dl_${n}`), clock);
    const begun = performance.now();
    await sweep(services);
    expect(performance.now() - begun).toBeLessThan(30_000);
    expect(await services.vault.authorizations.countOpen()).toBe(0);
    expect(await told()).toEqual(Array.from({ length: 20 }, () => 'expired'));
  }, 120_000);

  it('of links: five a minute for one person and product, however they are asked for', async () => {
    const ann = person('msteams', 'ann', 't1');
    for (const restart of [false, false, true, false, true]) {
      expect(await begin(ann, { restart })).toMatchObject({ status: 'begun' });
    }
    expect(await begin(ann)).toEqual({ status: 'too_many', minutes: 1 });
    expect(await begin(ann, { restart: true })).toEqual({ status: 'too_many', minutes: 1 });
    expect(await begin(person('msteams', 'ann', 't2'))).toMatchObject({ status: 'begun' });
    clock += 60_000;
    expect(await begin(ann)).toMatchObject({ status: 'begun' });
  });
});

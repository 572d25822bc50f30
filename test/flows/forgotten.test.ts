import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deliverDue } from '../../src/background/outbox-lanes.ts';
import { completeCallback } from '../../src/flows/complete-callback.ts';
import { disconnect } from '../../src/flows/disconnect.ts';
import { endAuthorization } from '../../src/flows/end-authorization.ts';
import { hashSecret } from '../../src/flows/one-time-secret.ts';
import { forgetOwner } from '../../src/flows/operator/forget-owner.ts';
import { renewCredential } from '../../src/flows/renew-credential.ts';
import { submitCredentialInChat } from '../../src/flows/submit-credential.ts';
import { defineIntegration } from '../../src/integrations/define-integration.ts';
import type { Notice } from '../../src/model/notice.ts';
import type { UserOwner } from '../../src/model/owner.ts';
import { outsideTransaction } from '../../src/stores/inside-transaction.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { startTestPostgres, type TestDatabase, type TestPostgres } from '../stores/test-postgres.ts';
import { authorization, connection, conversation, credential, KEYS } from '../vault/records.ts';
import { type GrantingProduct, startGrantingProduct } from './granting-product.ts';
import { openServices } from './operator/open-services.ts';

const actor = { name: 'olivia' };
const DAY = 24 * 60 * 60_000;
const ann: UserOwner = { kind: 'user', bot: 'bot', channel: 'webchat', tenant: '', user: 'ann-CANARY' };
const own = { ...conversation, key: 'CANARY', reference: { user: 'CANARY' } };

let server: TestPostgres;
beforeAll(async () => {
  server = await startTestPostgres();
}, 180_000);
afterAll(() => server?.stop());

describe.each(['SQLite', 'PostgreSQL'])('on %s, somebody who is forgotten', (engine) => {
  let folder: string;
  let database: TestDatabase | undefined;
  let product: GrantingProduct;
  let services: Awaited<ReturnType<typeof openServices>>;
  let now: number;
  let attention: unknown[];
  const told: Notice[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
    database = engine === 'SQLite' ? undefined : await server.newDatabase();
    product = await startGrantingProduct();
    now = 1_000;
    attention = [];
    told.length = 0;
    services = await openServices(database?.url ?? `sqlite:${join(folder, 'latchkey.db')}`, KEYS, {
      now: () => now,
      integrations: new Map([['acme', product.integration]]),
      attention: (what) => void attention.push(what),
    });
  });
  afterEach(async () => {
    await services.vault.close();
    await database?.drop();
    await product.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const save = () =>
    services.vault.connections.save(
      connection({ owner: ann, conversation: own, account: { id: '42', label: 'CANARY@example.com' } }),
      { ...credential, accessToken: 'good', refreshToken: 'refresh-0' },
    );
  const forget = () => forgetOwner(services, { actor, owner: ann });
  /** All that is queued, opened. */
  const queued = async (): Promise<readonly Notice[]> => {
    const later = now + 2 * DAY;
    const claimed = await services.vault.outbox.claim(later, later, 'test', 100);
    for (const { id } of claimed) await services.vault.outbox.postpone(id, 'test', now + 60_000);
    return claimed.map(({ notice }) => notice);
  };
  const host = {
    deliver: async (notice: Notice) => void told.push(notice),
    pursue: async () => {},
    run: async () => ({ status: 'asked' }) as const,
    converse: async () => undefined,
    exchangeToken: async () => ({ status: 'not_allowed' as const }),
  };
  test('is not in a revocation that was queued before, and that goes out', async () => {
    await save();
    product.set.revocationStatus = 503;
    await disconnect(services, { owner: ann, integration: 'acme' });
    expect(JSON.stringify(await queued())).toContain('CANARY');
    expect(await forget()).toMatchObject({ connections: 0, queued: 1 });
    const left = await queued();
    expect(left).toMatchObject([{ kind: 'revoke', account: '42' }]);
    expect(JSON.stringify(left)).not.toContain('CANARY');
    product.set.revocationStatus = 200;
    now += 60_000;
    await deliverDue(services, host);
    expect(product.revoked).toEqual(['refresh-0', 'good']);
    expect(told).toEqual([]);
  });

  test('is told nothing where it is given up, a day after it was queued first; the developers are', async () => {
    await save();
    product.set.revocationStatus = 503;
    await disconnect(services, { owner: ann, integration: 'acme' });
    now += DAY - 60_000;
    await forget();
    now += 120_001;
    await deliverDue(services, host);
    expect(told).toEqual([]);
    expect(attention).toMatchObject([{ integration: 'acme', account: '', why: 'not_revoked' }]);
    expect(await queued()).toEqual([]);
  });

  test('is not told what was still to be said', async () => {
    await save();
    product.set.revocationStatus = 503;
    await disconnect(services, { owner: ann, integration: 'acme' });
    now += DAY + 60_001;
    // nobody here can speak
    await deliverDue(services, undefined);
    await forget();
    expect(await queued()).toEqual([]);
    await deliverDue(services, host);
    expect(told).toEqual([]);
  });

  test('is not written down again by a renewal that was under way', async () => {
    await save();
    const stored = await services.vault.connections.byId('c1');
    if (stored === undefined) throw new Error('not saved');
    product.set.revocationStatus = 503;
    product.set.given = async () => void (await forget());
    expect((await renewCredential(services, stored)).status).toBe('ended');
    const left = await queued();
    expect(left.filter(({ kind }) => kind === 'revoke')).toHaveLength(2);
    expect(JSON.stringify(left)).not.toContain('CANARY');
  });

  test('is not written down again by a sign-in that was under way', async () => {
    await services.vault.authorizations.insert({
      ...authorization({ owner: ann, ownerName: 'CANARY', conversation: own, stateHash: hashSecret('the-state') }),
      browserHash: hashSecret('the-browser'),
      expiresAt: now + 600_000,
    });
    product.set.revocationStatus = 503;
    product.set.given = async () => void (await forget());
    await completeCallback(services, {
      integration: 'acme',
      params: new URLSearchParams({ state: 'the-state', code: 'code' }),
      browser: { secretOf: () => 'the-browser' },
    });
    const left = await queued();
    expect(left).toMatchObject([{ kind: 'revoke' }]);
    expect(JSON.stringify(left)).not.toContain('CANARY');
  });

  /**
   * The flows of a process whose person is forgotten right before it writes something of them to the queue, or to the audit log. That
   * is over before the line is written, or begins once it is.
   */
  const overtaken = () => {
    let forgotten: Promise<unknown> | undefined;
    const forgetting = async () => {
      forgotten ??= outsideTransaction(forget);
      await Promise.race([forgotten, sleep(100)]);
    };
    const over = (vault: Vault): Vault => ({
      ...vault,
      outbox: {
        ...vault.outbox,
        put: async (...row) => {
          await forgetting();
          await vault.outbox.put(...row);
        },
      },
      audit: {
        ...vault.audit,
        append: async (line) => {
          await forgetting();
          await vault.audit.append(line);
        },
      },
      transaction: (work) => vault.transaction((inner) => work(over(inner))),
    });
    const end = async () => {
      expect(forgotten).toBeDefined();
      await forgotten;
    };
    return { own: { ...services, vault: over(services.vault) }, end };
  };

  test('stays nowhere, where the late pair of a renewal is queued at that very moment', async () => {
    await save();
    await services.vault.authorizations.insert(authorization({ owner: ann, conversation: own }));
    const stored = await services.vault.connections.byId('c1');
    if (stored === undefined) throw new Error('not saved');
    product.set.revocationStatus = 503;
    product.set.given = async () => void (await disconnect(services, { owner: ann, integration: 'acme' }));
    const { own: late, end } = overtaken();
    expect((await renewCredential(late, stored)).status).toBe('ended');
    await end();
    const left = await queued();
    expect(left.filter(({ kind }) => kind === 'revoke')).toHaveLength(2);
    expect(JSON.stringify(left)).not.toContain('CANARY');
  });

  test('stays nowhere, where the token of a sign-in that was cancelled is queued at that very moment', async () => {
    const attempt = {
      ...authorization({ owner: ann, ownerName: 'CANARY', conversation: own, stateHash: hashSecret('the-state') }),
      browserHash: hashSecret('the-browser'),
      expiresAt: now + 600_000,
    };
    await services.vault.authorizations.insert(attempt);
    product.set.revocationStatus = 503;
    product.set.given = async () => {
      const present = await services.vault.authorizations.byId(attempt.id);
      if (present === undefined) throw new Error('not there');
      await endAuthorization(services, present, { status: 'cancelled', why: 'cancelled', tell: 'turn' });
    };
    const { own: late, end } = overtaken();
    await completeCallback(late, {
      integration: 'acme',
      params: new URLSearchParams({ state: 'the-state', code: 'code' }),
      browser: { secretOf: () => 'the-browser' },
    });
    await end();
    const left = await queued();
    expect(left).toMatchObject([{ kind: 'revoke' }]);
    expect(JSON.stringify(left)).not.toContain('CANARY');
  });

  test('stays nowhere, where the audit log gets a line of a key at that very moment', async () => {
    const keyed = defineIntegration({
      id: 'keyed',
      name: 'Keyed',
      baseUrl: product.integration.baseUrl,
      allowInsecureLoopback: true,
      profiles: [
        {
          id: 'system',
          title: 'API key',
          method: 'api_key',
          fields: [{ key: 'apiKey', title: 'API key', type: 'password' }],
          placements: [{ in: 'header', name: 'Authorization', value: '{{apiKey}}' }],
        },
      ],
      check: { path: '/me', account: { id: 'id' } },
    });
    services.integrations.set('keyed', keyed);
    product.set.checkStatus = 401;
    const { browserHash: _, stateHash: __, codeVerifier: ___, ...begun } = authorization();
    await services.vault.authorizations.insert({
      ...{ ...begun, status: 'new', owner: ann, conversation: own, integration: 'keyed' },
      expiresAt: now + 600_000,
    });
    const { own: late, end } = overtaken();
    await submitCredentialInChat(late, {
      ...{ owner: ann, conversationKey: own.key, authorizationId: begun.id },
      values: { apiKey: 'a-key-that-nobody-has' },
    });
    await end();
    const lines = await services.vault.audit.list({ limit: 9 });
    expect(lines.map(({ what }) => what)).toContain('credential_submitted');
    expect(JSON.stringify(lines)).not.toContain('CANARY');
  });
});

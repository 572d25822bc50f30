import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deliverDue } from '../../../src/background/outbox-lanes.ts';
import { ProviderUnreachableError } from '../../../src/errors.ts';
import { forgetOwner } from '../../../src/flows/operator/forget-owner.ts';
import type { Services } from '../../../src/flows/services.ts';
import type { Authorization } from '../../../src/model/authorization.ts';
import type { HttpRequest, HttpResponse } from '../../../src/model/http.ts';
import type { Integration } from '../../../src/model/integration.ts';
import { ownerKey, type UserOwner } from '../../../src/model/owner.ts';
import { storedFacts } from '../../../src/model/stored-facts.ts';
import { authorization, connection, conversation, credential, errand, KEYS } from '../../vault/records.ts';
import { openServices } from './open-services.ts';

const ann: UserOwner = { kind: 'user', bot: 'bot', channel: 'webchat', tenant: '', user: 'ann-CANARY' };
const anna: UserOwner = { ...ann, user: 'ann' };
const acme: Integration = {
  id: 'acme',
  name: 'Acme',
  baseUrl: 'https://acme.example',
  profiles: [
    {
      id: 'system',
      title: 'Account',
      method: 'oauth2',
      origin: 'system',
      clientId: 'client',
      clientSecret: 'secret',
      authorizationUrl: 'https://acme.example/authorize',
      tokenUrl: 'https://acme.example/token',
      revocationUrl: 'https://acme.example/revoke',
      scopes: [],
      placements: [],
    },
    { id: 'key', title: 'Key', method: 'api_key', fields: [], placements: [] },
  ],
  check: { method: 'GET', path: '/me', account: () => undefined },
};
const input = { actor: { name: 'olivia' }, owner: ann };

let folder: string;
let services: Awaited<ReturnType<typeof openServices>>;
let asked: HttpRequest[];
let answer: (request: HttpRequest) => Promise<HttpResponse>;
let now: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
  asked = [];
  now = 1_000;
  answer = async () => ({ status: 200, headers: {}, body: '' });
  const sender: Services['http']['sender'] = () => (request) => {
    asked.push(request);
    return answer(request);
  };
  services = await openServices(`sqlite:${join(folder, 'latchkey.db')}`, KEYS, {
    now: () => now,
    integrations: new Map([['acme', acme]]),
    http: {
      sender,
      api: () => {
        throw new Error('no action runs here');
      },
    },
  });
});

afterEach(async () => {
  await services.vault.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a person whom the operator forgets', () => {
  test('is nowhere any more, and everybody else is', async () => {
    await saveAllOf(ann, 'CANARY');
    await saveAllOf(anna, 'other');
    const others = snapshot((row) => !mentions(row, 'CANARY'));
    expect(bytesOnDisk().includes('CANARY')).toBe(true);

    expect(await forgetOwner(services, input)).toEqual({
      connections: 2,
      authorizations: 2,
      errands: 1,
      queued: 0,
      unsupported: 1,
    });
    const rest = snapshot(() => true).filter((row) => !mentions(row, 'forgotten/'));
    expect(rest).toEqual(others);
    await services.vault.close();
    expect(bytesOnDisk().includes('CANARY')).toBe(false);
    services = await openServices(`sqlite:${join(folder, 'latchkey.db')}`, KEYS, {
      integrations: services.integrations,
    });
    expect(await services.vault.connections.list(ownerKey(anna))).toHaveLength(2);
  });

  test('is ended at the products, also what was not confirmed yet', async () => {
    await saveAllOf(ann, 'CANARY');
    await forgetOwner(services, input);
    const tokens = asked.map(({ body }) => new URLSearchParams(body).get('token'));
    expect(tokens.toSorted()).toEqual(['token of CANARY', 'unconfirmed of CANARY']);
  });

  test('keeps a line in the audit log that names nobody', async () => {
    await services.vault.audit.append(entryOf(ownerKey(ann)));
    await services.vault.connections.save(connection({ owner: ann }), credential);
    await forgetOwner(services, input);
    const [revocation, last, first] = await services.vault.audit.list({ limit: 9 });
    expect(revocation).toMatchObject({
      actor: 'system',
      what: 'revocation',
      subject: last?.subject,
      result: 'revoked',
    });
    expect(last).toMatchObject({
      actor: 'operator:olivia',
      what: 'owner_forgotten',
      subject: expect.stringMatching(/^forgotten\/[0-9a-f]{16}$/),
      result: storedFacts({ kind: 'forgotten', connections: 1, revocations: 1 }),
    });
    expect(first).toMatchObject({ ...entryOf(last?.subject ?? ''), at: 1 });
  });

  test('is asked to be ended again where the product does not answer, and then is gone', async () => {
    answer = async () => {
      throw new ProviderUnreachableError('not now');
    };
    await saveAllOf(ann, 'CANARY');
    expect(await forgetOwner(services, input)).toMatchObject({ queued: 2 });
    expect(await services.vault.connections.list(ownerKey(ann))).toEqual([]);
    expect(await deliverDue(services, undefined)).toBe(0);
    answer = async () => ({ status: 200, headers: {}, body: '' });
    now += 60_000;
    expect(await deliverDue(services, undefined)).toBe(2);
    expect(snapshot(() => true).filter((row) => row.startsWith('outbox'))).toEqual([]);
  });

  test('is forgotten here before any product is asked', async () => {
    await saveAllOf(ann, 'CANARY');
    const left: number[] = [];
    answer = async () => {
      left.push((await services.vault.connections.list(ownerKey(ann))).length);
      return { status: 200, headers: {}, body: '' };
    };
    await forgetOwner(services, input);
    expect(left).toEqual([0, 0]);
  });

  test('is forgotten also where something does not open, or its integration is no more', async () => {
    await saveAllOf(ann, 'CANARY');
    await services.vault.connections.save(connection({ id: 'c9', owner: ann, integration: 'gone' }), credential);
    const database = new DatabaseSync(join(folder, 'latchkey.db'));
    database.exec("update connections set sealed = x'' where id = 'c CANARY'");
    database.close();
    expect(await forgetOwner(services, input)).toMatchObject({ connections: 3, queued: 1, unsupported: 1 });
    expect(snapshot((row) => mentions(row, 'CANARY'))).toEqual([]);
  });

  test('who is not there, or no more, is nothing', async () => {
    await saveAllOf(ann, 'CANARY');
    await forgetOwner(services, input);
    const nothing = {
      connections: 0,
      authorizations: 0,
      errands: 0,
      queued: 0,
      unsupported: 0,
    };
    expect(await forgetOwner(services, input)).toEqual(nothing);
  });

  test('is not forgotten when that cannot be logged', async () => {
    await saveAllOf(ann, 'CANARY');
    const database = new DatabaseSync(join(folder, 'latchkey.db'));
    database.exec("create trigger full before insert on audit begin select raise(abort, 'full'); end");
    await expect(forgetOwner(services, input)).rejects.toThrow('full');
    database.exec('drop trigger full');
    database.close();
    expect(await services.vault.connections.list(ownerKey(ann))).toHaveLength(2);
  });
});

/** One of everything that a person can leave in the store. */
async function saveAllOf(owner: UserOwner, mark: string): Promise<void> {
  const { vault } = services;
  const own = { ...conversation, key: `webchat/${mark}`, reference: { user: { id: owner.user, name: mark } } };
  const account = (id: string) => ({ id: `${id} ${mark}`, label: `${mark}@example.com` });
  await vault.connections.save(connection({ id: `c ${mark}`, owner, account: account('1') }), {
    ...credential,
    accessToken: `token of ${mark}`,
  });
  await vault.connections.save(connection({ id: `k ${mark}`, owner, profile: 'key', account: account('2') }), {
    type: 'api_key',
    values: { apiKey: mark },
  });
  const attempt = (id: string) =>
    authorization({
      id: `${id} ${mark}`,
      owner,
      conversation: own,
      linkHash: `${id} ${mark}`,
      stateHash: `${id} ${mark}`,
    });
  const quarantined: Authorization = {
    ...attempt('a1'),
    status: 'quarantined',
    credential: { ...credential, accessToken: `unconfirmed of ${mark}` },
    account: account('1'),
    sites: [],
    codeMac: 'k1.mac',
  };
  await vault.authorizations.insert(quarantined);
  await vault.authorizations.insert({ ...attempt('a2'), status: 'failed', why: 'denied' });
  await vault.errands.begin(errand({ id: `e ${mark}`, owner, conversation: own }));
  await vault.audit.append(entryOf(ownerKey(owner)));
}

function entryOf(actor: string) {
  return { at: 1, actor, what: 'connected', subject: 'c1', result: 'acme', ref: null };
}

/** Every row of the database as text, ciphertext included. */
function snapshot(wanted: (row: string) => boolean): readonly string[] {
  const database = new DatabaseSync(join(folder, 'latchkey.db'));
  const tables = ['authorizations', 'connections', 'errands', 'outbox', 'sessions', 'settings', 'audit'];
  const rows = tables.flatMap((table) =>
    database
      .prepare(`select * from ${table}`)
      .all()
      .map((row) => `${table} ${JSON.stringify(row)}`),
  );
  database.close();
  return rows.filter(wanted);
}

function mentions(row: string, text: string): boolean {
  return row.includes(text);
}

function bytesOnDisk(): Buffer {
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cancelAuthorization } from '../../src/flows/cancel-authorization.ts';
import { abandonErrand, cancelErrand } from '../../src/flows/cancel-errand.ts';
import { completeAuthorization } from '../../src/flows/complete-authorization.ts';
import { completeCallback } from '../../src/flows/complete-callback.ts';
import { burnCode, confirmAuthorization } from '../../src/flows/confirm-authorization.ts';
import { describeAuthorization } from '../../src/flows/describe-authorization.ts';
import { moveErrand } from '../../src/flows/move-errand.ts';
import { hashSecret } from '../../src/flows/one-time-secret.ts';
import { stopAuthorization } from '../../src/flows/operator/stop-authorization.ts';
import type { Services } from '../../src/flows/services.ts';
import { ownerKey } from '../../src/model/owner.ts';
import { ann, authorization, conversation, errand, KEYS } from '../vault/records.ts';
import { type GrantingProduct, startGrantingProduct } from './granting-product.ts';
import { openServices } from './operator/open-services.ts';

let folder: string;
let product: GrantingProduct;
let services: Awaited<ReturnType<typeof openServices>>;
/** Another process does it, once, between what a flow reads of the attempt and what it writes. */
let meanwhile: (() => Promise<unknown>) | undefined;
let hurried: Services;

const browser = { secretOf: () => 'the-browser' };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
  product = await startGrantingProduct();
  services = await openServices(`sqlite:${join(folder, 'latchkey.db')}`, KEYS, {
    integrations: new Map([['acme', product.integration]]),
  });
  const { vault } = services;
  const then = async <T>(read: Promise<T>): Promise<T> => {
    const found = await read;
    const happens = meanwhile;
    meanwhile = undefined;
    await happens?.();
    return found;
  };
  const authorizations = {
    ...vault.authorizations,
    byId: (id: string) => then(vault.authorizations.byId(id)),
    openOf: (owner: string) => then(vault.authorizations.openOf(owner)),
  };
  hurried = { ...services, vault: { ...vault, authorizations } };
  const now = services.now();
  await vault.authorizations.insert({
    ...authorization({ stateHash: hashSecret('the-state'), createdAt: now, updatedAt: now, expiresAt: now + 600_000 }),
    browserHash: hashSecret('the-browser'),
  });
  await vault.errands.begin({ ...errand(), createdAt: now, updatedAt: now, actedAt: now });
});
afterEach(async () => {
  meanwhile = undefined;
  await services.vault.close();
  await product.close();
  rmSync(folder, { recursive: true, force: true });
});

const comesBack = () =>
  completeCallback(services, {
    integration: 'acme',
    params: new URLSearchParams({ state: 'the-state', code: 'code' }),
    browser,
  });
const attempt = async () => {
  const found = await services.vault.authorizations.byId('a1');
  if (found === undefined) throw new Error('no attempt');
  return found;
};
const waiting = async () => {
  const begun = await services.vault.errands.byId('e1');
  const moved = begun && (await moveErrand(services, begun, { type: 'needs', authorizationId: 'a1' }));
  if (moved === undefined) throw new Error('no errand');
  return moved;
};
const codeShown = async () => {
  const page = await describeAuthorization(services, { authorizationId: 'a1', browser });
  if (page.status !== 'code') throw new Error(page.status);
  return page.code.replace('-', '');
};
const says = (at: Services, code: string) =>
  confirmAuthorization(at, { owner: ann, conversationKey: conversation.key, code });

describe('what a person or a developer stops in the moment in which the product answers', () => {
  test('is stopped: what a person asked for', async () => {
    const begun = await waiting();
    meanwhile = comesBack;
    expect(await cancelErrand(hurried, begun)).toMatchObject([{ id: 'e1', status: 'ended', why: 'cancelled' }]);
    expect(await attempt()).toMatchObject({ status: 'cancelled' });
  });

  test('is stopped: what the bot gives up', async () => {
    const begun = await waiting();
    meanwhile = comesBack;
    await abandonErrand(hurried, begun);
    expect(await attempt()).toMatchObject({ status: 'cancelled' });
  });

  test('is stopped: an attempt to connect', async () => {
    meanwhile = comesBack;
    expect(await cancelAuthorization(hurried, { owner: ann, authorizationId: 'a1' })).toBe(true);
    expect(await attempt()).toMatchObject({ status: 'cancelled' });
  });

  test('is stopped: what a developer ends in the console', async () => {
    meanwhile = comesBack;
    expect(await stopAuthorization(hurried, { actor: { name: 'olivia' }, id: 'a1' })).toBe(true);
    expect(await attempt()).toMatchObject({ status: 'failed', why: 'stopped' });
  });

  test('is stopped where it is connected by then and has not run: the connection stays', async () => {
    const begun = await waiting();
    await comesBack();
    meanwhile = async () => completeAuthorization(services, await attempt(), { isUnattended: false });
    expect(await cancelErrand(hurried, begun)).toMatchObject([
      { status: 'ended', why: 'cancelled', isConnected: true },
    ]);
    expect(await services.vault.connections.list(ownerKey(ann))).toHaveLength(1);
  });
});

describe('a code that is typed in the moment in which a wrong one is counted', () => {
  test('connects', async () => {
    await comesBack();
    const code = await codeShown();
    meanwhile = () => says(services, 'BBBBBBBB');
    expect((await says(hurried, code)).status).toBe('connected');
  });

  test('is worth nothing from then on, where others read it', async () => {
    await comesBack();
    const code = await codeShown();
    meanwhile = () => says(services, 'BBBBBBBB');
    expect((await burnCode(hurried, { owner: ann, code })).status).toBe('seen_by_others');
    expect(await attempt()).toMatchObject({ status: 'revoked' });
  });
});

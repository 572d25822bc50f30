import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConfigurationError } from '../../../src/errors.ts';
import { isSetUpOpen, prepareSetUp, setUpOperator } from '../../../src/flows/operator/set-up-operator.ts';
import { signIn } from '../../../src/flows/operator/sign-in.ts';
import { KEYS, operator } from '../../vault/records.ts';
import { openServices } from './open-services.ts';

const PASSWORD = 'my dog eats blue cheese';

let folder: string;
let services: Awaited<ReturnType<typeof openServices>>;
let now: number;

beforeEach(async () => {
  now = Date.parse('2026-09-01T12:00:00Z');
  folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
  services = await openServices(`sqlite:${join(folder, 'latchkey.db')}`, KEYS, { now: () => now });
});

afterEach(async () => {
  await services.vault.close();
  rmSync(folder, { recursive: true, force: true });
});

const opened = async (token?: string) => {
  const setUp = await prepareSetUp(services, token === undefined ? {} : { token });
  if (setUp.status === 'closed') throw new Error('setup is closed');
  return setUp;
};
const use = (token: string, given: { name?: string; password?: string } = {}) =>
  setUpOperator(services, { token, name: ' Olivia ', password: PASSWORD, ...given });

describe('the first operator', () => {
  test('comes in with the setup token, and then signs in', async () => {
    const { token, expiresAt } = await opened();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(expiresAt).toBe(now + 30 * 60_000);
    expect(await isSetUpOpen(services)).toBe(true);
    expect(await use(token)).toMatchObject({ status: 'created', operator: { name: 'olivia' } });
    expect(await isSetUpOpen(services)).toBe(false);
    expect(await signIn(services, { name: 'olivia', password: PASSWORD, address: '::1' })).toMatchObject({
      status: 'signed_in',
    });
    expect(await services.vault.audit.list({ limit: 9, what: 'operator_created' })).toMatchObject([
      { actor: 'operator:olivia', result: 'setup_token' },
    ]);
  });

  test('is the only one who does: afterwards setup is closed, also after a restart', async () => {
    const { token } = await opened();
    await use(token);
    expect(await use(token, { name: 'mallory' })).toEqual({ status: 'closed' });
    expect(await prepareSetUp(services)).toEqual({ status: 'closed' });
    expect(await prepareSetUp(services, { token: 'the token of the deployment' })).toEqual({ status: 'closed' });
    expect(await use('the token of the deployment')).toEqual({ status: 'closed' });
  });

  test('is one of many who use the token at once', async () => {
    const { token } = await opened();
    const names = Array.from({ length: 6 }, (_, index) => `operator ${index}`);
    const outcomes = await Promise.all(names.map((name) => use(token, { name })));
    expect(outcomes.filter(({ status }) => status === 'created')).toHaveLength(1);
    expect(await services.vault.operators.count()).toBe(1);
  });

  test.each(['', 'x', 'x'.repeat(43)])('does not come in with the token "%s"', async (token) => {
    await opened();
    expect(await use(token)).toEqual({ status: 'refused' });
    expect(await isSetUpOpen(services)).toBe(true);
  });

  test('does not come in without any token having been made', async () => {
    expect(await use('')).toEqual({ status: 'refused' });
  });

  test('does not come in after half an hour', async () => {
    const { token } = await opened();
    now += 30 * 60_000 - 1;
    expect(await use(token, { password: 'short' })).toMatchObject({ status: 'invalid_password' });
    now += 1;
    expect(await use(token)).toEqual({ status: 'refused' });
  });

  test('needs the token of the last start', async () => {
    const { token: first } = await opened();
    const { token: second } = await opened();
    expect(await use(first)).toEqual({ status: 'refused' });
    expect(await use(second)).toMatchObject({ status: 'created' });
  });

  test('may try again with another name or password, and the token stays good', async () => {
    const { token } = await opened();
    expect(await use(token, { name: 'o' })).toEqual({ status: 'invalid_name' });
    expect(await use(token, { name: 'oli\nvia' })).toEqual({ status: 'invalid_name' });
    expect(await use(token, { name: 'o'.repeat(101) })).toEqual({ status: 'invalid_name' });
    expect(await use(token, { password: 'short' })).toEqual({ status: 'invalid_password', reason: 'too_short' });
    expect(await use(token, { password: 'olivia olivia' })).toMatchObject({ reason: 'contains_name' });
    expect(await use(token)).toMatchObject({ status: 'created' });
  });

  test('is not made when that cannot be logged, and the token stays good', async () => {
    const { token } = await opened();
    const transaction: typeof services.vault.transaction = (work) =>
      services.vault.transaction((inner) =>
        work({ ...inner, audit: { ...inner.audit, append: () => Promise.reject(new RangeError('full')) } }),
      );
    const broken = { ...services, vault: { ...services.vault, transaction } };
    await expect(setUpOperator(broken, { token, name: 'olivia', password: PASSWORD })).rejects.toThrow('full');
    expect(await isSetUpOpen(services)).toBe(true);
    expect(await use(token)).toMatchObject({ status: 'created' });
  });
});

describe('the setup token', () => {
  test('may be given by the deployment, if nobody can guess it', async () => {
    const token = 'twenty characters or more';
    expect(await opened(token)).toMatchObject({ token });
    expect(await use(token)).toMatchObject({ status: 'created' });
    await expect(opened('too short')).rejects.toThrow('setup is closed');
  });

  test('that could be guessed is refused at the start', async () => {
    await expect(opened('admin')).rejects.toThrow(ConfigurationError);
    await expect(opened('')).rejects.toThrow(/setupToken is shorter than 20/);
  });

  test('stands in no file', async () => {
    const { token } = await opened();
    const bytes = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
    expect(bytes.includes('setup-token')).toBe(true);
    expect(bytes.includes(token)).toBe(false);
  });

  test('is gone once there is an operator', async () => {
    await use((await opened()).token);
    expect(await services.vault.secrets.get('setup-token')).toBeUndefined();
  });

  test('is gone at the next start when the first operator came in another way', async () => {
    const { token } = await opened();
    await services.vault.operators.put(operator());
    expect(await use(token)).toEqual({ status: 'closed' });
    expect(await prepareSetUp(services)).toEqual({ status: 'closed' });
    await services.vault.operators.remove('o1');
    expect(await use(token)).toEqual({ status: 'refused' });
  });
});

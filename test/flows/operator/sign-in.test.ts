import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changePassword } from '../../../src/flows/operator/change-password.ts';
import { BEST_SCHEME, hashPassword, isPasswordOf } from '../../../src/flows/operator/password-hash.ts';
import { provePassword, signIn } from '../../../src/flows/operator/sign-in.ts';
import { KEYS, operator } from '../../vault/records.ts';
import { openServices } from './open-services.ts';

const PASSWORD = 'my dog eats blue cheese';
const LONGEST = Array.from({ length: 128 }, (_, index) => ((index * 7919) % 36).toString(36)).join('');
const HOME = '203.0.113.7';
const ELSEWHERE = '198.51.100.9';
const MINUTE = 60_000;

let services: Awaited<ReturnType<typeof openServices>>;
let now: number;
let randomBytes: (size: number) => Uint8Array;

beforeEach(async () => {
  now = Date.parse('2026-09-01T12:00:00Z');
  services = await openServices('sqlite::memory:', KEYS, { now: () => now });
  ({ randomBytes } = services);
  await services.vault.operators.put(operator({ passwordHash: await hashPassword(PASSWORD, randomBytes) }));
});

afterEach(async () => {
  await services.vault.close();
});

const attempt = (given: { name?: string; password?: string; address?: string } = {}) =>
  signIn(services, { name: 'olivia', password: PASSWORD, address: HOME, ...given });
const wrong = (given: { name?: string; address?: string } = {}) =>
  attempt({ password: 'not this one at all', ...given });
const auditWords = async () => (await services.vault.audit.list({ limit: 99 })).map(({ what }) => what);

describe('signing in', () => {
  test('with name and password answers who it is, and is logged before', async () => {
    expect(await attempt()).toMatchObject({ status: 'signed_in', operator: { id: 'o1', name: 'olivia' } });
    expect(await attempt({ name: '  OLIVIA ' })).toMatchObject({ status: 'signed_in' });
    expect(await services.vault.audit.list({ limit: 1 })).toMatchObject([
      { actor: 'operator:olivia', what: 'signed_in', subject: 'o1' },
    ]);
  });

  test.each([
    ['a wrong password', { password: 'not this one at all' }],
    ['no password', { password: '' }],
    ['a password that goes on', { password: `${PASSWORD} ` }],
    ['a password in another case', { password: PASSWORD.toUpperCase() }],
    ['a name that nobody has', { name: 'nobody' }],
    ['no name', { name: '' }],
    ['a name that is none', { name: 'x'.repeat(1000) }],
  ])('with %s is refused in the same way', async (_, given) => {
    expect(await attempt(given)).toEqual({ status: 'refused' });
    expect(await auditWords()).toEqual(['sign_in_refused']);
  });

  test('does not write a name that nobody has: people type passwords there', async () => {
    await attempt({ name: PASSWORD, password: '' });
    expect(JSON.stringify(await services.vault.audit.list({ limit: 9 }))).not.toContain('cheese');
  });

  test('takes a password however its letters are composed, and to its last character', async () => {
    const long = `é${'x'.repeat(126)}1`;
    const next = operator({ id: 'o2', name: 'omar', passwordHash: await hashPassword(long, randomBytes) });
    await services.vault.operators.put(next);
    expect(await attempt({ name: 'omar', password: long.normalize('NFD') })).toMatchObject({ status: 'signed_in' });
    expect(await attempt({ name: 'omar', password: long.replace(/1$/, '2') })).toEqual({ status: 'refused' });
    expect(await attempt({ name: 'omar', password: `${long}1` })).toEqual({ status: 'refused' });
  });

  test('is refused where there is no password to know', async () => {
    const { passwordHash: _, ...openId } = operator({ id: 'o2', name: 'omar' });
    await services.vault.operators.put({ ...openId, subject: { issuer: 'https://id.example', id: '1' } });
    expect(await attempt({ name: 'omar' })).toEqual({ status: 'refused' });
    await services.vault.operators.remove('o1');
    expect(await attempt()).toEqual({ status: 'refused' });
    await services.vault.operators.remove('o2');
    expect(await attempt()).toEqual({ status: 'refused' });
  });

  test('is not possible when it cannot be logged', async () => {
    const audit = { ...services.vault.audit, append: async () => Promise.reject(new RangeError('full')) };
    const transaction: typeof services.vault.transaction = (work) =>
      services.vault.transaction((inner) => work({ ...inner, audit }));
    const broken = { ...services, vault: { ...services.vault, audit, transaction } };
    await expect(signIn(broken, { name: 'olivia', password: PASSWORD, address: HOME })).rejects.toThrow('full');
    await expect(signIn(broken, { name: 'olivia', password: '', address: HOME })).rejects.toThrow('full');
  });
});

describe('a password', () => {
  test('is hashed with a salt of its own, by argon2id where Node has it, else by scrypt', async () => {
    const [one, two] = [await hashPassword(PASSWORD, randomBytes), await hashPassword(PASSWORD, randomBytes)];
    expect(one).not.toBe(two);
    const forms = {
      argon2id: /^argon2id\$m=19456,t=2,p=1\$[\w-]{22}\$[\w-]{43}$/,
      scrypt: /^scrypt\$N=131072,r=8,p=1\$[\w-]{22}\$[\w-]{43}$/,
    };
    expect(one).toMatch(forms[BEST_SCHEME]);
    const older = await hashPassword(PASSWORD, randomBytes, 'scrypt');
    expect(older).toMatch(forms.scrypt);
    for (const hash of [one, older]) {
      expect(await isPasswordOf(PASSWORD, hash)).toBe(true);
      expect(await isPasswordOf('another', hash)).toBe(false);
    }
  });

  test.each(['', 'plain', 'md5$x$y$z', 'argon2id$m=8,t=1,p=1$AAAA$AAAA', 'argon2id$m=19456,t=2,p=1$AAAAAAAAAAAAAAAA$'])(
    'is never compared with "%s"',
    async (hash) => {
      await expect(isPasswordOf('', hash)).rejects.toThrow('password hash');
    },
  );

  test.runIf(BEST_SCHEME === 'argon2id')('that was hashed by scrypt is hashed anew when it is known', async () => {
    const passwordHash = await hashPassword(PASSWORD, randomBytes, 'scrypt');
    await services.vault.operators.put(operator({ version: 2, passwordHash }));
    expect(await attempt()).toMatchObject({ status: 'signed_in' });
    expect(await services.vault.operators.byId('o1')).toMatchObject({
      version: 3,
      passwordHash: expect.stringMatching(/^argon2id/),
    });
    expect(await attempt()).toMatchObject({ status: 'signed_in' });
    expect(await services.vault.operators.byId('o1')).toMatchObject({ version: 3 });
  });
});

describe('guessing', () => {
  test('is slowed down more and more, never above a minute', async () => {
    const waits: number[] = [];
    for (let round = 0; round < 14; round += 1) {
      expect(await wrong({ address: `192.0.2.${round}` })).toEqual({ status: 'refused' });
      const answer = await wrong({ address: '192.0.2.200' });
      const seconds = answer.status === 'wait' ? answer.seconds : 0;
      if (answer.status === 'wait') waits.push(seconds);
      now += seconds * 1_000;
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60, 60, 60]);
  });

  test('looks the same for a name that nobody has', async () => {
    const answers = { olivia: [] as unknown[], nobody: [] as unknown[] };
    for (const name of ['olivia', 'nobody'] as const) {
      for (let round = 0; round < 9; round += 1) {
        answers[name].push(await wrong({ name, address: `${name === 'olivia' ? '192.0.2' : '198.51.100'}.${round}` }));
        now += 700;
      }
    }
    expect(answers.olivia).toEqual(answers.nobody);
    expect(answers.olivia).toContainEqual({ status: 'wait', seconds: 2 });
  });

  test('a thousand times keeps the owner out for a minute at most', async () => {
    for (let round = 0; round < 1_000; round += 1) await wrong({ address: `10.0.${round >> 8}.${round & 255}` });
    const answer = await attempt();
    expect(answer).toMatchObject({ status: 'wait' });
    if (answer.status !== 'wait') return;
    expect(answer.seconds).toBeLessThanOrEqual(60);
    now += answer.seconds * 1_000;
    expect(await attempt()).toMatchObject({ status: 'signed_in' });
  });

  test('for as long as one likes leads to a minute and not more', async () => {
    await wrong({ address: ELSEWHERE });
    const rows = services.vault.tries;
    for (let index = 0; index < 4_096; index += 1) {
      const present = await rows.byId(`name/${index}`);
      if (present !== undefined) await rows.put({ ...present, version: present.version + 1, failures: 1_000_000 });
    }
    expect(await wrong({ address: '192.0.2.1' })).toEqual({ status: 'refused' });
    expect(await attempt()).toEqual({ status: 'wait', seconds: 60 });
  });

  test('from elsewhere never keeps an owner waiting where they signed in before', async () => {
    await attempt({ address: HOME });
    for (let round = 0; round < 8; round += 1) {
      for (let again = 0; again < 20; again += 1) await wrong({ address: ELSEWHERE });
      expect(await attempt({ address: ELSEWHERE })).toMatchObject({ status: 'wait' });
      expect(await attempt({ address: HOME })).toMatchObject({ status: 'signed_in' });
      now += 61_000;
    }
  });

  test('from an address that shares its counter never keeps an owner waiting where they signed in before', async () => {
    await attempt({ address: HOME });
    const rows = services.vault.tries;
    for (let index = 0; index < 4_096; index += 1) {
      for (const id of [`address/${index}`, `name/${index}`]) {
        const version = ((await rows.byId(id))?.version ?? 0) + 1;
        await rows.put({ id, version, failures: 99, nextTryAt: now + 60_000, updatedAt: now });
      }
    }
    expect(await attempt({ address: ELSEWHERE })).toMatchObject({ status: 'wait' });
    expect(await attempt({ address: HOME })).toMatchObject({ status: 'signed_in' });
  });

  test('by many requests at once is counted as many', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => wrong({ address: `192.0.2.${index}` })));
    expect(answers.filter(({ status }) => status === 'refused').length).toBeLessThanOrEqual(4);
    expect(await auditWords()).toHaveLength(answers.filter(({ status }) => status === 'refused').length);
  });

  test('of many names from one place is slowed down for that place alone', async () => {
    for (let round = 0; round < 10; round += 1) {
      expect(await wrong({ name: `somebody ${round}`, address: ELSEWHERE })).toEqual({ status: 'refused' });
    }
    expect(await attempt({ address: ELSEWHERE })).toEqual({ status: 'wait', seconds: 1 });
    expect(await attempt({ address: HOME })).toMatchObject({ status: 'signed_in' });
  });

  test.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff', true],
    ['2001:0db8:0001:0002::5', '2001:DB8:1:2::6', true],
    ['::ffff:203.0.113.9', '203.0.113.9', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  ])('from %s counts for %s: %s', async (one, other, same) => {
    for (let round = 0; round < 10; round += 1) await wrong({ name: `somebody ${round}`, address: one });
    expect(await attempt({ address: other })).toMatchObject({ status: same ? 'wait' : 'signed_in' });
  });

  test('is forgotten after an hour of quiet, and when the password was right', async () => {
    for (let round = 0; round < 3; round += 1) await wrong();
    now += 61 * MINUTE;
    for (let round = 0; round < 2; round += 1) expect(await wrong()).toEqual({ status: 'refused' });
    expect(await attempt()).toMatchObject({ status: 'signed_in' });
    for (let round = 0; round < 2; round += 1) expect(await wrong()).toEqual({ status: 'refused' });
    expect(await attempt()).toMatchObject({ status: 'signed_in' });
  });

  test('leaves as little in the store as there are counters, whatever names are typed', async () => {
    for (let round = 0; round < 30; round += 1) await wrong({ name: `name-${round}`, address: ELSEWHERE });
    const listed = JSON.stringify(await services.vault.audit.list({ limit: 99 }));
    expect(listed).not.toContain('name-');
    // ten were looked at; the others had to wait at the address
    expect((await services.vault.keys.inUse())[0]?.rows).toBeLessThanOrEqual(1 + 1 + 10);
  });
});

/** scrypt takes ten times as long, and so does a difference. */
const ROUNDS = { argon2id: 60, scrypt: 15 };

describe('the time of an answer', () => {
  test('does not tell a name that nobody has from a wrong password', { timeout: 120_000 }, async () => {
    const timeOf = async (name: string) => {
      // nothing is held against anybody any more
      now += 2 * 60 * MINUTE;
      const begun = process.hrtime.bigint();
      expect(await wrong({ name })).toEqual({ status: 'refused' });
      return Number(process.hrtime.bigint() - begun);
    };
    const difference = async () => {
      const times = { olivia: [] as number[], nobody: [] as number[] };
      for (let round = 0; round < ROUNDS[BEST_SCHEME]; round += 1) {
        const order = round % 2 === 0 ? (['olivia', 'nobody'] as const) : (['nobody', 'olivia'] as const);
        for (const name of order) times[name].push(await timeOf(name));
      }
      return Math.abs(median(times.olivia) / median(times.nobody) - 1);
    };
    await timeOf('olivia');
    // other work on this machine can blur one round; a real difference shows itself in each
    const differences = [await difference()];
    while (Math.min(...differences) >= 0.1 && differences.length < 4) differences.push(await difference());
    expect(Math.min(...differences)).toBeLessThan(0.1);
  });
});

describe('proving again who one is', () => {
  const prove = (password: string) => provePassword(services, { operatorId: 'o1', password, address: HOME });

  test('needs the password', async () => {
    expect(await prove(PASSWORD)).toMatchObject({ status: 'proved', operator: { id: 'o1' } });
    expect(await prove('wrong')).toEqual({ status: 'refused' });
    expect(await provePassword(services, { operatorId: 'o9', password: PASSWORD, address: HOME })).toEqual({
      status: 'no_password',
    });
  });

  test('is slowed down like a sign-in', async () => {
    for (let round = 0; round < 3; round += 1) await prove('wrong');
    expect(await prove(PASSWORD)).toEqual({ status: 'wait', seconds: 1 });
  });
});

describe('a new password', () => {
  const NEXT = 'seven grey horses at noon';
  const change = (given: { current?: string; next?: string } = {}) =>
    changePassword(services, {
      operatorId: 'o1',
      sessionId: 's1',
      current: PASSWORD,
      next: NEXT,
      address: HOME,
      ...given,
    });

  test('takes the place of the old one and ends the other sessions', async () => {
    const sessions = ['s1', 's2'].map((id) => ({ id, startedAt: now, browser: '' }));
    const present = await services.vault.operators.byId('o1');
    if (present === undefined) throw new Error('there is no operator');
    await services.vault.operators.put({ ...present, version: 2, sessions });
    expect(await change()).toMatchObject({ status: 'changed' });
    expect(await attempt()).toEqual({ status: 'refused' });
    expect(await attempt({ password: NEXT })).toMatchObject({ status: 'signed_in' });
    expect((await services.vault.operators.byId('o1'))?.sessions).toMatchObject([{ id: 's1' }]);
    expect(await auditWords()).toContain('password_changed');
  });

  test('needs the present one', async () => {
    expect(await change({ current: 'wrong' })).toEqual({ status: 'refused' });
    expect(await attempt()).toMatchObject({ status: 'signed_in' });
  });

  test.each([
    ['too_short', 'eleven char'],
    ['too_long', 'x y'.repeat(43)],
    ['common', 'Password2026!'],
    ['common', 'P@ssw0rd2026!!'],
    ['common', '123456789012'],
    ['common', 'abcabcabcabc'],
    ['common', 'correct horse battery staple'],
    ['contains_name', 'Olivia likes cheese'],
  ])('that is %s is refused', async (reason, next) => {
    expect(await change({ next })).toEqual({ status: 'invalid_password', reason });
    expect(await attempt()).toMatchObject({ status: 'signed_in' });
  });

  test.each(['twelve chars', LONGEST, 'ünïcödé über alles', '日本語のパスワードです。長い'])(
    '"%s" is good',
    async (next) => {
      expect(await change({ next })).toMatchObject({ status: 'changed' });
    },
  );

  test('chosen twice at once is one of the two', async () => {
    const nexts = [NEXT, 'nine green hills at dawn'];
    const outcomes = await Promise.all(nexts.map((next) => change({ next })));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['changed', 'refused']);
    const chosen = nexts[outcomes.findIndex(({ status }) => status === 'changed')] ?? '';
    expect(await attempt({ password: chosen })).toMatchObject({ status: 'signed_in' });
  });

  test('while a session begins loses neither', async () => {
    const begun = change();
    for (let version = 2; ; version += 1) {
      const present = await services.vault.operators.byId('o1');
      if (present === undefined || present.version >= 12) break;
      const sessions = [{ id: 's1', startedAt: version, browser: '' }];
      await services.vault.operators.put({ ...present, version: present.version + 1, sessions });
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(await begun).toMatchObject({ status: 'changed' });
    expect(await services.vault.operators.byId('o1')).toMatchObject({ sessions: [{ id: 's1' }] });
    expect(await attempt({ password: NEXT })).toMatchObject({ status: 'signed_in' });
  });
});

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

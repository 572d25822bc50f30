import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { beforeEach, expect, it } from 'vitest';
import { APP_PRODUCTS } from '../../src/integrations/built-in.ts';
import { parseKeys } from '../../src/vault/keyring.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

let place: Workplace;
beforeEach(() => {
  place = openWorkplace();
  return () => place.close();
});

const written = (file = '.env') => parseEnv(readFileSync(join(place.folder, file), 'utf8'));

it('writes a file that only its owner may read, with a key that is not shown', async () => {
  const { code, out, problem } = await place.run(['init', '--public-url', 'https://bot.example.com/']);
  expect({ code, problem }).toEqual({ code: 0, problem: '' });
  expect(statSync(join(place.folder, '.env')).mode & 0o777).toBe(0o600);
  const { LATCHKEY_KEYS = '', LATCHKEY_PUBLIC_URL, LATCHKEY_STORE } = written();
  expect(parseKeys(LATCHKEY_KEYS).sealing.id).toBe('k1');
  expect(out).not.toContain(LATCHKEY_KEYS.slice(3));
  expect({ LATCHKEY_PUBLIC_URL, LATCHKEY_STORE }).toEqual({
    LATCHKEY_PUBLIC_URL: 'https://bot.example.com',
    LATCHKEY_STORE: 'sqlite:.latchkey/latchkey.db',
  });
  expect(readFileSync(join(place.folder, '.env'), 'utf8')).toContain(
    '# callback: https://bot.example.com/oauth/callback/jira\n# LATCHKEY_JIRA_CLIENT_ID=\n',
  );
});

it('is enough for the next command in this folder', async () => {
  await place.run(['init']);
  place.hide((written().LATCHKEY_KEYS ?? '').slice(3));
  const listed = await place.json(['keys', 'list'], { env: undefined });
  expect(listed).toEqual({ keys: [{ id: 'k1', role: 'seals', rows: 0 }] });
  expect(statSync(join(place.folder, '.latchkey')).mode & 0o777).toBe(0o700);
});

it('never changes a file that is there', async () => {
  writeFileSync(join(place.folder, '.env'), 'MINE=1\n');
  const { code, problem } = await place.run(['init']);
  expect(code).toBe(1);
  expect(problem).toContain('.env already exists');
  expect(readFileSync(join(place.folder, '.env'), 'utf8')).toBe('MINE=1\n');
  expect(await place.json(['init'])).toEqual({ error: { code: 'exists', message: expect.any(String) } });
});

it('says as JSON what it wrote, without the key', async () => {
  expect(await place.json(['init', '--file', 'settings.env', '--store', 'sqlite:/data/bot.db'])).toEqual({
    file: 'settings.env',
    publicUrl: 'http://127.0.0.1:3978',
    store: 'sqlite:/data/bot.db',
    callbacks: APP_PRODUCTS.map((product) => ({
      product,
      callback: `http://127.0.0.1:3978/oauth/callback/${product}`,
    })),
  });
});

it('refuses what could not work, and a password in the command line', async () => {
  expect((await place.run(['init', '--public-url', 'http://bot.example.com'])).problem).toContain('must be https');
  const { code, problem } = await place.run(['init', '--store', 'postgres://bot:hunter2@db/bot']);
  expect(code).toBe(2);
  expect(problem).not.toContain('hunter2');
  for (const address of ['https://bot:hunter2@bot.example.com', 'https://bot.example.com/?sig=hunter2']) {
    const refused = await place.run(['init', '--public-url', address]);
    expect(refused).toMatchObject({ code: 2, out: '', problem: expect.stringContaining('no user name, query') });
    expect(refused.problem).not.toContain('hunter2');
  }
  expect((await place.run(['init', '--file', 'no/such/folder/.env'])).code).toBe(1);
});

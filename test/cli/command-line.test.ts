import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import type { Ran } from './kept-process.ts';
import { moduleWith } from './products.ts';
import { newKey, openWorkplace } from './workplace.ts';

const place = openWorkplace();
afterAll(() => place.close());

describe('help', () => {
  it('lists every command, with and without being asked', async () => {
    const [asked, unasked] = await Promise.all([place.runApart(['--help']), place.runApart([])]);
    expect(asked).toEqual(unasked);
    expect(asked.code).toBe(0);
    for (const { name, summary } of COMMANDS) expect(asked.out).toMatch(new RegExp(` ${name} +${escaped(summary)}\n`));
  });

  it.each(COMMANDS.map(({ name }) => [name]))('is there for %s, which then does nothing', async (name) => {
    const { code, out, problem } = await inThisProcess([...name.split(' '), '--help']);
    expect({ code, problem }).toEqual({ code: 0, problem: '' });
    expect(out).toContain(`latchkey ${name}`);
    expect(out).toContain('--json');
  });

  it('of a group lists its commands', async () => {
    const { out } = await inThisProcess(['keys', '-h']);
    expect(out.match(/^latchkey keys \w+/gm)).toEqual([
      'latchkey keys list',
      'latchkey keys new',
      'latchkey keys rotate',
    ]);
  });
});

describe('mistaken words', () => {
  it.each([
    ['an unknown verb', ['frobnicate'], /no such command[\s\S]*integrations list/],
    ['an unknown verb of a group', ['keys', 'lose'], /no such command[\s\S]*keys rotate/],
    ['a group alone', ['keys'], /no such command[\s\S]*keys rotate/],
    ['an unknown option', ['keys', 'list', '--all'], /Unknown option '--all'/],
    ['an option without its value', ['connections', 'list', '--limit'], /Option '--limit/],
    ['a missing operand', ['integrations', 'enable'], /<integration> is missing/],
    ['too many operands', ['integrations', 'enable', 'a', 'b'], /too many arguments/],
    ['a limit that is none', ['connections', 'list', '--limit', 'all'], /--limit must be 1 to 1000/],
    ['an audience that is none', ['integrations', 'share', 'jira', '--audience', 'all'], /--audience must be everyone/],
    ['no audience', ['integrations', 'share', 'jira'], /--audience must be everyone/],
  ])('%s end with 2', async (_case, words, said) => {
    const { code, out, problem } = await inThisProcess(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(problem).toMatch(said);
  });

  it.each([
    ['an option for a secret', ['profiles', 'create', 'file.json', '--client-secret', 'hunter2hunter2']],
    ['the same with =', ['profiles', 'create', 'file.json', '--client-secret=hunter2hunter2']],
    ['a secret as an operand', ['keys', 'list', 'hunter2hunter2']],
    ['a secret for a switch', ['keys', 'list', '--json=hunter2hunter2']],
  ])('%s is not repeated', async (_case, words) => {
    const { code, out, problem } = await inThisProcess(words);
    expect(code).toBe(2);
    expect(out + problem).not.toContain('hunter2hunter2');
  });

  it.each([
    [['connections', 'revoke', 'c1']],
    [['connections', 'revoke-all', 'jira']],
    [['connections', 'forget-user', '--channel', 'msteams', '--user', 'ann']],
    [['integrations', 'delete', 'jira']],
    [['profiles', 'delete', 'p1']],
  ])('%j wants --yes', async (words) => {
    const { code, problem } = await place.run(words);
    expect(code).toBe(2);
    expect(problem).toContain('add --yes');
  });

  it('are JSON where JSON is wanted', async () => {
    expect(await place.json(['keys', 'list', 'x'])).toEqual({
      error: { code: 'usage', message: expect.stringContaining('too many arguments') },
    });
    expect(await place.json(['frobnicate'])).toEqual({ error: { code: 'usage', message: expect.any(String) } });
  });
});

it('ends as its words deserve, in a process of its own', async () => {
  const [done, mistaken] = await Promise.all([place.runApart(['keys', 'list']), place.runApart(['frobnicate'])]);
  expect(done).toEqual({ code: 0, out: expect.stringMatching(/^KEY +ROLE +ROWS\nk1 +seals +0\n$/), problem: '' });
  expect(mistaken).toEqual({ code: 2, out: '', problem: expect.stringContaining('no such command') });
});

it('ends quietly where nobody reads on, as behind `| head -1`', async () => {
  const ran = await place.runApart(['integrations', 'catalog', '--json'], { unread: true });
  expect(ran).toEqual({ code: 0, out: '', problem: '' });
});

it('says that its output is lost where it cannot be written, as on a full disk', async () => {
  const unwritable = openSync(place.write('unwritable', ''), 'r');
  const { PATH } = process.env;
  const main = resolve(import.meta.dirname, '../../src/cli/main.ts');
  const child = spawnSync(process.execPath, ['--conditions=@latchkey/source', main, '--help'], {
    env: { PATH, NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', unwritable, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(unwritable);
  expect({ code: child.status, problem: child.stderr }).toEqual({
    code: 1,
    problem: 'standard output cannot be written (EBADF)\n',
  });
});

it('what should not happen is JSON too, and says where and not what', async () => {
  const broken = place.write('broken.mjs', 'export const integrations = { get length() { throw 0 } };');
  const odd = place.write(
    'odd.mjs',
    `const odd = { id: 'x', baseUrl: 'https://x.example', profiles: [], check: { account() {} } };
    export const integrations = [Object.defineProperty(odd, 'name', { get() { throw new TypeError('hunter2hunter2'); } })];`,
  );
  expect((await place.run(['integrations', 'list'], { env: { LATCHKEY_INTEGRATIONS: broken } })).code).toBe(2);
  const env = { LATCHKEY_INTEGRATIONS: odd };
  const { code, out, problem } = await place.runApart(['integrations', 'list', '--json'], { env });
  expect(code).toBe(1);
  expect(JSON.parse(out)).toEqual({ error: { code: 'unexpected', message: expect.stringContaining('TypeError') } });
  expect(out + problem).toContain('odd.mjs');
  expect(out + problem).not.toContain('hunter2');
});

describe('settings', () => {
  it('options may stand before the verb, and be called as it', async () => {
    place.write('keys', `LATCHKEY_KEYS=${place.keys}\n`);
    const { code, out } = await place.run(['--json', '--settings', 'keys', 'keys', 'list'], { env: undefined });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ keys: [{ id: 'k1', role: 'seals', rows: 0 }] });
  });

  it('no keys, a wrong key, a wrong public URL, a lost file: each ends with 2 and says the setting', async () => {
    await place.run(['keys', 'list']);
    const other = newKey('k1');
    place.hide(other.slice(3));
    const cases = [
      [{ LATCHKEY_KEYS: '' }, 'LATCHKEY_KEYS contains no key'],
      [{ LATCHKEY_KEYS: other }, 'key "k1" is not the one that this store was sealed with'],
      [{ LATCHKEY_KEYS: newKey('k9') }, 'lacks the key "k1"'],
      [{ LATCHKEY_PUBLIC_URL: 'http://bot.example.com' }, 'LATCHKEY_PUBLIC_URL is "http://bot.example.com"'],
      [{ LATCHKEY_STORE: 'mysql://x' }, 'LATCHKEY_STORE must be'],
      [{ LATCHKEY_INTEGRATIONS: '/nowhere' }, 'cannot be read'],
    ] as const;
    for (const [env, said] of cases) {
      const { code, out, problem } = await place.run(['keys', 'list'], { env });
      expect({ code, out }, said).toEqual({ code: 2, out: '' });
      expect(problem).toContain(said);
      expect(problem).not.toMatch(/ at .*:\d+:\d+/);
    }
    expect(await place.json(['keys', 'list'], { env: { LATCHKEY_KEYS: other } })).toEqual({
      error: { code: 'configuration', message: expect.stringContaining('"k1"') },
    });
    expect((await place.run(['keys', 'list', '--settings', 'nowhere'])).problem).toContain('"nowhere" cannot be read');
  });

  it('the environment comes before the file', async () => {
    const file = place.write('settings', 'LATCHKEY_KEYS=k1:nonsense\nMicrosoftAppId=other\n');
    expect((await place.run(['keys', 'list', '--settings', file])).code).toBe(0);
  });

  it('a module tells the integrations of the bot, and nothing else counts', async () => {
    const module = moduleWith(place, "[made.jotform(), made.zendesk({ custom: { acme: { clientId: 'c' } } })]");
    const listed = await place.json(['integrations', 'list'], { env: { LATCHKEY_INTEGRATIONS: module } });
    expect(listed).toMatchObject({ integrations: [{ id: 'jotform' }, { id: 'zendesk' }] });
    const empty = place.write('empty.mjs', 'export const integrations = [{ id: 1 }];');
    const { code, problem } = await place.run(['integrations', 'list'], { env: { LATCHKEY_INTEGRATIONS: empty } });
    expect(code).toBe(2);
    expect(problem).toContain('must export the list');
  });

  it.each([
    [
      'a declaration that cannot work',
      "[made.defineIntegration({ id: 'x', name: 'X', baseUrl: 'http://127.0.0.1', profiles: [], check: { path: '/me', account: { id: 'id' } } })]",
      'x: profiles: at least one is needed',
    ],
    ['an error of its own', "(() => { throw new RangeError('hunter2'); })()", '(RangeError)'],
    ['a package that is not installed', "await import('hunter2')", '(Error: ERR_MODULE_NOT_FOUND)'],
  ])('a module that cannot be loaded says why, without what the error says: %s', async (_case, list, why) => {
    const module = moduleWith(place, list);
    const { code, problem } = await place.run(['integrations', 'list'], { env: { LATCHKEY_INTEGRATIONS: module } });
    expect(code).toBe(2);
    expect(problem).toContain('cannot be loaded');
    expect(problem).toContain(why);
    expect(problem).not.toContain('hunter2');
  });

  it('a module that does not exist is not called a folder', async () => {
    const { problem } = await place.run(['integrations', 'list'], { env: { LATCHKEY_INTEGRATIONS: 'nothing.mjs' } });
    expect(problem).toContain('LATCHKEY_INTEGRATIONS: "nothing.mjs" cannot be read: there is no such folder or module');
  });
});

/** For what needs neither settings nor a store. */
async function inThisProcess(words: readonly string[]): Promise<Ran> {
  const out: string[] = [];
  const problem: string[] = [];
  const code = await runCommandLine(words, {
    out: (line) => void out.push(line),
    problem: (line) => void problem.push(line),
    stdin: async () => '',
  });
  return { code, out: out.join('\n'), problem: problem.join('\n') };
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

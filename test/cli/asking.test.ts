import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.ts';
import type { Ran } from './kept-process.ts';
import { folderWith, startTracker, type Tracker } from './products.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts');

let tracker: Tracker;
let place: Workplace;
let settings: string;
beforeAll(async () => {
  tracker = await startTracker();
  place = openWorkplace();
  settings = place.write(
    'settings',
    [
      `LATCHKEY_STORE=${place.store}`,
      `LATCHKEY_KEYS=${place.keys}`,
      'MicrosoftAppId=app',
      `LATCHKEY_INTEGRATIONS=${folderWith(place, tracker)}`,
    ].join('\n'),
  );
});
afterAll(async () => {
  place.close();
  await tracker.close();
});

/** Somebody at a terminal. `asked` is what they read; `says` is what they answer, undefined for Ctrl-C. */
async function atTerminal(
  words: readonly string[],
  says: string | undefined,
  stdin = JSON.stringify({ apiKey: tracker.apiKey }),
) {
  const out: string[] = [];
  const asked: string[] = [];
  const code = await runCommandLine([...words, '--settings', settings], {
    out: (line) => void out.push(line),
    problem: (line) => void out.push(line),
    stdin: async () => stdin,
    ask: async (question) => {
      asked.push(question);
      return says;
    },
  });
  return { code, out: out.join('\n'), asked: asked.join('\n') };
}

/** A script: nobody can be asked. */
async function unattended(...words: readonly string[]): Promise<Ran> {
  const out: string[] = [];
  const problem: string[] = [];
  const code = await runCommandLine([...words, '--settings', settings], {
    out: (line) => void out.push(line),
    problem: (line) => void problem.push(line),
    stdin: async () => JSON.stringify({ apiKey: tracker.apiKey }),
  });
  return { code, out: out.join('\n'), problem: problem.join('\n') };
}

const connect = () => unattended('integrations', 'connect', 'tracker', 'key', '--values', '-', '--yes');
const share = (audience: string) => unattended('integrations', 'share', 'tracker', '--audience', audience, '--yes');
const setup = async () => (await unattended('integrations', 'show', 'tracker', '--json')).out;

beforeEach(() => unattended('integrations', 'delete', 'tracker', '--yes'));

describe('what takes something away from people', () => {
  const SHARE = ['integrations', 'share', 'tracker', '--audience'];
  it.each([
    ['an account of their own', async () => {}, [...SHARE, 'nobody'], 'no longer use their own tracker accounts'],
    [
      'every account, as none is shared yet',
      async () => {},
      [...SHARE, 'everyone'],
      'until a shared account is connected',
    ],
    [
      'the integration',
      async () => {},
      ['integrations', 'disable', 'tracker'],
      'refuses everything that needs tracker',
    ],
    [
      'the shared account',
      () => connect().then(() => share('everyone')),
      ['integrations', 'unshare', 'tracker'],
      'can then no longer use it',
    ],
    [
      'the shared account, from some of them',
      () => connect().then(() => share('tenants:t1,t2')),
      [...SHARE, 'tenants:t1'],
      'can then no longer use it',
    ],
    [
      'the shared account, with its access',
      () => connect().then(() => share('everyone')),
      ['integrations', 'connect', 'tracker', 'key', '--values', '-'],
      'replaces the shared account team@tracker.example',
    ],
    [
      'everything about it',
      () => connect().then(() => share('everyone')),
      ['integrations', 'delete', 'tracker'],
      'removes the setup of tracker and its shared account',
    ],
  ] as const)('asks before it takes %s', async (_what, prepare, words, said) => {
    await prepare();
    const present = await setup();
    const script = await unattended(...words);
    expect(script).toMatchObject({ code: 2, problem: expect.stringContaining('To confirm, add --yes') });
    expect(script.problem).toContain(said);
    expect(JSON.parse((await unattended(...words, '--json')).out)).toMatchObject({ error: { code: 'usage' } });
    for (const no of ['', 'n', 'no', 'yess', 'ye']) {
      const refused = await atTerminal(words, no);
      expect(refused, no).toMatchObject({ code: 1, out: 'nothing was changed' });
      expect(refused.asked).toMatch(/^[A-Z].*\. Continue\? \[y\/N\] $/);
    }
    expect(await atTerminal(words, undefined)).toMatchObject({ code: 130, out: 'nothing was changed' });
    expect(await setup()).toBe(present);
    expect(await atTerminal(words, ' Yes ')).toMatchObject({ code: 0, asked: expect.stringContaining(said) });
  });

  it.each([
    ['more people than before', () => connect().then(() => share('tenants:t1')), [...SHARE, 'everyone']],
    ['the same as before', () => connect().then(() => share('tenants:t1,t2')), [...SHARE, 'tenants:t2,t1']],
    [
      'an integration that is off already',
      () => unattended('integrations', 'disable', 'tracker', '--yes'),
      [...SHARE, 'nobody'],
    ],
    ['what people are offered', async () => {}, ['integrations', 'select-profile', 'tracker', 'key']],
    ['what is on already', async () => {}, ['integrations', 'enable', 'tracker']],
  ] as const)('nobody is asked about %s', async (_what, prepare, words) => {
    await prepare();
    expect(await unattended(...words)).toMatchObject({ code: 0 });
  });

  it('asks nobody whose standard input is the answer to something else', async () => {
    await connect();
    await share('everyone');
    const { profile } = JSON.parse(
      (await unattended('profiles', 'create', definition('p.json', 'apiKey'), '--json')).out,
    ) as { readonly profile: { readonly id: string } };
    await unattended('integrations', 'select-profile', 'tracker', profile.id);
    const asked = await atTerminal(['profiles', 'edit', profile.id, '-', '--draft'], 'y', place.read('p.json'));
    expect(asked).toMatchObject({ code: 2, asked: '', out: expect.stringContaining('To confirm, add --yes') });
  });
});

describe('an edit of a profile', () => {
  it('says what it does to the shared account that was connected with it, and to the people', async () => {
    const created = await unattended('profiles', 'create', definition('p.json', 'apiKey'), '--json');
    const { id } = (JSON.parse(created.out) as { readonly profile: { readonly id: string } }).profile;
    await unattended('integrations', 'connect', 'tracker', id, '--values', '-', '--yes');
    await share('everyone');
    const draft = await unattended('profiles', 'edit', id, definition('p.json', 'apiKey'), '--draft');
    expect(draft).toMatchObject({ code: 2 });
    expect(draft.problem).toContain('1 connection made with it, the shared account among them');
    const field = await unattended('profiles', 'edit', id, definition('two.json', 'apiKey', 'second'));
    expect(field).toMatchObject({ code: 2, problem: expect.stringContaining('lack a value for the new field') });
    expect(await unattended('profiles', 'edit', id, definition('p.json', 'apiKey'))).toMatchObject({ code: 0 });
    expect(await unattended('profiles', 'edit', id, definition('two.json', 'apiKey', 'second'), '--yes')).toMatchObject(
      {
        code: 0,
      },
    );
  });
});

it('asks a person at a real terminal, and Ctrl-C changes nothing', async () => {
  const words = ['integrations', 'disable', 'tracker', '--settings', settings];
  expect(await inTerminal(words, 'n\n')).toMatchObject({ code: 1, out: expect.stringContaining('Continue? [y/N]') });
  expect(await inTerminal(words, '\u0003')).toMatchObject({
    code: 130,
    out: expect.stringContaining('nothing was changed'),
  });
  expect(await inTerminal(words, '\u0004')).toMatchObject({ code: 1 });
  expect(JSON.parse(await setup())).toMatchObject({ integration: { state: 'enabled' } });
  expect(await inTerminal(words, 'y\n')).toMatchObject({ code: 0, out: expect.stringContaining('is disabled') });
});

/** A profile of the tracker with a key, or with a second field as well. */
function definition(file: string, ...keys: readonly string[]): string {
  const fields = keys.map((key) => ({ key, title: key, type: 'password' }));
  const placements = keys.map((key) => ({
    in: 'header',
    name: key === 'apiKey' ? 'X-Key' : 'X-Second',
    value: `{{${key}}}`,
  }));
  return place.write(file, {
    integration: 'tracker',
    name: 'Ours',
    profile: { method: 'api_key', fields, placements },
  });
}

/** The real command in a real terminal. `typed` is sent when it asks. */
async function inTerminal(
  words: readonly string[],
  typed: string,
): Promise<{ readonly code: number | null; readonly out: string }> {
  const command = [process.execPath, '--conditions=@latchkey/source', MAIN, ...words];
  const quoted = command.map((word) => `'${word}'`).join(' ');
  const terminal =
    process.platform === 'darwin' ? ['-q', '/dev/null', ...command] : ['-qec', `exec ${quoted}`, '/dev/null'];
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const child = spawn('script', terminal, {
    cwd: place.folder,
    env: { PATH, NODE_NO_WARNINGS: '1', NODE_COMPILE_CACHE, SHELL: '/bin/sh' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let out = '';
  let isTyped = false;
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString();
    if (isTyped || !out.includes('[y/N]')) return;
    isTyped = true;
    child.stdin.write(typed);
  });
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, out };
}

import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { TranscriptLoggerMiddleware } from 'botbuilder';
import { type AuthorizerOptions, ConfigurationError, createAuthorizer } from 'latchkey';
import { authorizerMiddleware } from 'latchkey/dialogs';
import { ProactiveTestAdapter } from 'latchkey/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-start-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const KEY = Buffer.alloc(32, 1).toString('base64');
const OTHER_KEY = Buffer.alloc(32, 2).toString('base64');
const LOOPBACK = 'http://127.0.0.1:3978';

let stores = 0;
const options = (change: Partial<AuthorizerOptions> = {}): AuthorizerOptions => ({
  publicUrl: LOOPBACK,
  store: `sqlite:${join(folder, `${++stores}.db`)}`,
  keys: `k1:${KEY}`,
  integrations: [],
  appId: 'app',
  logger: () => {},
  ...change,
});

/** Why it does not start. */
async function refusal(change: Partial<AuthorizerOptions>): Promise<string> {
  const started = await createAuthorizer(options(change)).catch((error: unknown) => error);
  if (!(started instanceof Error)) {
    await (started as { close(): Promise<void> }).close();
    throw new Error('it started');
  }
  expect(started).toBeInstanceOf(ConfigurationError);
  return started.message;
}

/** One sentence: no line break, no stack, and nothing secret. */
function expectOneSentence(message: string, setting: string): void {
  expect(message).toContain(setting);
  expect(message).not.toMatch(/\n|\.\s+[A-Z]|\bat .*:\d+/);
  for (const secret of [KEY, OTHER_KEY]) expect(message).not.toContain(secret);
}

describe('createAuthorizer refuses in one sentence that names the setting', () => {
  it.each<[string, string, Partial<AuthorizerOptions>]>([
    ['R54 no key ring', 'LATCHKEY_KEYS', { keys: '' }],
    ['R54 a key ring of commas', 'LATCHKEY_KEYS', { keys: ' , ,' }],
    ['R54 a short key', 'LATCHKEY_KEYS', { keys: `k1:${Buffer.alloc(31).toString('base64')}` }],
    ['R54 a long key', 'LATCHKEY_KEYS', { keys: `k1:${Buffer.alloc(33).toString('base64')}` }],
    ['R54 a key without a name', 'LATCHKEY_KEYS', { keys: KEY }],
    ['R54 a key that is no base64', 'LATCHKEY_KEYS', { keys: `k1:${'*'.repeat(43)}=` }],
    ['R54 two keys of one name', 'LATCHKEY_KEYS', { keys: `k1:${KEY},k1:${OTHER_KEY}` }],
    ['an unknown store', 'LATCHKEY_STORE', { store: 'mysql://localhost/latchkey' }],
    ['a store without a path', 'LATCHKEY_STORE', { store: 'sqlite:' }],
    ['a public address that is none', 'LATCHKEY_PUBLIC_URL', { publicUrl: 'bot.example' }],
    ['R48 a public address without TLS', 'LATCHKEY_PUBLIC_URL', { publicUrl: 'http://bot.example' }],
    ['R48 a loopback name that is none', 'LATCHKEY_PUBLIC_URL', { publicUrl: 'http://127.0.0.1.evil.example' }],
    ['R14 confirm "none" on a public address', 'confirm', { publicUrl: 'https://bot.example', confirm: 'none' }],
    ['R20 no app id on a public address', 'MicrosoftAppId', { publicUrl: 'https://bot.example', appId: '' }],
    [
      'R20 no app id on a public address, whatever the switch for development says',
      'MicrosoftAppId',
      { publicUrl: 'https://bot.example', appId: '', allowUnauthenticatedLoopback: true },
    ],
    ['R20 no app id without the switch for development', 'MicrosoftAppId', { appId: '' }],
  ])('%s', async (_what, setting, change) => {
    expectOneSentence(await refusal(change), setting);
  });

  it('R54 a key ring that is not the one of the store', async () => {
    const store = `sqlite:${join(folder, 'sealed.db')}`;
    await (await createAuthorizer(options({ store, keys: `k1:${KEY}` }))).close();
    expectOneSentence(await refusal({ store, keys: `k1:${OTHER_KEY}` }), 'LATCHKEY_KEYS');
    expectOneSentence(await refusal({ store, keys: `k2:${OTHER_KEY}` }), 'LATCHKEY_KEYS');
    await (await createAuthorizer(options({ store, keys: `k2:${OTHER_KEY},k1:${KEY}` }))).close();
  });

  it('a store that is a folder, another kind of file, or may not be read', async () => {
    const garbage = join(folder, 'garbage.db');
    writeFileSync(garbage, 'this is no database, and it is long enough to be looked at '.repeat(40));
    const locked = join(folder, 'locked');
    mkdirSync(locked, { mode: 0o500 });
    for (const path of [
      folder,
      garbage,
      join(garbage, 'below-a-file.db'),
      ...(isRoot() ? [] : [join(locked, 'x.db')]),
    ]) {
      expectOneSentence(await refusal({ store: `sqlite:${path}` }), 'LATCHKEY_STORE');
    }
    chmodSync(locked, 0o700);
  });

  it('R46 a credential template with a variable that is no field', async () => {
    const broken = {
      id: 'acme',
      name: 'Acme',
      baseUrl: 'https://api.acme.example',
      profiles: [
        {
          id: 'key',
          title: 'Key',
          method: 'api_key' as const,
          fields: [{ key: 'apiKey', title: 'API key' }],
          placements: [{ in: 'header' as const, name: 'Authorization', value: 'Bearer {{apikey}}' }],
        },
      ],
      check: { method: 'GET' as const, path: '/me', account: () => undefined },
    };
    const message = await refusal({ integrations: [broken] });
    expect(message).toContain('acme');
    expect(message).toContain('apikey');
  });
});

describe('the middleware refuses', () => {
  it('R37 a transcript logger that stands before it', async () => {
    const authorizer = await createAuthorizer(options());
    const adapter = new ProactiveTestAdapter();
    adapter.use(new TranscriptLoggerMiddleware({ logActivity: () => {} }));
    expect(() => authorizerMiddleware(authorizer, { adapter })).toThrow(ConfigurationError);
    try {
      authorizerMiddleware(authorizer, { adapter });
    } catch (error) {
      expectOneSentence(error instanceof Error ? error.message : '', 'TranscriptLoggerMiddleware');
    }
    await authorizer.close();
  });

  it('R37 a transcript logger that came before it, while the middleware was made earlier', async () => {
    const authorizer = await createAuthorizer(options());
    const adapter = new ProactiveTestAdapter();
    const recorded: unknown[] = [];
    const middleware = authorizerMiddleware(authorizer, { adapter });
    adapter.use(new TranscriptLoggerMiddleware({ logActivity: (activity) => void recorded.push(activity) }));
    adapter.use(middleware);
    await expect(adapter.processActivity('hello', async () => {})).rejects.toThrow(ConfigurationError);
    await authorizer.close();
  });

  it('an action whose integration nobody registered', async () => {
    const authorizer = await createAuthorizer(options());
    const { jiraCreateIssue } = await import('latchkey/actions');
    expect(() => authorizer.register(jiraCreateIssue)).toThrow(
      'the action jira.createIssue needs the integration jira: add it to integrations',
    );
    await authorizer.close();
  });
});

describe('npm start refuses in one line and ends', () => {
  it.each<[string, string, () => Readonly<Record<string, string>>]>([
    ['an unreadable store', 'LATCHKEY_STORE', () => ({ LATCHKEY_STORE: `sqlite:${folder}` })],
    // mkdir -p never ends there
    ['a store where no folder can be made', 'LATCHKEY_STORE', () => ({ LATCHKEY_STORE: 'sqlite:/proc/x/y/z.db' })],
    ['R20 a public listener without an app id', 'HOST', () => ({ HOST: '0.0.0.0', LATCHKEY_PUBLIC_URL: LOOPBACK })],
  ])('%s', async (_what, setting, environment) => {
    const { code, out, err } = await start(environment());
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err.trim().split('\n')).toHaveLength(1);
    expectOneSentence(err.trim(), setting);
  });
});

async function start(environment: Readonly<Record<string, string>>) {
  const cwd = mkdtempSync(join(folder, 'run-'));
  const entry = resolve(import.meta.dirname, '../../playground/index.ts');
  const child = spawn(process.execPath, ['--conditions=@latchkey/source', entry], {
    cwd,
    env: { PATH: process.env.PATH, PORT: '0', SANDBOX_PORT: '0', ...environment },
    timeout: 15_000,
  });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    texts.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    texts.err += chunk;
  });
  const code = await new Promise<number | null>((ended) => child.once('close', ended));
  return { code, ...texts };
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { TranscriptLoggerMiddleware } from 'botbuilder';
import { type AuthorizerOptions, ConfigurationError, createAuthorizer, defineAction, z } from 'latchkey';
import { authorizerMiddleware, RunActionDialog } from 'latchkey/dialogs';
import { jira } from 'latchkey/integrations';
import { RecordingAdapter } from 'latchkey/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../playground/config.ts';
import { startPlayground } from '../../playground/start-playground.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-start-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const KEY = Buffer.alloc(32, 1).toString('base64');
const OTHER_KEY = Buffer.alloc(32, 2).toString('base64');
const LOOPBACK = 'http://127.0.0.1:3978';

const look = defineAction({
  id: 'jira.look',
  title: 'Look',
  integration: 'jira',
  purpose: 'look',
  scopes: [],
  input: z.object({}),
  run: async () => 'seen',
});

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

const openId = (change: object) => ({
  issuer: 'https://login.example.com',
  clientId: 'c',
  allowed: ['@example.com'],
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
    [
      'R20 the switch for development on a public address, which would believe everybody, whatever the app id',
      'allowUnauthenticatedLoopback',
      { publicUrl: 'https://bot.example', appId: 'app', allowUnauthenticatedLoopback: true },
    ],
  ])('%s', async (_what, setting, change) => {
    expectOneSentence(await refusal(change), setting);
  });

  it.each<[string, string, object]>([
    ['a key ring of zeros', 'all zeros', { keys: `k1:${Buffer.alloc(32).toString('base64')}` }],
    ['one key under two names', 'the same key under two names', { keys: `k1:${KEY},k2:${KEY}` }],
    ['no keys at all', 'keys (LATCHKEY_KEYS): it is missing', { keys: undefined }],
    ['no integrations', 'integrations (LATCHKEY_INTEGRATIONS): it is missing', { integrations: undefined }],
    ['integrations that were not awaited', 'write await', { integrations: Promise.resolve([]) }],
    ['an integration that was not called', 'call it, as in acme(', { integrations: [jira] }],
    ['a typo', 'did you mean publicUrl?', { publicURL: LOOPBACK }],
    ['a word that is nearly right', 'did you mean "page"?', { credentialEntry: 'pages' }],
    [
      'a client id that is empty',
      'clientId: it is missing',
      { integrations: [jira({ clientId: '', clientSecret: 's' })] },
    ],
    ['a text where a switch is', 'true or false', { allowUnauthenticatedLoopback: 'yes' }],
    ['a limit that lets nobody in', 'requestsPerMinute: it must be a number of requests', { requestsPerMinute: 0 }],
    [
      'a limit that is no number',
      'requestsPerMinute: it must be a number of requests',
      { requestsPerMinute: Number.NaN },
    ],
    ['more seconds than a timer can wait', 'closeSeconds: it must be a number of seconds', { closeSeconds: 3_000_000 }],
    ['texts that were not awaited', 'texts: it is a promise', { texts: Promise.resolve({}) }],
    ['a language that there is not', 'it is none of the languages en, de', { translations: { it: {} } }],
    ['a translation that is no text', 'de must be an object', { translations: { de: { Title: 5 } } }],
    ['translations without a language', 'Title is none of the languages', { translations: { Title: 'Titel' } }],
    ['a list of translations', 'translations: it must be an object', { translations: [] }],
    ['a list of texts', 'texts: it must be an object or a function', { texts: [] }],
    ['an app id of spaces', 'appId (MicrosoftAppId): it has a space or a line break', { appId: '  ' }],
    [
      'an app id with the end of its line',
      'appId (MicrosoftAppId): it has a space or a line break',
      { appId: 'app\n' },
    ],
    [
      'a hole among the integrations',
      '[0] is no integration',
      { integrations: Object.assign([], { 1: jira({ clientId: 'c', clientSecret: 's' }) }) },
    ],
    ['a hole among the actions', 'actions: [0] is no action', { actions: Object.assign([], { 1: look }) }],
    [
      'two actions of one id',
      '[1] (jira.look) has the id of another action',
      { integrations: [jira({ clientId: 'c', clientSecret: 's' })], actions: [look, { ...look }] },
    ],
    ['an action that could never run', 'the action jira.look needs the integration jira', { actions: [look] }],
    ['a clock that gives a date', 'now: it must return milliseconds', { now: () => new Date() }],
    ['a clock that gives nothing', 'now: it must return milliseconds', { now: () => undefined }],
  ])('%s', async (_what, text, change) => {
    expectOneSentence(await refusal(change), text);
  });

  it.each<[string, string, object]>([
    ['a typo', 'setupTokn: there is no such setting; did you mean setupToken?', { setupTokn: 'x' }],
    ['a token that is too short', 'setupToken is shorter than 20 characters', { setupToken: 'short' }],
    ['an address without TLS', 'publicUrl: it must be the https address', { publicUrl: 'http://bot.example' }],
    ['an address with a password', 'publicUrl: it has a user name', { publicUrl: 'https://a:hunter2@bot.example' }],
    [
      'one text for everybody allowed',
      'openId.allowed: it must be a list',
      { openId: openId({ allowed: '@acme.example' }) },
    ],
    ['nobody allowed', 'openId.allowed: it must be a list', { openId: openId({ allowed: [] }) }],
    ['no issuer', 'openId.issuer: it must be an address', { openId: openId({ issuer: undefined }) }],
    [
      'a typo within',
      'openId.clientID: there is no such setting; did you mean clientId?',
      { openId: openId({ clientID: 'c' }) },
    ],
  ])('the console with %s', async (_what, said, settings) => {
    const authorizer = await createAuthorizer(options());
    const mounting: Promise<unknown> = Reflect.apply(authorizer.consoleHandler, authorizer, [settings]);
    const refused = await mounting.catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ConfigurationError);
    expect(String(refused)).toContain(said);
    expect(String(refused)).not.toContain('hunter2');
    await authorizer.close();
  });

  it('an app whose settings are not set, in the words of both that are missing', async () => {
    const unset = { clientId: undefined, clientSecret: undefined };
    const message = await refusal({ integrations: [Reflect.apply(jira, undefined, [unset])] });
    expect(message).toContain('clientId: it is missing');
    expect(message).toContain('clientSecret: it is missing');
  });

  it.each(['10.0.0.7', '169.254.169.254', '2130706433', 'localhost.', '[::ffff:7f00:1]', 'metadata.google.internal'])(
    'R44 a definition that leads to https://%s',
    async (host) => {
      const acme = {
        ...jira({ clientId: 'c', clientSecret: 's' }),
        baseUrl: `https://${host}/api`,
      };
      expect(await refusal({ integrations: [acme] })).toMatch(
        /jira: baseUrl: (?:\S+ is not a public host|this machine is)/,
      );
    },
  );

  it.each(['{subdomain}', '{ tenant }', '{{subdomain}}', '{', '}'])(
    'an OAuth address with %s, which stands for nothing there',
    async (name) => {
      const [system] = jira({ clientId: 'c', clientSecret: 's' }).profiles;
      if (system?.method !== 'oauth2') throw new Error('no OAuth');
      const made = (change: object) => ({ ...jira({ clientId: 'c', clientSecret: 's' }), ...change });
      const tokenUrl = `https://auth.example.com/${name}/token`;
      expect(await refusal({ integrations: [made({ profiles: [{ ...system, tokenUrl }] })] })).toMatch(/tokenUrl: /);
      const baseUrl = `https://api.example.com/${name}`;
      expect(await refusal({ integrations: [made({ baseUrl, sites: undefined })] })).toMatch(/base ?URL/i);
    },
  );

  it('an action whose input is a schema of another zod, at the start and later', async () => {
    const schema = { _def: {}, safeParse: () => ({ success: true, data: {} }) };
    const authorizer = await createAuthorizer(options());
    for (const input of [schema, { ...schema, shape: {} }, { ...schema, shape: { name: schema } }]) {
      const old = { ...look, input };
      expect(await refusal(Object.fromEntries([['actions', [old]]]))).toContain("import { z } from 'latchkey'");
      expect(() => Reflect.apply(authorizer.register, authorizer, [old])).toThrow("import { z } from 'latchkey'");
    }
    await authorizer.close();
  });

  it('no action that is listed twice, and takes a blank name or contact for none', async () => {
    const integrations = [jira({ clientId: 'c', clientSecret: 's' })];
    const given = options({ integrations, actions: [look, look], botName: ' ', contact: '' });
    const { settings, close } = await createAuthorizer(given);
    expect(settings).toMatchObject({ botName: 'this bot' });
    expect(settings).not.toHaveProperty('contact');
    await close();
  });

  it('all mistakes at once, each on a line of its own', async () => {
    const message = await refusal({
      keys: '',
      publicUrl: 'http://bot.example',
      ...Object.fromEntries([
        ['publicURL', LOOPBACK],
        ['credentialEntry', 'pages'],
      ]),
    });
    const lines = message.split('\n');
    expect(lines).toHaveLength(5);
    for (const name of ['LATCHKEY_KEYS', 'LATCHKEY_PUBLIC_URL', 'publicURL', 'credentialEntry'])
      expect(lines.filter((line) => line.startsWith(name))).toHaveLength(1);
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

  it('a backup that was copied next to what the old database had left in its write-ahead log', async () => {
    const path = join(folder, 'running.db');
    const restored = join(folder, 'restored.db');
    const running = await createAuthorizer(options({ store: `sqlite:${path}` }));
    const items = Array.from({ length: 80 }, (_, item) => `item-${item}`);
    const write = () =>
      running.storage.write(Object.fromEntries(items.map((item) => [item, { text: item.repeat(500) }])));
    await write();
    await running.storage.delete(items.slice(0, 60));
    const reader = new DatabaseSync(path);
    reader.exec(`pragma wal_checkpoint(truncate); vacuum into '${restored}'`);
    reader.close();
    await write();
    // as a killed process leaves it
    copyFileSync(`${path}-wal`, `${restored}-wal`);
    await running.close();
    const message = await refusal({ store: `sqlite:${restored}` });
    expectOneSentence(message, 'LATCHKEY_STORE');
    expect(message).toContain('is damaged');
    expect(message).toContain('"restored.db-wal" and "restored.db-shm"');
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
    const adapter = new RecordingAdapter();
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
    const adapter = new RecordingAdapter();
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

describe('the playground refuses in one sentence', () => {
  it.each<[string, string, () => Readonly<Record<string, string>>]>([
    // mkdir -p never ends there
    ['a store where no folder can be made', 'LATCHKEY_STORE', () => ({ LATCHKEY_STORE: 'sqlite:/proc/x/y/z.db' })],
    ['R20 a public listener without an app id', 'HOST', () => ({ HOST: '0.0.0.0', LATCHKEY_PUBLIC_URL: LOOPBACK })],
  ])('%s', async (_what, setting, environment) => {
    const start = async () => {
      const config = readConfig({ PORT: '0', SANDBOX_PORT: '0', ...environment() });
      await startPlayground({ ...config, folder: join(folder, 'playground') }, { logger: () => {} });
    };
    const refused = await start().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ConfigurationError);
    expectOneSentence(refused instanceof Error ? refused.message : '', setting);
  });
});

describe('in a process of its own', () => {
  /** Comes before everything else, so that all of it believes to run on Node 20. */
  const NODE_20 = `data:text/javascript,${encodeURIComponent(
    'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.19.0" } })',
  )}`;
  const source = (path: string) => resolve(import.meta.dirname, '../..', path);
  const bot = `data:text/javascript,${encodeURIComponent(
    `import { createAuthorizer } from ${JSON.stringify(pathToFileURL(source('src/index.ts')).href)};
     await createAuthorizer({ publicURL: 'x' }).catch(({ code, message }) => console.log(code, message));`,
  )}`;

  let npmStart: Ended;
  let botOnNode20: Ended;
  let commandLineOnNode20: Ended;
  // here, because how soon a process has loaded everything is the machine's business
  beforeAll(async () => {
    [npmStart, botOnNode20, commandLineOnNode20] = await Promise.all([
      run([source('playground/index.ts')], { LATCHKEY_STORE: `sqlite:${folder}` }),
      run(['--import', NODE_20, '--import', bot, '--eval', '']),
      run(['--import', NODE_20, source('src/cli/main.ts'), 'doctor']),
    ]);
  });

  it('npm start over an unreadable store says so in one line and ends', () => {
    const { code, out, err } = npmStart;
    expect([code, out]).toEqual([1, '']);
    expect(err.trim().split('\n')).toHaveLength(1);
    expectOneSentence(err.trim(), 'LATCHKEY_STORE');
  });

  it('a bot on a Node that is too old says which one it needs, together with whatever else is wrong', () => {
    const { code, out, err } = botOnNode20;
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^configuration these options cannot work:\nthis is Node 20\.19\.0: run Node 22\.16 or later\n/,
    );
    expect(out).toContain('did you mean publicUrl?');
  });

  it('the command line on a Node that is too old says so in one sentence', () => {
    const { code, out, err } = commandLineOnNode20;
    expect([code, out, err]).toEqual([2, '', 'latchkey needs Node 22.16 or later; this is 20.19.0\n']);
  });
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

async function run(words: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const cwd = mkdtempSync(join(folder, 'run-'));
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const child = spawn(process.execPath, ['--conditions=@latchkey/source', ...words], {
    cwd,
    env: { PATH, NODE_COMPILE_CACHE, PORT: '0', SANDBOX_PORT: '0', ...environment },
  });
  running.add(child);
  const texts = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    texts.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    texts.err += chunk;
  });
  const code = await new Promise<number | null>((ended) => child.once('close', ended));
  running.delete(child);
  return { code, ...texts };
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

describe('the bot side refuses what code without types gets wrong', () => {
  it('an authorizer that was not awaited, arguments in another order, and a missing adapter', async () => {
    const authorizer = await createAuthorizer(options());
    const adapter = new RecordingAdapter();
    const middleware =
      (...given: unknown[]) =>
      () =>
        Reflect.apply(authorizerMiddleware, undefined, given);
    expect(middleware(Promise.resolve(authorizer), { adapter })).toThrow('write await before createAuthorizer');
    expect(middleware({ adapter }, authorizer)).toThrow('in another order');
    expect(middleware(authorizer)).toThrow('the adapter is missing');
    expect(middleware(authorizer, {})).toThrow('the adapter is missing');
    const dialog =
      (...given: unknown[]) =>
      () =>
        Reflect.construct(RunActionDialog, given);
    expect(dialog('look', authorizer, look)).toThrow('in another order');
    await authorizer.close();
  });
});

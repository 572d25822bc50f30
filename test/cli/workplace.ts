import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect } from 'vitest';
import { type CommandLine, type Ran, runInKeptProcess } from './kept-process.ts';

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts');

/** A folder with a store, in which the real command runs. Whatever it prints is searched for every secret it was given. */
export interface Workplace {
  readonly folder: string;
  readonly store: string;
  readonly keys: string;
  /** In a process that runs the command lines of many tests. */
  run(words: readonly string[], more?: Partial<Surroundings>): Promise<Ran>;
  /** In a process of its own, as people do. */
  runApart(words: readonly string[], more?: Partial<Surroundings & Reader>): Promise<Ran>;
  /** Runs it with `--json` and answers what it printed. */
  json(words: readonly string[], more?: Partial<Surroundings>): Promise<unknown>;
  /** Answers its path. */
  write(file: string, contents: unknown): string;
  read(file: string): string;
  /** Must not be printed from now on. */
  hide(secret: string): string;
  close(): void;
}

interface Surroundings {
  /** Added to the workplace's own; undefined: nothing is set, not even that. */
  readonly env: Readonly<Record<string, string>> | undefined;
  readonly stdin: string;
  /** What this very command is for. */
  readonly mayPrint: readonly string[];
}

interface Reader {
  /** Nobody reads what it prints. */
  readonly unread: boolean;
}

export function openWorkplace(env: Readonly<Record<string, string>> = {}): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-cli-'));
  const store = `sqlite:${join(folder, 'latchkey.db')}`;
  const keys = newKey('k1');
  const hidden = new Set([keys.slice(3)]);
  const always = {
    LATCHKEY_STORE: store,
    LATCHKEY_KEYS: keys,
    LATCHKEY_PUBLIC_URL: 'http://127.0.0.1:1',
    MicrosoftAppId: 'app',
    ...env,
  };
  const watched = async (
    words: readonly string[],
    more: Partial<Surroundings>,
    how: (line: CommandLine) => Promise<Ran>,
  ) => {
    const { stdin = '', mayPrint = [] } = more;
    const settings = 'env' in more && more.env === undefined ? {} : { ...always, ...more.env };
    for (const secret of hidden) expect(words.join(' ').includes(secret), 'a secret in the command line').toBe(false);
    const ran = await how({ words, cwd: folder, env: settings, stdin });
    for (const secret of hidden) {
      if (mayPrint.includes(secret)) continue;
      expect(`${ran.out}${ran.problem}`.includes(secret), `${words.join(' ')} printed a secret`).toBe(false);
    }
    return ran;
  };
  const run: Workplace['run'] = (words, more = {}) => watched(words, more, runInKeptProcess);
  return {
    folder,
    store,
    keys,
    run,
    runApart: (words, more = {}) => watched(words, more, (line) => runApart(line, more.unread ?? false)),
    json: async (words, more) => JSON.parse((await run([...words, '--json'], more)).out),
    write: (file, contents) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), typeof contents === 'string' ? contents : JSON.stringify(contents));
      return join(folder, file);
    },
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    hide: (secret) => {
      hidden.add(secret);
      return secret;
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function newKey(id: string): string {
  return `${id}:${randomBytes(32).toString('base64')}`;
}

/** Nothing of this process's own environment but what a process needs to start. */
async function runApart({ words, cwd, env, stdin }: CommandLine, unread: boolean): Promise<Ran> {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const child = spawn(process.execPath, ['--conditions=@latchkey/source', MAIN, ...words], {
    cwd,
    env: { PATH, NODE_NO_WARNINGS: '1', NODE_COMPILE_CACHE, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // a command that reads nothing may have ended before
  child.stdin.on('error', () => {});
  child.stdin.end(stdin);
  if (unread) child.stdout.destroy();
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const [out, problem, code] = await Promise.all([unread ? '' : text(child.stdout), text(child.stderr), ended]);
  return { code, out, problem };
}

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect } from 'vitest';

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts');

/** A folder with a store, in which the real command runs. Whatever it prints is searched for every secret it was given. */
export interface Workplace {
  readonly folder: string;
  readonly store: string;
  readonly keys: string;
  run(words: readonly string[], more?: Partial<Surroundings>): Promise<Ran>;
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
  /** Nobody reads what it prints. */
  readonly unread: boolean;
  /** What this very command is for. */
  readonly mayPrint: readonly string[];
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly problem: string;
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
  const run: Workplace['run'] = async (words, more = {}) => {
    const { stdin = '', unread = false, mayPrint = [] } = more;
    const settings = 'env' in more && more.env === undefined ? {} : { ...always, ...more.env };
    for (const secret of hidden) expect(words.join(' ').includes(secret), 'a secret in the command line').toBe(false);
    const ran = await latchkey(words, folder, settings, { stdin, unread });
    for (const secret of hidden) {
      if (mayPrint.includes(secret)) continue;
      expect(`${ran.out}${ran.problem}`.includes(secret), `${words.join(' ')} printed a secret`).toBe(false);
    }
    return ran;
  };
  return {
    folder,
    store,
    keys,
    run,
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
async function latchkey(
  words: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
  { stdin, unread }: Pick<Surroundings, 'stdin' | 'unread'>,
): Promise<Ran> {
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

import { execFileSync, spawn } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { printTable, type Verdict } from './report.ts';

const ROOT = resolve(import.meta.dirname, '..');

/** What a newcomer waits for and installs. Measured in copies, so that the checkout's own build and data stay as they are. */
export async function benchSizes(folder: string, short: boolean): Promise<readonly Verdict[]> {
  const copy = copyCheckout(join(folder, 'checkout'));
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  const starts: number[] = [];
  for (let n = 0; n < (short ? 1 : 3); n += 1) starts.push(await timeToFirstAnswer(copy));
  run(copy, 'npm', ['run', 'build']);
  const pack = run(copy, 'npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]);
  const [packed] = JSON.parse(pack);
  const runtime = runtimeDependencies();
  const direct = Object.keys(JSON.parse(run(ROOT, 'npm', ['pkg', 'get', 'dependencies'])));
  const rows = [
    ['npm start to the first answer, new folder', `${(starts[0] ?? 0).toFixed(1)} s`],
    ...starts.slice(1).map((seconds) => ['npm start to the first answer, again', `${seconds.toFixed(1)} s`]),
    ['packed', `${kib(packed.size)}, ${packed.entryCount} files, ${kib(packed.unpackedSize)} unpacked`],
    ['runtime dependencies', `${direct.length} direct, ${runtime.length} in all, ${mib(sizeOf(runtime))}`],
  ];
  if (!short) rows.push(...installs(folder, packed.filename));
  console.log('\nsizes');
  printTable(['', ''], rows);
  return [];
}

/** Without node_modules, but with the package manager's cache as it is. */
function installs(folder: string, tarball: string): readonly string[][] {
  const clean = copyCheckout(join(folder, 'clean'));
  const bot = join(folder, 'bot');
  cpSync(join(folder, tarball), join(bot, tarball));
  run(bot, 'npm', ['init', '--yes']);
  return [
    ['npm ci of the checkout', installed(clean, ['ci'])],
    ['npm install of the package in a bot', installed(bot, ['install', '--omit=peer', `./${tarball}`])],
  ];
}

function installed(folder: string, command: readonly string[]): string {
  const startedAt = performance.now();
  try {
    run(folder, 'npm', [...command, '--no-audit', '--no-fund']);
  } catch {
    return `npm ${command[0]} failed`;
  }
  const seconds = (performance.now() - startedAt) / 1000;
  return `${seconds.toFixed(1)} s, ${mib(sizeOf([join(folder, 'node_modules')]))}`;
}

function copyCheckout(to: string): string {
  const left = new Set(['node_modules', '.git', '.latchkey', 'dist', 'coverage']);
  cpSync(ROOT, to, { recursive: true, filter: (source) => !left.has(source.slice(ROOT.length + 1)) });
  return to;
}

/** Until the page is there and the bot has replied to a first "help". */
async function timeToFirstAnswer(copy: string): Promise<number> {
  const startedAt = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: copy,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  try {
    const url = await chatUrl(createInterface(child.stdout));
    await fetch(url);
    await answerTo(`${url}v3/directline/conversations/bench`, 'help');
    return (performance.now() - startedAt) / 1000;
  } finally {
    // npm and what it started
    if (child.pid !== undefined) process.kill(-child.pid);
    await new Promise((resolve) => child.once('close', resolve));
  }
}

async function chatUrl(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const url = /^Chat: +(\S+)/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error('npm start ended without an address');
}

async function answerTo(conversation: string, text: string): Promise<void> {
  const headers = { authorization: 'Bearer local.bench', 'content-type': 'application/json' };
  await fetch(conversation, { headers });
  const said = await fetch(`${conversation}/activities`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ type: 'message', text }),
  });
  if (!said.ok) throw new Error(`the chat answered ${said.status}`);
  for (let n = 0; n < 1_000; n += 1) {
    const heard = await fetch(`${conversation}/activities?watermark=0`, { headers });
    if ((await heard.text()).includes('This is what I can do for you')) return;
    await wait(10);
  }
  throw new Error('the bot did not answer');
}

/** The packages that a deployment installs: no tools, and nothing that the bot has anyway. */
function runtimeDependencies(): readonly string[] {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  return Object.entries<{ readonly dev?: true; readonly peer?: true; readonly devOptional?: true }>(lock.packages)
    .filter(([folder, { dev, peer, devOptional }]) => folder !== '' && !dev && !peer && !devOptional)
    .map(([folder]) => join(ROOT, folder));
}

function run(cwd: string, command: string, args: readonly string[]): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

function sizeOf(folders: readonly string[]): number {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

function kib(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KiB`;
}

function mib(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

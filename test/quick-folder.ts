import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
const ENOUGH = 4 * 1024 ** 3;

/**
 * Where the system has a file system in memory, the temporary folders of a run are there: a commit of SQLite waits for the disk
 * otherwise. What a crash of the whole machine leaves is not what these tests are about; processes that are killed lose nothing.
 *
 * @returns removes them
 */
export default function takeQuickFolder(): (() => void) | undefined {
  if (process.env.TMPDIR !== undefined || !isGood()) return undefined;
  const folder = mkdtempSync(join(MEMORY, 'latchkey-'));
  // a database server that is not root has its folder below
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  return () => {
    delete process.env.TMPDIR;
    // a database server may be ending there
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  };
}

/** There is room, and programs may run from there. */
function isGood(): boolean {
  if (!existsSync(MEMORY) || !existsSync('/proc/mounts')) return false;
  const mounted = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .find(([, place]) => place === MEMORY);
  const { bavail, bsize } = statfsSync(MEMORY);
  return mounted !== undefined && !mounted[3]?.split(',').includes('noexec') && bavail * bsize > ENOUGH;
}

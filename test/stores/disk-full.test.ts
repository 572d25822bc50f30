import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openStore } from '../../src/stores/open-store.ts';

test('a store that has no room left does not answer a ping, and does again when there is room', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-full-'));
  const setting = `sqlite:${join(folder, 'latchkey.db')}`;
  await (await openStore(setting)).close();
  // no file of this process may grow beyond 512 KiB or so
  const worker = fileURLToPath(new URL('../contracts/store-worker.ts', import.meta.url));
  const limited = ['-c', 'ulimit -f 1024; exec "$0" "$@"', process.execPath, worker, setting, 'fill', 'x'];
  const { stdout, stderr } = spawnSync('sh', limited, { encoding: 'utf8' });
  const [cause, ...told] = stdout.trim().split('\n').slice(-4);
  expect(told, stderr).toEqual(['"nothing stays"', '"full"', '"no answer"']);
  // a write that failed, or a disk that is full: the transaction's own fault, and not that of its rollback
  expect(cause).toMatch(/^"database: SQLite (?:13|10|778)"$/);
  const store = await openStore(setting);
  await store.ping();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

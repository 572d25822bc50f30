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
  expect(stdout.trim().split('\n').slice(-2), stderr).toEqual(['"full"', '"no answer"']);
  const store = await openStore(setting);
  await store.ping();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readTarEntry } from '../../playground/web-chat/read-tar-entry.ts';
import { webChatBundle } from '../../playground/web-chat/web-chat-bundle.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'latchkey-bundle-'));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(directory, { recursive: true });
});

it('takes Web Chat from the cache, but only when it is the pinned script', async () => {
  const bundle = await webChatBundle();
  const cached = join(directory, 'webchat-4.18.1.js');
  await writeFile(cached, bundle);
  withoutRegistry();
  expect((await webChatBundle(directory)).equals(bundle)).toBe(true);

  await writeFile(cached, Buffer.concat([bundle, Buffer.from('alert(1)')]));
  await expect(webChatBundle(directory)).rejects.toThrow('could not get it');
});

it('says in one sentence that npm could not get it, and caches nothing', async () => {
  withoutRegistry();
  await expect(webChatBundle(directory)).rejects.toThrow(
    /^The chat page needs botframework-webchat@4\.18\.1, and npm could not get it: \w+\.$/,
  );
  await expect(readFile(join(directory, 'webchat-4.18.1.js'))).rejects.toThrow('ENOENT');
});

it('reads one file out of a tar, however the tar is cut, and reads no further', async () => {
  const tar = Buffer.concat([
    entry('a/one.txt', 'x'.repeat(700)),
    entry('a/two.txt', 'the second'),
    entry('three', ''),
  ]);
  for (const length of [1, 100, 512, 513, tar.length]) {
    const read = await readTarEntry(cut(tar, length), 'a/two.txt');
    expect(read?.toString()).toBe('the second');
  }
  expect((await readTarEntry(cut(tar, 512), 'three'))?.length).toBe(0);
  expect(await readTarEntry(cut(tar, 512), 'four')).toBeUndefined();
  const unread = cut(Buffer.concat([tar, Buffer.alloc(512 * 100, 'x')]), 512);
  await readTarEntry(unread, 'a/one.txt');
  expect((await unread.next()).done).toBe(true);
});

/** Nothing listens on port 1, and npm's own cache is somewhere else. */
function withoutRegistry(): void {
  vi.stubEnv('npm_config_registry', 'http://127.0.0.1:1/');
  vi.stubEnv('npm_config_fetch_retries', '0');
  vi.stubEnv('npm_config_cache', join(directory, 'npm'));
}

function entry(name: string, content: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(content.length.toString(8).padStart(11, '0'), 124);
  return Buffer.concat([header, Buffer.from(content), Buffer.alloc((512 - (content.length % 512)) % 512)]);
}

async function* cut(whole: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < whole.length; start += length) yield whole.subarray(start, start + length);
}

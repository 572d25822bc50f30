import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Storage, StoreItems } from 'botbuilder';

/**
 * Bot state in files, so that a dialog goes on after a restart. One process only and last write wins, as in the SDK's own
 * state classes; a bot on several instances takes one of the SDK's storages instead.
 */
export function createFileStorage(folder: string): Storage {
  const fileOf = (key: string) => join(folder, `${createHash('sha256').update(key).digest('hex')}.json`);
  return {
    async read(keys) {
      const found = await Promise.all(keys.map(async (key) => [key, await readItem(fileOf(key))] as const));
      return Object.fromEntries(found.filter(([, item]) => item !== undefined));
    },
    async write(changes) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await Promise.all(Object.entries(changes).map(([key, item]) => writeItem(fileOf(key), item)));
    },
    async delete(keys) {
      await Promise.all(keys.map((key) => rm(fileOf(key), { force: true })));
    },
  };
}

async function readItem(file: string): Promise<StoreItems | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}

/** Whole or not at all. */
async function writeItem(file: string, item: unknown): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`;
  await writeFile(draft, JSON.stringify(item), { mode: 0o600 });
  await rename(draft, file);
}

import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Creates a folder and those above it. Node's `recursive` option never returns below a folder like /proc, which refuses new
 * folders as if it did not exist.
 *
 * @param mode of the folders that it creates
 */
export function createFolder(folder: string, mode: number): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) createFolder(parent, mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // another process may have created it first
    if (!existsSync(folder)) throw error;
  }
}

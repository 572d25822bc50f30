import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it. Node's own `recursive` never ends below a folder like /proc, which takes none and says
 * that it is not there.
 *
 * @param mode of those that it makes
 */
export function createFolder(folder: string, mode: number): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) createFolder(parent, mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // another process may have been faster
    if (!existsSync(folder)) throw error;
  }
}

import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createFolder } from '../stores/create-folder.ts';

/**
 * Writes a file that is not there, and the folders above it: somebody may have changed one that is.
 *
 * @returns the system's code for why it was not written: `EEXIST` where there is such a file, `EACCES`, `ENOTDIR` …
 */
export async function writeNew(file: string, content: string, mode = 0o666): Promise<string | undefined> {
  try {
    createFolder(dirname(file), 0o777);
    await writeFile(file, content, { flag: 'wx', mode });
    return undefined;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    // what is above it is there, and no folder
    return error.code === 'EEXIST' && !existsSync(file) ? 'ENOTDIR' : String(error.code);
  }
}

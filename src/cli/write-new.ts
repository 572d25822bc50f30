import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createFolder } from '../stores/create-folder.ts';

/**
 * Writes a new file and creates the folders above it. Never overwrites a file, which somebody may have changed.
 *
 * @param mode permissions, before the umask
 * @returns the system's code for why it was not written: `EEXIST` if the file exists, `EACCES`, `ENOTDIR` …
 */
export async function writeNew(file: string, content: string, mode = 0o666): Promise<string | undefined> {
  try {
    createFolder(dirname(file), 0o777);
    await writeFile(file, content, { flag: 'wx', mode });
    return undefined;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    // one of the paths above it exists but is not a folder
    return error.code === 'EEXIST' && !existsSync(file) ? 'ENOTDIR' : String(error.code);
  }
}

import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Of Linux's `statfs`: NFS, SMB, SMB2, CIFS, 9P, CephFS, AFS. */
const SHARED: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x01021997, 0x00c36400, 0x5346414f,
]);

/** Whether a database file lies where several machines can write, and SQLite's locks do not hold. False if unknown. */
export async function isOnNetworkShare(path: string): Promise<boolean> {
  try {
    return isSharedFileSystem((await statfs(dirname(path))).type);
  } catch {
    return false;
  }
}

/** The kernel's number can arrive with a sign. */
export function isSharedFileSystem(type: number): boolean {
  return SHARED.has(type >>> 0);
}

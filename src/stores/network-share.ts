import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Types in Linux's `statfs`: NFS, SMB, SMB2, CIFS, 9P, CephFS, AFS. */
const SHARED: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x01021997, 0x00c36400, 0x5346414f,
]);

/** True if a database file is on a network share, where SQLite's locks do not work. False if unknown. */
export async function isOnNetworkShare(path: string): Promise<boolean> {
  try {
    return isSharedFileSystem((await statfs(dirname(path))).type);
  } catch {
    return false;
  }
}

/** `type` can be negative, depending on how the kernel's number was read. */
export function isSharedFileSystem(type: number): boolean {
  return SHARED.has(type >>> 0);
}

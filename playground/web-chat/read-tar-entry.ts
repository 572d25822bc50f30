/** Reads one file out of a tar stream and reads no further; undefined if it is not there. */
export async function readTarEntry(tar: AsyncIterable<Buffer>, path: string): Promise<Buffer | undefined> {
  let held: Buffer = Buffer.alloc(0);
  let skip = 0;
  for await (const chunk of tar) {
    held = Buffer.concat([held, chunk]);
    for (;;) {
      const skipped = Math.min(skip, held.length);
      held = held.subarray(skipped);
      skip -= skipped;
      if (held.length < BLOCK) break;
      const size = sizeOf(held);
      if (nameOf(held) !== path) {
        skip = BLOCK + Math.ceil(size / BLOCK) * BLOCK;
      } else if (held.length < BLOCK + size) {
        break;
      } else {
        return held.subarray(BLOCK, BLOCK + size);
      }
    }
  }
  return undefined;
}

/** Tar is made of blocks: a header of one block, then the file, filled up to whole blocks (POSIX.1-1988 ustar). */
const BLOCK = 512;

function nameOf(header: Buffer): string {
  const prefix = textAt(header, 345, 155);
  const name = textAt(header, 0, 100);
  return prefix === '' ? name : `${prefix}/${name}`;
}

function sizeOf(header: Buffer): number {
  return Number.parseInt(textAt(header, 124, 12).trim() || '0', 8);
}

function textAt(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end === -1 ? length : end);
}

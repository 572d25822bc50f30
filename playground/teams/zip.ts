import { crc32, deflateRawSync } from 'node:zlib';

export type ZipEntry = { readonly name: string; readonly content: Buffer };

/** Packs files into a ZIP archive (PKWARE APPNOTE 4.3). The same files give the same bytes: no clock is read. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const packed = deflateRawSync(entry.content, { level: 9 });
    const local = Buffer.concat([localHeader(entry, packed), packed]);
    locals.push(local);
    directory.push(directoryHeader(entry, packed, offset));
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  return Buffer.concat([...locals, listed, endOfDirectory(entries.length, listed.length, offset)]);
}

const DEFLATED = 8;
const VERSION_NEEDED = 20;
/** 1 January 1980 in MS-DOS format. */
const FIRST_DAY = 0x21;

function localHeader(entry: ZipEntry, packed: Buffer): Buffer {
  return Buffer.concat([uint32(0x04034b50), uint16(VERSION_NEEDED), about(entry, packed), Buffer.from(entry.name)]);
}

function directoryHeader(entry: ZipEntry, packed: Buffer, offset: number): Buffer {
  const noCommentNoAttributes = Buffer.alloc(10);
  return Buffer.concat([
    uint32(0x02014b50),
    uint16(VERSION_NEEDED),
    uint16(VERSION_NEEDED),
    about(entry, packed),
    noCommentNoAttributes,
    uint32(offset),
    Buffer.from(entry.name),
  ]);
}

/** The fields that both headers of a file share: flags, method, time, check sum, sizes, length of the name, no extra field. */
function about({ name, content }: ZipEntry, packed: Buffer): Buffer {
  return Buffer.concat([
    uint16(0),
    uint16(DEFLATED),
    uint16(0),
    uint16(FIRST_DAY),
    uint32(crc32(content)),
    uint32(packed.length),
    uint32(content.length),
    uint16(Buffer.byteLength(name)),
    uint16(0),
  ]);
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  return Buffer.concat([
    uint32(0x06054b50),
    uint32(0),
    uint16(count),
    uint16(count),
    uint32(size),
    uint32(offset),
    uint16(0),
  ]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

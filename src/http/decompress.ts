import { promisify } from 'node:util';
import { brotliDecompress, constants, inflate, inflateRaw, unzip } from 'node:zlib';

/** The codings that a request accepts. */
export const CODINGS = 'gzip, deflate, br';

/**
 * Removes the content coding of a body (RFC 9110 section 8.4.1). Returns a body with a coding that was not requested as it is.
 *
 * @param maxBytes after decompression
 * @throws if the result is larger, or the body is not encoded as `coding` says
 */
export async function decompress(body: Buffer, coding: string, maxBytes: number): Promise<Buffer> {
  if (body.length === 0) return body;
  // uses what was received, even if the end of the stream is missing
  const options = { maxOutputLength: maxBytes, finishFlush: constants.Z_SYNC_FLUSH };
  switch (coding.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return promisify(unzip)(body, options);
    case 'deflate':
      return isZlib(body) ? inflated(body, options) : inflatedRaw(body, options);
    case 'br':
      return promisify(brotliDecompress)(body, {
        maxOutputLength: maxBytes,
        finishFlush: constants.BROTLI_OPERATION_FLUSH,
      });
    default:
      return body;
  }
}

const inflated = promisify(inflate);
const inflatedRaw = promisify(inflateRaw);

/** Some servers leave out the zlib header (RFC 1950 section 2.2). */
function isZlib(body: Buffer): boolean {
  return ((body[0] ?? 0) & 0x0f) === 8;
}

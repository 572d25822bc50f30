import { encode } from 'uqr';

/** Light around the code, in modules: ISO/IEC 18004 wants four. */
const QUIET_ZONE = 4;

/** A QR code: `size` modules wide with the light around it, and its dark modules as the data of an SVG path. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

/** Level M: a sixth of it may be covered, by a reflection on the screen say. */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const rows = data.map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join(''));
  return { size, path: rows.join('') };
}

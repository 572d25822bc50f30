import { encode } from 'uqr';

/** Width of the light margin in modules. ISO/IEC 18004 requires four. */
const QUIET_ZONE = 4;

/** A QR code. `size` is its width in modules including the margin. Its dark modules are the data of an SVG path. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

/** Level M: up to 15 % of the code may be unreadable, for example because of a reflection. */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const rows = data.map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join(''));
  return { size, path: rows.join('') };
}

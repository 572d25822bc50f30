/** A picture of an integration as it is served: never a page or a script, and without links to other hosts. */
export interface Icon {
  readonly type: 'image/svg+xml' | 'image/png';
  readonly bytes: Buffer;
}

/** Longest text of an icon, in characters. */
export const ICON_MAX_LENGTH = 32_768;

const PNG = 'data:image/png;base64,';
/** Elements that draw shapes. None of them can run, link, animate or load anything. */
const ELEMENTS =
  /^(?:svg|g|defs|title|desc|path|rect|circle|ellipse|line|polyline|polygon|linearGradient|radialGradient|stop|clipPath|mask|use|symbol)$/;
const TAG = /<(\/?)([A-Za-z]+)((?:\s+[A-Za-z][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>/g;
const ATTRIBUTE = /([A-Za-z][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;
const NAMESPACES = ['http://www.w3.org/2000/svg', 'http://www.w3.org/1999/xlink'];

/** Why a text is not a valid icon. An icon is a small SVG of shapes, or a PNG as a data URL. Undefined if it is valid. */
export function iconProblem(icon: string): string | undefined {
  if (icon.length > ICON_MAX_LENGTH) return `it is longer than ${ICON_MAX_LENGTH} characters`;
  if (icon.startsWith(PNG)) return isPng(icon) ? undefined : 'it is not a PNG in base64';
  return svgProblem(icon.trim());
}

/** The file of an icon that passes `iconProblem`. */
export function iconOf(icon: string): Icon {
  if (icon.startsWith(PNG)) return { type: 'image/png', bytes: pngOf(icon) };
  return { type: 'image/svg+xml', bytes: Buffer.from(icon.trim(), 'utf8') };
}

/** The id in the path of an integration's icon. Undefined if it has none. */
export function ownIcon(integration: { readonly id: string; readonly icon?: string } | undefined): {
  readonly icon?: string;
} {
  return integration?.icon === undefined ? {} : { icon: integration.id };
}

function svgProblem(svg: string): string | undefined {
  if (!/^<svg\s[^>]*xmlns=/.test(svg) || !svg.endsWith('</svg>')) {
    return 'it must be an SVG, <svg xmlns="http://www.w3.org/2000/svg" …>…</svg>, or a data URL with a PNG';
  }
  if (/[<>&]/.test(svg.replace(TAG, ''))) return 'it may contain only elements with quoted attributes';
  for (const [, , element = '', attributes = ''] of svg.matchAll(TAG)) {
    if (!ELEMENTS.test(element)) return `it must not contain <${element}>: only shapes are allowed`;
    for (const [, name = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
      if (!isHarmless(name, double ?? single ?? '')) return `it must not contain ${name} here: nothing may run or load`;
    }
  }
  return undefined;
}

/** The value refers to nothing but parts of the same icon (`#id`). */
function isHarmless(name: string, value: string): boolean {
  if (/^on/i.test(name)) return false;
  if (/^xmlns(?::xlink)?$/.test(name)) return NAMESPACES.includes(value);
  if (/^(?:xlink:)?href$/i.test(name)) return /^#[\w.-]+$/.test(value);
  const outside = value.replace(/url\(\s*#[\w.-]+\s*\)/g, '');
  return !/[\\&]|url\(|image\(|@import|:\/\/|^\s*(?:javascript|data):/i.test(outside);
}

function isPng(icon: string): boolean {
  const base64 = icon.slice(PNG.length);
  return /^[A-Za-z0-9+/]+={0,2}$/.test(base64) && pngOf(icon).subarray(0, 8).equals(PNG_SIGNATURE);
}

function pngOf(icon: string): Buffer {
  return Buffer.from(icon.slice(PNG.length), 'base64');
}

/** PNG, third edition, section 5.2. */
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

import { shownLine } from '../model/shown-text.ts';

/** HTML as text on one line, without tags and with its entities decoded. */
export function plainText(html: string): string {
  const words = html
    .replace(/<(?:br|\/p|\/div|\/li|\/h\d)\b[^<>]*>/gi, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) =>
      name === undefined
        ? character(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal), whole)
        : entity(name, whole),
    );
  return shownLine(words);
}

function character(code: number, otherwise: string): string {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : otherwise;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  euro: '€',
};

function entity(name: string, otherwise: string): string {
  const known = name.toLowerCase();
  return Object.hasOwn(ENTITIES, known) ? (ENTITIES[known] ?? otherwise) : otherwise;
}

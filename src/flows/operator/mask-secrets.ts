export const MASK = '••••••';

/**
 * Masks secrets in a text, however they are written there: as they are, percent-encoded (each product and library encodes
 * other signs), in JSON, in HTML, in hexadecimal,
 * and inside base64 of something longer.
 */
export function maskSecrets(secrets: readonly string[]): (text: string) => string {
  const shapes = secrets
    .filter((secret) => secret !== '')
    // a part of another one would leave the rest of it
    .toSorted((a, b) => b.length - a.length)
    .flatMap((secret) => [new RegExp([...secret].map(anyFormOf).join(''), 'g'), ...base64Of(secret), hexOf(secret)]);
  return (text) => shapes.reduce((masked, shape) => masked.replace(shape, MASK), text);
}

function hexOf(secret: string): RegExp {
  return new RegExp(Buffer.from(secret, 'utf8').toString('hex'), 'gi');
}

/** One character in all the ways in which it may be written. */
function anyFormOf(character: string): string {
  const bytes = [...Buffer.from(character, 'utf8')];
  const percent = bytes.map((byte) => `%(?:25)?${anyCase(byte.toString(16).padStart(2, '0'))}`).join('');
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  const json = units.map((unit) => `\\\\+u${anyCase(unit.toString(16).padStart(4, '0'))}`).join('');
  const point = character.codePointAt(0) ?? 0;
  const html = `&#(?:0*${point}|[xX]0*${anyCase(point.toString(16))});`;
  const forms = [`\\\\*${escaped(character)}`, percent, json, html];
  if (character === ' ') forms.push('\\+');
  const named = NAMED[character];
  if (named !== undefined) forms.push(`&${named};`);
  return `(?:${forms.join('|')})`;
}

const NAMED: Readonly<Record<string, string>> = { '"': 'quot', "'": 'apos', '<': 'lt', '>': 'gt', '&': 'amp' };

function anyCase(hexadecimal: string): string {
  return hexadecimal.replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

/**
 * The letters of base64 that stand for the secret alone, wherever in a longer value it begins; with all of the word around
 * them, which is a part of the same value.
 */
function base64Of(secret: string): readonly RegExp[] {
  const bytes = Buffer.from(secret, 'utf8');
  if (bytes.length < 4) return [];
  return [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const first = Math.ceil((before * 8) / 6);
    const last = Math.floor(((before + bytes.length) * 8) / 6);
    const sure = [...whole.slice(first, last)];
    const letters = sure.map((letter) => (letter === '+' ? '[+-]' : letter === '/' ? '[/_]' : letter)).join('');
    // looked for once in each word, not once at each of its letters
    return new RegExp(`(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]*${letters}[A-Za-z0-9+/_-]*(?:=|%3[dD]){0,2}`, 'g');
  });
}

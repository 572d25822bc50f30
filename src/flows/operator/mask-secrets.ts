export const MASK = '••••••';

/**
 * Masks secrets in a text in all usual encodings: plain, percent-encoded (with differences between products and libraries),
 * JSON, HTML, hexadecimal, and inside a longer base64 value.
 */
export function maskSecrets(secrets: readonly string[]): (text: string) => string {
  const shapes = secrets
    .filter((secret) => secret !== '')
    // masking a part of a longer secret first would leave the rest of it
    .toSorted((a, b) => b.length - a.length)
    .flatMap((secret) => [new RegExp([...secret].map(anyFormOf).join(''), 'g'), ...base64Of(secret), hexOf(secret)]);
  return (text) => shapes.reduce((masked, shape) => masked.replace(shape, MASK), text);
}

function hexOf(secret: string): RegExp {
  return new RegExp(Buffer.from(secret, 'utf8').toString('hex'), 'gi');
}

/** A pattern for one character in all encodings. */
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
 * Patterns for the base64 characters that depend on the secret alone, at each offset in a longer value. They extend to the
 * whole word, which is part of the same value.
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
    // matches once for each word instead of at each of its characters
    return new RegExp(`(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]*${letters}[A-Za-z0-9+/_-]*(?:=|%3[dD]){0,2}`, 'g');
  });
}

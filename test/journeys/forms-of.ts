/** How a secret may be spelled where it was copied to, each with the bytes to look for. */
export function formsOf(secret: string): readonly (readonly [form: string, bytes: Buffer])[] {
  const utf8 = Buffer.from(secret, 'utf8');
  const spelled: readonly (readonly [string, string])[] = [
    ['the text', secret],
    ['the URL-encoding', encodeURIComponent(secret)],
    ['the double URL-encoding', encodeURIComponent(encodeURIComponent(secret))],
    ['the JSON string', JSON.stringify(secret).slice(1, -1)],
    ['the JSON string in a JSON string', JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1)],
    ['the HTML', secret.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')],
    ['the hex', utf8.toString('hex')],
    ['the capital hex', utf8.toString('hex').toUpperCase()],
    ['the reverse', [...secret].reverse().join('')],
    ...[0, 1, 2].flatMap((before) => [
      [`the base64 after ${before} bytes`, base64Within(utf8, before, 'base64')] as const,
      [`the base64url after ${before} bytes`, base64Within(utf8, before, 'base64url')] as const,
    ]),
  ];
  const forms = new Map(spelled.map(([form, text]) => [text, form]));
  return [
    ...[...forms].map(([text, form]) => [form, Buffer.from(text, 'utf8')] as const),
    ['the UTF-16', Buffer.from(secret, 'utf16le')] as const,
  ];
}

/** What of its base64 is the same whatever stands before and after it, as in `Basic dXNlcjpwYXNz`. */
function base64Within(bytes: Buffer, before: number, encoding: 'base64' | 'base64url'): string {
  const whole = Buffer.concat([Buffer.alloc(before), bytes])
    .toString(encoding)
    .replaceAll('=', '');
  const first = Math.ceil((before * 8) / 6);
  const last = Math.floor(((before + bytes.length) * 8) / 6);
  return whole.slice(first, last);
}

/** An entry for LATCHKEY_KEYS. */
export function freshKey(id: string, randomBytes: (size: number) => Uint8Array): string {
  return `${id}:${Buffer.from(randomBytes(32)).toString('base64')}`;
}

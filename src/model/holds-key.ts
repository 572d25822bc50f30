import type { TokenCredential } from './credential.ts';

/** Characters. A shorter key could be a part of any name. */
const SHORTEST = 12;

/**
 * Whether a product has returned, in these texts, the very key or token of the request, plain or percent-encoded. Names,
 * ids, addresses and scopes are stored and shown in clear, so such a response must not be used.
 */
export function holdsKey(said: readonly string[], keys: readonly string[]): boolean {
  const forms = keys.filter((key) => key.length >= SHORTEST).flatMap((key) => [key, encoded(key)]);
  return forms.some((form) => said.some((text) => text.includes(form)));
}

/** `encodeURIComponent` refuses lone surrogates; a `Buffer` replaces them. */
function encoded(key: string): string {
  // most keys need no encoding
  if (/^[\w.~-]*$/.test(key)) return key;
  return encodeURIComponent(Buffer.from(key).toString());
}

export function tokensOf({ accessToken, refreshToken = '' }: Pick<TokenCredential, 'accessToken' | 'refreshToken'>) {
  return [accessToken, refreshToken] as const;
}

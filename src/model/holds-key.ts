import type { TokenCredential } from './credential.ts';

/** Shorter ones can be a part of any name. */
const SHORTEST = 12;

/**
 * Whether a product names something by the very key or token that it was asked with, as it is or percent-encoded. Names,
 * ids, addresses and scopes are stored and shown as they are, so such an answer names nothing.
 */
export function holdsKey(said: readonly string[], keys: readonly string[]): boolean {
  const forms = keys.filter((key) => key.length >= SHORTEST).flatMap((key) => [key, encoded(key)]);
  return forms.some((form) => said.some((text) => text.includes(form)));
}

/** What is half a character cannot be encoded. */
function encoded(key: string): string {
  return encodeURIComponent(Buffer.from(key).toString());
}

export function tokensOf({ accessToken, refreshToken = '' }: Pick<TokenCredential, 'accessToken' | 'refreshToken'>) {
  return [accessToken, refreshToken] as const;
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AnyOAuth2Profile, OAuth2Profile } from '../../model/profile.ts';

type Check = NonNullable<OAuth2Profile['callbackCheck']>;

/** True if the product signed this callback, or the profile requires no signature. */
export function isGenuineCallback(
  profile: AnyOAuth2Profile,
  params: URLSearchParams,
  /** The customer's host, which the browser was sent to. */
  host: string | undefined,
): boolean {
  if (profile.grant === 'client_credentials' || profile.callbackCheck === undefined) return true;
  return CHECKS[profile.callbackCheck](profile.clientSecret ?? '', params, host);
}

const CHECKS: Readonly<Record<Check, (secret: string, params: URLSearchParams, host: string | undefined) => boolean>> =
  {
    /** @see https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant */
    shopify_hmac: (secret, params, host) => {
      const hmac = params.get('hmac') ?? '';
      if (secret === '' || host === undefined || params.get('shop') !== host || !/^[0-9a-f]{64}$/i.test(hmac))
        return false;
      const others = [...params].filter(([name]) => name !== 'hmac').sort(([a], [b]) => (a < b ? -1 : 1));
      // Shopify's libraries encode the values, its older documentation does not
      const texts = [new URLSearchParams(others).toString(), others.map((pair) => pair.join('=')).join('&')];
      return texts.some((text) => isSignedBy(secret, text, Buffer.from(hmac, 'hex')));
    },
  };

function isSignedBy(secret: string, text: string, signature: Buffer): boolean {
  return timingSafeEqual(createHmac('sha256', secret).update(text).digest(), signature);
}

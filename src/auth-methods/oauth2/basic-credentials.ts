/**
 * Client id and secret as Basic authentication has them. RFC 6749 section 2.3.1 wants both form-encoded, but `-` and `_` as
 * they are: some servers compare without decoding.
 */
export function basicCredentials(clientId: string, clientSecret: string): string {
  const encoded = [clientId, clientSecret].map((part) => new URLSearchParams([['', part]]).toString().slice(1));
  return Buffer.from(encoded.join(':')).toString('base64');
}

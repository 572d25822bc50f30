/**
 * Client id and secret for Basic authentication, in base64. Both are form-encoded (RFC 6749 section 2.3.1), but `-` and `_`
 * stay as they are, because some servers compare without decoding.
 */
export function basicCredentials(clientId: string, clientSecret: string): string {
  const encoded = [clientId, clientSecret].map((part) => new URLSearchParams([['', part]]).toString().slice(1));
  return Buffer.from(encoded.join(':')).toString('base64');
}

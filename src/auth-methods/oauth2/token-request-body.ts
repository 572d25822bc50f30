import type { AnyOAuth2Profile } from '../../model/profile.ts';

/** The body in the server's dialect: a form (RFC 6749 section 4.1.3), or JSON where the product documents that. */
export function tokenRequestBody(
  form: URLSearchParams,
  profile: AnyOAuth2Profile,
): { readonly contentType: string; readonly body: string } {
  if (profile.tokenRequestFormat !== 'json') {
    return { contentType: 'application/x-www-form-urlencoded', body: form.toString() };
  }
  const fields = [...form].map(([name, value]) => [name, jsonValue(name, value, profile)] as const);
  return { contentType: 'application/json', body: JSON.stringify(Object.fromEntries(fields)) };
}

/** A profile's own whole number, such as a lifetime, is a number in JSON; ids and codes stay text. */
function jsonValue(name: string, value: string, profile: AnyOAuth2Profile): string | number {
  return profile.tokenParams?.[name] === value && /^\d{1,15}$/.test(value) ? Number(value) : value;
}

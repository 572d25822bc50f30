import type { AnyOAuth2Profile } from '../../model/profile.ts';

/** The body in the format that the product documents: a form (RFC 6749 section 4.1.3) or JSON. */
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

/** A whole number in `tokenParams`, such as a lifetime, becomes a number in JSON; ids and codes stay strings. */
function jsonValue(name: string, value: string, profile: AnyOAuth2Profile): string | number {
  return profile.tokenParams?.[name] === value && /^\d{1,15}$/.test(value) ? Number(value) : value;
}

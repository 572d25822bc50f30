/** Registered redirect URIs of a client: an exact list, or any loopback callback of a developer's machine. */
export type RedirectRegistration = readonly string[] | 'loopback';

/** `loopback` is for convenience; the products themselves compare with an exact list. */
export function isRegisteredRedirect(redirectUri: string, registration: RedirectRegistration): boolean {
  if (registration !== 'loopback') return registration.includes(redirectUri);
  if (!URL.canParse(redirectUri)) return false;
  const url = new URL(redirectUri);
  return (
    url.protocol === 'http:' &&
    (url.hostname === '127.0.0.1' || url.hostname === 'localhost') &&
    url.username === '' &&
    url.hash === '' &&
    /\/oauth\/callback\/[^/]+$/.test(url.pathname)
  );
}

/** The redirect URI with an answer added; a query it already has stays. */
export function redirectWith(redirectUri: string, answer: Readonly<Record<string, string | undefined>>): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url.href;
}

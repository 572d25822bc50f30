/** Why links and redirect URIs cannot be made of it; undefined when they can. It may have a path, but nothing else. */
export function publicUrlProblem(setting: string): string | undefined {
  const url = URL.parse(setting);
  if (url === null || (url.username === '' && url.password === '' && !/[?#]/.test(setting))) return undefined;
  return 'LATCHKEY_PUBLIC_URL (publicUrl) has a user name, a query or a fragment: give scheme, host, port and path only, as https://bot.example.com/helpdesk';
}

/** What browsers and products see; undefined where browsers would not keep the pages' cookie: neither https nor loopback. */
export function readPublicUrl(setting: string): URL | undefined {
  const url = URL.parse(setting);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))) return url;
  return undefined;
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** Of a socket, not of a URL; IPv4 may be written into IPv6 there. */
export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127(\.\d{1,3}){3}$/i.test(address);
}

/** What browsers and products see; undefined where browsers would not keep the pages' cookie: neither https nor loopback. */
export function readPublicUrl(setting: string): URL | undefined {
  const url = URL.parse(setting);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))) return url;
  return undefined;
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

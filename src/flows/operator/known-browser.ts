import type { Services } from '../services.ts';

/**
 * The mark that a browser keeps after a sign-in: `<id>.<mac>`. It proves that somebody with this name has signed in there,
 * and grants nothing.
 */
export function browserMark(services: Services, name: string): string {
  const id = Buffer.from(services.randomBytes(16)).toString('base64url');
  return `${id}.${services.vault.mac(PURPOSE, marked(id, name))}`;
}

/** The browser's id, if the mark was made for this name. */
export function knownBrowser(services: Services, name: string, mark: string | undefined): string | undefined {
  if (mark === undefined) return undefined;
  const at = mark.indexOf('.');
  const id = mark.slice(0, Math.max(at, 0));
  return services.vault.macMatches(mark.slice(at + 1), PURPOSE, marked(id, name)) ? id : undefined;
}

const PURPOSE = 'console-browser';

function marked(id: string, name: string): string {
  return `${id}/${name}`;
}

import { withoutUnseen } from '../model/unseen.ts';

/** The characters of RFC 3986 without brackets; browsers percent-encode everything else when they copy an address. */
const ADDRESS = /https?:\/\/[\w.~:/?#@!$&'*+,;=%-]+/gi;

/** Characters that belong to the sentence around the address, or to its markup. */
const END_OF_SENTENCE = /[.,;:!?'*_]+$/;

/**
 * What `read` finds in the link inside a message, such as `Es geht um https://… – danke`. Undefined if there is no such link, or if
 * several lead to different things.
 */
export function pastedLink(said: string, read: (link: URL) => string | undefined): string | undefined {
  const addresses = withoutUnseen(said).match(ADDRESS) ?? [];
  const links = addresses.flatMap((address) => URL.parse(address.replace(END_OF_SENTENCE, '')) ?? []);
  const [found, ...others] = new Set(links.flatMap((link) => read(link) ?? []));
  return others.length === 0 ? found : undefined;
}

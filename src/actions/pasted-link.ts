import { withoutUnseen } from '../model/unseen.ts';

/** As RFC 3986 writes addresses, without brackets: what browsers copy has everything else percent-encoded. */
const ADDRESS = /https?:\/\/[\w.~:/?#@!$&'*+,;=%-]+/gi;

/** What belongs to the sentence around it, or to its mark-up. */
const END_OF_SENTENCE = /[.,;:!?'*_]+$/;

/**
 * What a link in somebody's words leads to: of `Es geht um https://… – danke`, whatever `read` finds in its address.
 * Undefined if there is no such link, or where several lead to different things.
 */
export function pastedLink(said: string, read: (link: URL) => string | undefined): string | undefined {
  const addresses = withoutUnseen(said).match(ADDRESS) ?? [];
  const links = addresses.flatMap((address) => URL.parse(address.replace(END_OF_SENTENCE, '')) ?? []);
  const [found, ...others] = new Set(links.flatMap((link) => read(link) ?? []));
  return others.length === 0 ? found : undefined;
}

import type { Words } from '../model/words.ts';
import { type NamedProduct, productNamed } from './connection-named.ts';

/** What a message wants to do with connections that exist. `named` is a product, perhaps followed by one of its connections. */
export type ConnectionsAsked =
  | { readonly what: 'list' }
  | { readonly what: 'use' | 'disconnect'; readonly named: string };

/** Reads `connections`, `use <product> …` and `disconnect <product> …`; undefined if the message is none of them. */
export function connectionsAsked(said: string, words: Words): ConnectionsAsked | undefined {
  const disconnected = words.disconnect.exec(said)?.[1];
  if (disconnected !== undefined) return { what: 'disconnect', named: disconnected };
  const used = words.use.exec(said)?.[1];
  if (used !== undefined) return { what: 'use', named: used };
  return words.connections.test(said) ? { what: 'list' } : undefined;
}

/** Whether a message is one of them although the bot has asked for something else: only with a known product. */
export function isAboutConnections(said: string, products: readonly NamedProduct[], words: Words): boolean {
  const asked = connectionsAsked(said, words);
  if (asked === undefined || asked.what === 'list') return asked !== undefined;
  return productNamed(products, asked.named).integration !== undefined;
}

/** Whether a message asks to connect a known product, and nothing else: "connect Jira to the printer" may be a text. */
export function asksToConnect(said: string, products: readonly NamedProduct[], words: Words): boolean {
  const named = words.connect.exec(said)?.[1];
  if (named === undefined) return false;
  const { integration, rest } = productNamed(products, named);
  return integration !== undefined && rest === '';
}

/** The product that `connect <product>` or `reconnect <product>` names, in any of these languages. */
export function productAsked<Known extends NamedProduct>(
  said: string,
  products: readonly Known[],
  known: readonly Words[],
): Known | undefined {
  for (const { connect } of known) {
    const named = connect.exec(said)?.[1];
    const product = named === undefined ? undefined : productNamed(products, named).integration;
    if (product !== undefined) return product;
  }
  return undefined;
}

import type { Words } from '../model/words.ts';
import { type NamedProduct, productNamed } from './connection-named.ts';

/** What a message wants of connections that exist. `named` is a product, and perhaps one of the connections there. */
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

/** Is it one of them, also where the bot has just asked for something else? Only with a product that is known. */
export function isAboutConnections(said: string, products: readonly NamedProduct[], words: Words): boolean {
  const asked = connectionsAsked(said, words);
  if (asked === undefined || asked.what === 'list') return asked !== undefined;
  return productNamed(products, asked.named).integration !== undefined;
}

/** The product that `connect <product>` or `reconnect <product>` names. */
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

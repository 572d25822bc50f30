import { type Listener, say, word } from './sentences/said/say.ts';

/** Says that the product refuses the value of a field. A field that we have no word for keeps the product's name. */
export function refusedAs(listener: Listener, product: string, field: string): string {
  return say(listener, "{product} doesn't accept this {field}.", { product, field: word(listener, field) });
}

import { type Listener, say, word } from './sentences/said/say.ts';

/** The product does not take what was said as one of its fields; fields of its own keep their names. */
export function refusedAs(listener: Listener, product: string, field: string): string {
  return say(listener, "{product} doesn't accept this {field}.", { product, field: word(listener, field) });
}

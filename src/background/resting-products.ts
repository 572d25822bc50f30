/** Milliseconds for which a product is left alone after it did not respond. */
const REST = 30_000;
/** The longest time that a product may ask for. */
const LONGEST_REST = 3_600_000;
/** Requests to one product at the same time, before and after it has responded. */
const AT_FIRST = 2;
const AT_ONCE = 5;
/** Milliseconds after which postponed work is looked at again, and between two pieces of it. */
const SOON = 200;
const APART = 50;

/** Decides which products may be called now. One that hangs, with all its revocations, must not delay the others. */
export interface RestingProducts {
  /** 0 if it may be called now. Otherwise the milliseconds to postpone it. */
  wait(integration: string): number;
  asking(integration: string): void;
  /** @param retryAfter seconds for which the product wants to be left alone */
  answered(integration: string, ok: boolean, retryAfter?: number): void;
}

interface Product {
  asked: number;
  putOff: number;
  restsUntil: number;
  hasAnswered: boolean;
}

export function restingProducts(now: () => number): RestingProducts {
  const products = new Map<string, Product>();
  const of = (integration: string): Product => {
    const known = products.get(integration) ?? { asked: 0, putOff: 0, restsUntil: 0, hasAnswered: false };
    products.set(integration, known);
    return known;
  };
  return {
    wait(integration) {
      const product = of(integration);
      const rest = product.restsUntil - now();
      if (rest <= 0 && product.asked < (product.hasAnswered ? AT_ONCE : AT_FIRST)) return 0;
      product.putOff += 1;
      return Math.max(rest, SOON) + product.putOff * APART;
    },
    asking(integration) {
      const product = of(integration);
      product.asked += 1;
      product.putOff = 0;
    },
    answered(integration, ok, retryAfter = 0) {
      const product = of(integration);
      product.asked -= 1;
      product.hasAnswered = ok;
      product.restsUntil = ok ? 0 : now() + Math.max(REST, Math.min(retryAfter * 1000, LONGEST_REST));
    },
  };
}

import type { ProductName } from './product.ts';

/**
 * How an answer goes wrong: the product's own 429 or 500 instead of the work, no answer at all (`hang`), the work
 * done and the connection dropped before the answer (`lost`), or the work done and the answer three seconds late (`slow`).
 */
export const faultKinds = ['rate_limited', 'server_error', 'hang', 'lost', 'slow'] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  readonly kind: FaultKind;
  /** How many answers; 1 when absent. */
  readonly times?: number;
  /** Only requests whose counted name contains this text, e.g. `POST /oauth/token refresh_token`. */
  readonly route?: string;
}

export interface Faults {
  add(product: ProductName, fault: Fault): void;
  /** Uses up one answer of the first fault that fits. */
  take(product: ProductName, countedName: string): FaultKind | undefined;
  clear(): void;
}

export function createFaults(): Faults {
  const waiting: { readonly product: ProductName; readonly kind: FaultKind; readonly route: string; left: number }[] =
    [];

  return {
    add(product, { kind, times = 1, route = '' }) {
      waiting.push({ product, kind, route, left: times });
    },
    take(product, countedName) {
      const fault = waiting.find((one) => one.product === product && one.left > 0 && countedName.includes(one.route));
      if (!fault) return undefined;
      fault.left -= 1;
      return fault.kind;
    },
    clear() {
      waiting.length = 0;
    },
  };
}

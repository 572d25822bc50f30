import { foreignKinds } from './foreign-answer.ts';
import type { ProductName } from './product.ts';

/**
 * How a response fails: the product's own 429 or 500 instead of the work, no response at all (`hang`), the work done but the
 * connection dropped before the response (`lost`), the response three seconds late (`slow`), without an id (`no_id`), with null for
 * every value (`nulls`), or cut off in the middle (`truncated`), a bare `status`, 429 until a date (`busy_until`), or something that
 * does not come from the product at all.
 */
export const faultKinds = [
  'rate_limited',
  'server_error',
  'hang',
  'lost',
  'slow',
  'no_id',
  'nulls',
  'truncated',
  'busy_until',
  'status',
  ...foreignKinds,
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  readonly kind: FaultKind;
  /** For `status`. Default: 503. */
  readonly status?: number;
  /** How many responses. Default: 1. */
  readonly times?: number;
  /** Only requests whose counted name contains this text, e.g. `POST /oauth/token refresh_token`. */
  readonly route?: string;
}

export type TakenFault = Pick<Fault, 'kind' | 'status'>;

export interface Faults {
  add(product: ProductName, fault: Fault): void;
  /** Applies to every response without another fault, until it is set to undefined. */
  setMood(product: ProductName, mood: Omit<Fault, 'times'> | undefined): void;
  mood(product: ProductName): Omit<Fault, 'times'> | undefined;
  /** Uses up one response of the first fault that matches. */
  take(product: ProductName, countedName: string): TakenFault | undefined;
  clear(): void;
}

export function createFaults(): Faults {
  const waiting: { readonly product: ProductName; readonly fault: Fault; left: number }[] = [];
  const moods = new Map<ProductName, Omit<Fault, 'times'>>();

  return {
    add(product, fault) {
      waiting.push({ product, fault, left: fault.times ?? 1 });
    },
    setMood(product, mood) {
      if (mood === undefined) moods.delete(product);
      else moods.set(product, mood);
    },
    mood: (product) => moods.get(product),
    take(product, countedName) {
      const fits = ({ route = '' }: Pick<Fault, 'route'>) => countedName.includes(route);
      const next = waiting.find((one) => one.product === product && one.left > 0 && fits(one.fault));
      if (next) {
        next.left -= 1;
        return next.fault;
      }
      const mood = moods.get(product);
      return mood && fits(mood) ? mood : undefined;
    },
    clear() {
      waiting.length = 0;
      moods.clear();
    },
  };
}

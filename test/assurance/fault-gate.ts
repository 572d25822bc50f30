import { AsyncLocalStorage } from 'node:async_hooks';
import { ProviderUnreachableError, StoreUnavailableError } from '../../src/errors.ts';
import type { GuardedHttp } from '../../src/http/guarded-http.ts';
import type { HttpRequest } from '../../src/model/http.ts';
import type { Store } from '../../src/stores/store.ts';

/** What happens at one step of a process: a call of its store, a commit, or a request to a product. */
export const FAULTS = [
  /** It is refused, and nothing was done. */
  'fails',
  /** It is done, and the answer never arrives. */
  'loses the answer',
  'dies before',
  'dies after',
  /** It and everything after it fails until `heal`. */
  'outage',
] as const;
export type Fault = (typeof FAULTS)[number];

export interface FaultGate {
  /** The steps that were taken, in their order. */
  readonly steps: readonly string[];
  /** Resolves when the process is dead. */
  readonly died: Promise<void>;
  /** The product was asked for tokens, and the process died, or the answer was lost, before its next write was done. */
  readonly lostInWindow: boolean;
  /** Requests that were sent while new tokens were not written yet. */
  readonly early: readonly string[];
  heal(): void;
  /** Does what gets tokens: what others write meanwhile keeps none of them. */
  follow<T>(work: () => Promise<T>): Promise<T>;
  store(real: Store): Store;
  http(real: GuardedHttp): GuardedHttp;
}

/** In a transaction, so that it is rolled back; outside nobody hears of anything any more. */
class ProcessDied extends Error {}

/** Counts the steps of a process, and lets the one with this number, from 1 on, go wrong. */
export function faultGate(at: number, fault: Fault): FaultGate {
  const followed = new AsyncLocalStorage<true>();
  const steps: string[] = [];
  const early: string[] = [];
  let isDead = false;
  let isHealed = false;
  let holdsFresh = false;
  let asking = 0;
  let lostInWindow = false;
  let died = () => {};
  const death = new Promise<void>((resolve) => {
    died = resolve;
  });
  const never = new Promise<never>(() => {});

  const die = (inside: boolean): Promise<never> => {
    isDead = true;
    lostInWindow ||= holdsFresh || asking > 0;
    died();
    if (inside) return Promise.reject(new ProcessDied());
    return never;
  };
  const step = async <T>(
    what: string,
    inside: boolean,
    refuse: () => Error,
    given: () => Promise<T>,
    writes = false,
  ): Promise<T> => {
    const work = async () => {
      const result = await given();
      if (writes && result !== false && followed.getStore() === true) holdsFresh = false;
      return result;
    };
    if (isDead) return die(inside);
    const number = steps.push(what);
    const isOut = fault === 'outage' && at > 0 && number >= at && !isHealed;
    if (isOut) throw refuse();
    if (number !== at || fault === 'outage') return work();
    switch (fault) {
      case 'fails':
        throw refuse();
      case 'loses the answer':
        await work();
        if (what === 'send /token') lostInWindow = true;
        throw refuse();
      case 'dies before':
        return die(inside);
      case 'dies after':
        await work();
        return die(inside);
    }
  };
  const unavailable = () => new StoreUnavailableError('the store does not respond: test');

  const store = (real: Store, inside: boolean): Store => {
    const rowsOf = <Rows extends object>(name: string, rows: Rows): Rows =>
      new Proxy(rows, {
        get: (target, verb, receiver) => {
          const method: unknown = Reflect.get(target, verb, receiver);
          if (typeof method !== 'function') return method;
          return async (...given: readonly unknown[]) => {
            const what = `${name}.${String(verb)}`;
            const work = async () => Reflect.apply(method, target, given) as unknown;
            return step(what, inside, unavailable, work, !inside && isWrite(String(verb)));
          };
        },
      });
    return {
      ...real,
      authorizations: rowsOf('authorizations', real.authorizations),
      connections: rowsOf('connections', real.connections),
      outbox: rowsOf('outbox', real.outbox),
      audit: rowsOf('audit', real.audit),
      errands: rowsOf('errands', real.errands),
      settings: rowsOf('settings', real.settings),
      transaction: async (work) => {
        if (inside) return work(store(real, true));
        try {
          const whole = () => real.transaction((inner) => work(store(inner, true)));
          return await step('commit', false, unavailable, whole, true);
        } catch (error) {
          if (error instanceof ProcessDied) return never;
          throw error;
        }
      },
    };
  };

  return {
    steps,
    died: death,
    early,
    get lostInWindow() {
      return lostInWindow;
    },
    heal: () => {
      isHealed = true;
    },
    follow: (work) => followed.run(true, work),
    store: (real) => store(real, false),
    http: (real) => ({
      ...real,
      sender: (guard) => {
        const send = real.sender(guard);
        return async (request: HttpRequest) => {
          const { pathname } = new URL(request.url);
          if (holdsFresh && followed.getStore() === true) early.push(pathname);
          const refuse = () => new ProviderUnreachableError('the product does not answer: test');
          return step(`send ${pathname}`, false, refuse, async () => {
            if (pathname !== '/token') return send(request);
            asking += 1;
            try {
              const answer = await send(request);
              if (answer.status === 200) holdsFresh = true;
              return answer;
            } finally {
              asking -= 1;
            }
          });
        };
      },
    }),
  };
}

function isWrite(verb: string): boolean {
  return /^(?:insert|begin|swap|relocate|lease|release|setWarning|makeDefault|remove|enqueue|finish|postpone|append|put)/.test(
    verb,
  );
}

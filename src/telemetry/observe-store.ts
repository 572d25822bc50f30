import { causeOf } from '../model/cause-of.ts';
import type { Store } from '../stores/store.ts';
import type { Telemetry } from './open-telemetry.ts';

type Record = Telemetry['storeTime'];

/** The same store with every call timed, by collection and verb: `connections` / `current`. */
export function observedStore(store: Store, system: 'sqlite' | 'postgresql', record: Record): Store {
  const kept = new Map<PropertyKey, unknown>();
  return new Proxy(store, {
    get(target, property) {
      const known = kept.get(property);
      if (known !== undefined) return known;
      const made = observedMember(target, property, system, record);
      kept.set(property, made);
      return made;
    },
  });
}

function observedMember(store: Store, property: PropertyKey, system: 'sqlite' | 'postgresql', record: Record): unknown {
  const member: unknown = Reflect.get(store, property);
  const time = timer(system, record);
  if (property === 'transaction') {
    const transaction: Store['transaction'] = (work) =>
      time('transaction', undefined, () => store.transaction((inner) => work(observedStore(inner, system, record))));
    return transaction;
  }
  if (property === 'close' || property === 'listen' || typeof property === 'symbol') return member;
  const name = String(property);
  if (typeof member === 'function')
    return (...values: readonly unknown[]) => time(name, undefined, () => Reflect.apply(member, store, values));
  if (typeof member !== 'object' || member === null) return member;
  return new Proxy(member, {
    get(rows, verb) {
      const call: unknown = Reflect.get(rows, verb);
      if (typeof call !== 'function') return call;
      return (...values: readonly unknown[]) => time(String(verb), name, () => Reflect.apply(call, rows, values));
    },
  });
}

function timer(system: string, record: Record) {
  return async <Result>(verb: string, collection: string | undefined, call: () => Promise<Result>): Promise<Result> => {
    const begun = performance.now();
    const attributes = {
      'db.system.name': system,
      'db.operation.name': verb,
      ...(collection === undefined ? {} : { 'db.collection.name': collection }),
    };
    try {
      const result = await call();
      record((performance.now() - begun) / 1000, attributes);
      return result;
    } catch (error) {
      record((performance.now() - begun) / 1000, { ...attributes, 'error.type': causeOf(error) });
      throw error;
    }
  };
}

import type { Store } from '../../src/stores/store.ts';

/** One process's life: it dies, without a word, before one of its steps. */
export interface Life {
  readonly steps: readonly string[];
  readonly isDead: boolean;
  /** Resolves when it dies. */
  readonly death: Promise<void>;
  /** From now on it has so many steps left. */
  doom(stepsLeft: number): void;
  /** A step that others can see. Never resolves once it is dead. */
  step(name: string): Promise<void>;
  /** What a dead process does not do. */
  living<T>(work: () => Promise<T>): Promise<T>;
}

export function live(): Life {
  let diesBefore = Number.POSITIVE_INFINITY;
  const steps: string[] = [];
  let die = (): void => {};
  const death = new Promise<void>((resolve) => {
    die = resolve;
  });
  let isDead = false;
  const life: Life = {
    steps,
    get isDead() {
      return isDead;
    },
    death,
    doom: (stepsLeft) => {
      diesBefore = steps.length + stepsLeft;
    },
    async step(name) {
      if (!isDead && steps.length === diesBefore) {
        isDead = true;
        die();
      }
      if (isDead) throw new Dead();
      steps.push(name);
    },
    async living(work) {
      if (isDead) throw new Dead();
      return work();
    },
  };
  return life;
}

class Dead extends Error {}

const WRITES =
  /^(?:insert|begin|swap|swapLeased|relocate|lease|release|makeDefault|remove|removeOf|removeBy|enqueue|claim|finish|postpone|append|set|setOnce|note|sweep|sweepEnded)$/;

/** A store each of whose writes outside of a transaction, and each of whose transactions, is a step of the process. */
export function storeOf(life: Life, store: Store): Store {
  return {
    ...mortal(life, store, (name) => life.step(name)),
    async transaction(work) {
      await life.step('transaction begins');
      const result = await store.transaction(async (inner) => {
        const done = await work({ ...inner, ...mortal(life, inner, (name) => life.step(`in it: ${name}`)) });
        // nothing is kept of it where the process dies before its end
        await life.step('transaction ends');
        return done;
      });
      return life.living(async () => result);
    },
  };
}

function mortal(life: Life, store: Store, step: (name: string) => Promise<void>): Store {
  const rows = Object.entries(store).map(([table, verbs]) => {
    if (typeof verbs !== 'object') return [table, verbs];
    const acts = Object.entries(verbs) as [string, (...input: unknown[]) => Promise<unknown>][];
    const wrapped = acts.map(([verb, act]) => [
      verb,
      async (...input: unknown[]) => {
        if (WRITES.test(verb)) await step(`${table}.${verb}`);
        return life.living(() => act(...input));
      },
    ]);
    return [table, Object.fromEntries(wrapped)];
  });
  return Object.fromEntries(rows);
}

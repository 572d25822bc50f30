import { type Errand, type ErrandEvent, type ErrandResult, errandTransition } from '../model/errand.ts';
import { type Owner, ownerKey } from '../model/owner.ts';
import { abandonErrand, cancelErrand } from './cancel-errand.ts';
import { moveErrand } from './move-errand.ts';
import { concludeErrand, type ErrandRun, runErrand } from './run-errand.ts';
import type { Services } from './services.ts';

/** What whoever speaks with people does with what they ask for. */
export interface ErrandVerbs {
  /** Milliseconds since 1970, by the clock that all processes on the store share. */
  now(): number;
  byId(id: string): Promise<Errand | undefined>;
  /** Of a person in a conversation, oldest first: what is open, and what has just ended. */
  here(owner: Owner, conversationKey: string): Promise<readonly Errand[]>;
  /** Writes a new one down, with arrows that it has taken already. Undefined: the same message has begun it before. */
  begin(begun: Errand, ...events: readonly ErrandEvent[]): Promise<Errand | undefined>;
  /** Writes down what became of one that needed no row before. */
  keep(begun: Errand, result: ErrandResult, saidAt?: number): Promise<Errand | undefined>;
  /** Undefined: an arrow is illegal, or another process was first. */
  move(from: Errand, ...events: readonly ErrandEvent[]): Promise<Errand | undefined>;
  run(errand: Errand, how: { readonly isStored: boolean }): Promise<ErrandRun>;
  conclude(errand: Errand, result: ErrandResult, saidAt?: number): Promise<Errand | undefined>;
  cancel(errand: Errand): Promise<readonly Errand[]>;
  abandon(errand: Errand): Promise<void>;
}

export function errandVerbs(services: Services): ErrandVerbs {
  const { errands } = services.vault;
  const begin = async (begun: Errand, ...events: readonly ErrandEvent[]): Promise<Errand | undefined> => {
    const reached = events.reduce((from, event) => {
      const next = errandTransition(from, event, services.now());
      if (!next.ok) throw new Error(`an errand cannot begin with ${event.type}`);
      return next.errand;
    }, begun);
    return (await errands.begin(reached)) ? reached : undefined;
  };
  return {
    /** Milliseconds since 1970, by the clock that all processes on the store share. */
    now: (): number => services.now(),
    byId: (id: string): Promise<Errand | undefined> => errands.byId(id),
    /** Of a person in a conversation, oldest first: what is open, and what has just ended. */
    here: (owner: Owner, conversationKey: string): Promise<readonly Errand[]> =>
      errands.here(ownerKey(owner), conversationKey, services.now() - JUST_NOW),
    /** Writes a new one down, with arrows that it has taken already. Undefined: the same message has begun it before. */
    begin,
    /** Writes down what became of one that needed no row before. */
    keep: (begun: Errand, result: ErrandResult, saidAt?: number): Promise<Errand | undefined> => {
      const holder = services.processId;
      const said = saidAt === undefined ? [] : [{ type: 'said', at: saidAt } as const];
      return begin(begun, { type: 'claim', holder }, { type: 'outcome', holder, result }, ...said);
    },
    /** Undefined: an arrow is illegal, or another process was first. */
    move: (from: Errand, ...events: readonly ErrandEvent[]): Promise<Errand | undefined> =>
      moveErrand(services, from, events),
    run: (errand: Errand, how: { readonly isStored: boolean }) => runErrand(services, errand, how),
    conclude: (errand: Errand, result: ErrandResult, saidAt?: number) =>
      concludeErrand(services, errand, result, saidAt),
    cancel: (errand: Errand) => cancelErrand(services, errand),
    abandon: (errand: Errand) => abandonErrand(services, errand),
  };
}

/** Milliseconds in which a channel may deliver a message once more. */
const JUST_NOW = 5 * 60_000;

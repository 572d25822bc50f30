import type { AnyAction } from '../model/action.ts';
import { type Errand, type ErrandEvent, type ErrandResult, errandTransition } from '../model/errand.ts';
import { type Owner, ownerKey } from '../model/owner.ts';
import { accessOf } from './access.ts';
import { abandonErrand, cancelErrand } from './cancel-errand.ts';
import { keepAhead, type ReadAhead } from './find-credential.ts';
import { keptResult } from './kept-result.ts';
import { moveErrand } from './move-errand.ts';
import { concludeErrand, type ErrandRun, runErrand } from './run-errand.ts';
import type { Services } from './services.ts';

/** What the conversation can do with errands. */
export interface ErrandVerbs {
  /** Milliseconds since 1970, by the clock that all processes on the store share. */
  now(): number;
  byId(id: string): Promise<Errand | undefined>;
  /** The errands of a person in a conversation that are open or have just ended, oldest first. */
  here(owner: Owner, conversationKey: string): Promise<readonly Errand[]>;
  /** The same, with the connection that an action would use, in one read. */
  hereWith(
    owner: Owner,
    conversationKey: string,
    action: Pick<AnyAction, 'integration' | 'access'>,
  ): Promise<{ readonly here: readonly Errand[]; readonly ahead?: ReadAhead }>;
  /** Stores a new errand after the given events. Undefined if the same message has begun it before. */
  begin(begun: Errand, ...events: readonly ErrandEvent[]): Promise<Errand | undefined>;
  /** Stores the result of an errand that needed no row before. */
  keep(begun: Errand, result: ErrandResult, saidAt?: number): Promise<Errand | undefined>;
  /** Undefined if an event is illegal or another process was first. */
  move(from: Errand, ...events: readonly ErrandEvent[]): Promise<Errand | undefined>;
  run(errand: Errand, how: { readonly isStored: boolean; readonly ahead?: ReadAhead | undefined }): Promise<ErrandRun>;
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
    now: () => services.now(),
    byId: (id) => errands.byId(id),
    here: (owner, conversationKey) => errands.here(ownerKey(owner), conversationKey, services.now() - JUST_NOW),
    hereWith: async (owner, conversationKey, action) => {
      const since = services.now() - JUST_NOW;
      // the store knows who shares the account, together with the decision about it
      if (accessOf(services, owner, action).status !== 'own')
        return { here: await errands.here(ownerKey(owner), conversationKey, since) };
      const place = { ownerKey: ownerKey(owner), integration: action.integration };
      const { here, stored } = await errands.hereWith(place.ownerKey, conversationKey, since, place.integration);
      return { here, ahead: keepAhead(place, stored) };
    },
    begin,
    keep: (begun, result, saidAt) => {
      const holder = services.processId;
      const said = saidAt === undefined ? [] : [{ type: 'said', at: saidAt } as const];
      return begin(
        begun,
        { type: 'claim', holder },
        { type: 'outcome', holder, result: keptResult(result, begun) },
        ...said,
      );
    },
    move: (from, ...events) => moveErrand(services, from, events),
    run: (errand, how) => runErrand(services, errand, how),
    conclude: (errand, result, saidAt) => concludeErrand(services, errand, result, saidAt),
    cancel: (errand) => cancelErrand(services, errand),
    abandon: (errand) => abandonErrand(services, errand),
  };
}

/** Milliseconds within which a channel may deliver a message again. */
const JUST_NOW = 5 * 60_000;

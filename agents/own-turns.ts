import { AsyncLocalStorage } from 'node:async_hooks';
import type { CloudAdapter, TurnContext } from '@microsoft/agents-hosting';

/** The only claims with which an agent names itself. A token has more. */
const OWN_CLAIMS = ['aud', 'appid', 'azp'];

/** @returns a function that says whether the agent began a turn itself, with claims of its own and no token */
export function ownTurns(adapter: CloudAdapter): (turn: Pick<TurnContext, 'identity'>) => boolean {
  const own = new AsyncLocalStorage<boolean>();
  const arrived = new WeakSet<object>();
  const { process, continueConversation, createConversationAsync } = adapter;
  adapter.process = (...given) => {
    if (given[0].user !== undefined) arrived.add(given[0].user);
    return process.apply(adapter, given);
  };
  adapter.continueConversation = (...given) => own.run(true, () => continueConversation.apply(adapter, given));
  adapter.createConversationAsync = (...given) => own.run(true, () => createConversationAsync.apply(adapter, given));
  return ({ identity = {} }) =>
    own.getStore() === true &&
    !arrived.has(identity) &&
    Object.keys(identity).every((claim) => OWN_CLAIMS.includes(claim));
}

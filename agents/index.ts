// for the agent's own routes
export { type AskedAction, askedAction } from '../src/answers/asked-action.ts';
export { type Utterance, type Words, wordsIn } from '../src/answers/words-in.ts';
// for the bot's own menu
export {
  askedConnection,
  connectionsOf,
  disconnect,
  isConnected,
  manageAuthorizations,
  manageConnections,
} from '../src/chat/own-menu.ts';
// the agent's adapter
export { type Agent, type LatchkeyOptions, latchkey } from './latchkey.ts';

// types of its options

export type { ClaimedOwner } from '../src/channels/claimed-owner.ts';
export type { SenderOptions } from '../src/channels/sender.ts';

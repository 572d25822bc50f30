// for the bot's own root dialog
export { type AskedAction, askedAction } from '../src/answers/asked-action.ts';
export { type Utterance, type Words, wordsIn } from '../src/answers/words-in.ts';
export type {
  ActionResult,
  AuthorizeOptions,
  AuthorizeResult,
  RunActionOptions,
} from '../src/chat/dialog-options.ts';
// for the bot's own menu
export {
  askedConnection,
  connectionsOf,
  disconnect,
  isConnected,
  manageAuthorizations,
  manageConnections,
} from '../src/chat/own-menu.ts';
export { AuthorizeDialog, type AuthorizeDialogSettings } from './authorize-dialog.ts';
// the adapter's first middleware
export { type AuthorizerMiddlewareOptions, authorizerMiddleware } from './authorizer-middleware.ts';
export type { ErrandDialogSettings } from './errand-dialog.ts';
export { RunActionDialog, type RunActionSettings } from './run-action-dialog.ts';

// types of their options and results

export type { ClaimedOwner } from '../src/channels/claimed-owner.ts';
export type { SenderOptions } from '../src/channels/sender.ts';
export type { ErrandDialog } from './errand-dialog.ts';

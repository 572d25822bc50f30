// dialogs

// answers for the bot's own root dialog
export { type AskedAction, askedAction } from './asked-action.ts';
export {
  AuthorizeDialog,
  type AuthorizeDialogSettings,
  type AuthorizeOptions,
  type AuthorizeResult,
} from './authorize-dialog.ts';
// the adapter's first middleware
export { type AuthorizerMiddlewareOptions, authorizerMiddleware } from './authorizer-middleware.ts';
export { manageAuthorizations } from './manage-authorizations.ts';
export { askedConnection, manageConnections } from './manage-connections.ts';
export { type ActionResult, RunActionDialog, type RunActionSettings } from './run-action-dialog.ts';
export { englishWords, type Words } from './words.ts';

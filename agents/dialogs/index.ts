// dialogs for waterfalls of @microsoft/agents-hosting-dialogs
export type {
  ActionResult,
  AuthorizeOptions,
  AuthorizeResult,
  RunActionOptions,
} from '../../src/chat/dialog-options.ts';
export { AuthorizeDialog, type AuthorizeDialogSettings } from './authorize-dialog.ts';
export type { ErrandDialogSettings } from './errand-dialog.ts';
export { RunActionDialog, type RunActionSettings } from './run-action-dialog.ts';

// the class that both extend

export type { ErrandDialog } from './errand-dialog.ts';

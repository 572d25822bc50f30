/**
 * Types that the public ones are made of, and that only Latchkey's own side of a conversation uses. Any release may change them.
 */
export type { ConversationNotice } from './background/conversation-host.ts';
export type { AnyActivity, ChannelAccount, TurnActivity } from './channels/activity.ts';
export type { ErrandSteps, Instance as StackedDialog } from './chat/errand-steps.ts';
export type { ChatTurn } from './chat/sdk.ts';
export type { Wanted } from './chat/start-errand.ts';
export type { AskedSecretsInput } from './flows/asked-secrets.ts';
export type { Waiting as WaitingElsewhere } from './flows/begin-authorization.ts';
export type { Completed } from './flows/complete-authorization.ts';
export type { ConfirmInput } from './flows/confirm-authorization.ts';
export type { DisconnectInput } from './flows/disconnect.ts';
export type { ErrandVerbs } from './flows/errand-verbs.ts';
export type { ExchangeInput } from './flows/exchange-token.ts';
export type { NeedsAuthorization } from './flows/find-credential.ts';
export type { Relocation } from './flows/relocate-connection.ts';
export type { RunInput } from './flows/run-action.ts';
export type { ErrandRun } from './flows/run-errand.ts';
export type { Refusal, SubmitInput } from './flows/submit-credential.ts';
export type { UseSiteInput } from './flows/use-site.ts';
export type { Begun } from './model/authorization.ts';
export type {
  Answered,
  Ask,
  Asking,
  Ended,
  ErrandBase,
  ErrandDraft,
  ErrandEvent,
  ErrandResult,
  Lacks,
  Owed,
  Ready,
  Running,
  Unattended,
  Waiting as WaitingErrand,
} from './model/errand.ts';

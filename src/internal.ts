/**
 * Types that the public ones are made of, and that only Latchkey's own side of a conversation uses. Any release may change them.
 */

export type { OpenIdClient } from './auth-methods/openid/relying-party.ts';
export type { AuthorizerSettings } from './authorizer.ts';
export type { ConversationHost, ConversationNotice } from './background/conversation-host.ts';
export type { AnyActivity, ChannelAccount, TurnActivity } from './channels/activity.ts';
export type { ErrandSteps, Instance as StackedDialog } from './chat/errand-steps.ts';
export type { ChatTurn } from './chat/sdk.ts';
export type { Wanted } from './chat/start-errand.ts';
export type { ConnectRefusal } from './flows/access.ts';
export type { AskedField, AskedSecrets, AskedSecretsInput } from './flows/asked-secrets.ts';
export type { BeginInput, BeginOutcome, Waiting as WaitingElsewhere } from './flows/begin-outcome.ts';
export type { BotStorage } from './flows/bot-storage.ts';
export type { Claimed } from './flows/claim-link.ts';
export type { Completed } from './flows/complete-authorization.ts';
export type { ConfirmInput, ConfirmOutcome } from './flows/confirm-authorization.ts';
export type { DisconnectInput } from './flows/disconnect.ts';
export type { ErrandVerbs } from './flows/errand-verbs.ts';
export type { ExchangeInput } from './flows/exchange-token.ts';
export type { NeedsAuthorization, ReadAhead } from './flows/find-credential.ts';
export type { Actor } from './flows/operator/audited.ts';
export type { SetupChange, SetupOutcome } from './flows/operator/change-setup.ts';
export type { ProfileUse } from './flows/operator/delete-profile.ts';
export type { Observation, Verdict } from './flows/operator/doctor/deployment.ts';
export type { Forgotten } from './flows/operator/forget-owner.ts';
export type { IntegrationOverview } from './flows/operator/list-integrations.ts';
export type { ProfileOverview, Shown as ShownProfile } from './flows/operator/list-profiles.ts';
export type { OfIntegration, OfOne } from './flows/operator/operator-verbs.ts';
export type { UsedConnection } from './flows/operator/revoke-connections.ts';
export type { Rotation } from './flows/operator/rotate-keys.ts';
export type { ProfileToSave, SaveProfileOutcome } from './flows/operator/save-profile.ts';
export type { ShareInput, ShareOutcome } from './flows/operator/share-connection.ts';
export type { Headers as TestedHeaders, ProfileTest, TestProfileInput } from './flows/operator/test-profile.ts';
export type { GrantedPlace, Relocation } from './flows/relocate-connection.ts';
export type { AtProduct } from './flows/remove-connection.ts';
export type { ActionFailure, RunInput, RunOutcome } from './flows/run-action.ts';
export type { ErrandRun } from './flows/run-errand.ts';
export type { Attention, Settings } from './flows/services.ts';
export type { ChatSubmission, Refusal, SubmitInput } from './flows/submit-credential.ts';
export type { UseSiteInput, UseSiteOutcome } from './flows/use-site.ts';
export type { LANGUAGES } from './languages/language-tag.ts';
export type { AuditEvent } from './model/audit-event.ts';
export type { AuthorizationStatus, Begun } from './model/authorization.ts';
export type { Connection } from './model/connection.ts';
export type { Named as NamedConnection } from './model/connection-name.ts';
export type { ConversationAddress, ConversationKind } from './model/conversation.ts';
export type { Site } from './model/credential.ts';
export type { PublicCustomProfile } from './model/custom-profile.ts';
export type {
  Answered,
  Ask,
  Asking,
  Ended,
  Errand,
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
export type { FieldChoice, FieldFault, FieldFaults } from './model/field.ts';
export type { FormCondition, FormQuestionKind, FormTerm } from './model/form-question.ts';
export type { GrantDates, GrantEnd } from './model/grant-end.ts';
export type { InputOption, SingleKind } from './model/input-kind.ts';
export type { ConnectionNews, News } from './model/notice.ts';
export type { SharedOwner, UserOwner } from './model/owner.ts';
export type { Problem } from './model/problem.ts';
export type { PublicAuthorization, PublicBegun } from './model/public-authorization.ts';
export type { NoSecrets } from './model/public-profile.ts';
export type { Audience, Setup } from './model/setup.ts';
export type { ServicesOptions } from './open-services.ts';
export type { KeyUse } from './vault/keys-in-use.ts';
export type { RestifyServer } from './web/mount-on-restify.ts';
export type { Ending as EndingOnPage, Named as NamedOnPage } from './web/page-texts/page-texts.ts';

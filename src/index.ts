// reading what people say
export { readFormAnswer } from './answers/read-form-answer.ts';
export type { Spoken } from './answers/spoken.ts';
// keeping secrets out of what a bot passes on
export { mayHoldSecret } from './secrets/may-hold-secret.ts';
// setting up

/** The schema library of `defineAction`: botbuilder brings an older one that must not be mixed in. */
export { z } from 'zod';
export type { Authorizer, AuthorizerSettings, ConsoleSettings, MountedConsole } from './authorizer.ts';
export type { ConversationHost, ConverseOptions } from './background/conversation-host.ts';
export { type AuthorizerOptions, createAuthorizer } from './create-authorizer.ts';
// errors
export {
  ActionRefusedError,
  ApiCallError,
  ConfigurationError,
  HostRefusedError,
  InputRefusedError,
  LatchkeyError,
  type LatchkeyErrorCode,
  OAuthRefusedError,
  ProviderUnreachableError,
  ReauthorizationNeededError,
  type RefusalKind,
  SealBrokenError,
  StoreNewerError,
  StoreUnavailableError,
  UndocumentedAnswerError,
} from './errors.ts';
export type { ConnectRefusal } from './flows/access.ts';
export type { AskedField, AskedSecrets } from './flows/asked-secrets.ts';
export type { BeginInput, BeginOutcome } from './flows/begin-authorization.ts';
export type { BotStorage } from './flows/bot-storage.ts';
export type { ConfirmOutcome } from './flows/confirm-authorization.ts';
export type { DisconnectOutcome } from './flows/disconnect.ts';
export type { ExchangeOutcome, ExchangeWanted } from './flows/exchange-token.ts';
export type { ListedConnection } from './flows/list-connections.ts';
// records and outcomes
export type { OwnTexts } from './flows/own-texts.ts';
export type { GrantedPlace } from './flows/relocate-connection.ts';
export type { ActionFailure, FailureReason, RunOutcome } from './flows/run-action.ts';
export type { ChatSubmission } from './flows/submit-credential.ts';
export type { UseSiteOutcome } from './flows/use-site.ts';
// words
export type { LanguageTag } from './languages/language-tag.ts';
// logging
export { jsonLinesLogger, type LogEvent, type Logger, silentLogger } from './logger.ts';
// actions
export {
  type Action,
  type ActionContext,
  type Answer,
  type AnswerItem,
  type AnyAction,
  type Api,
  defineAction,
} from './model/action.ts';
export type { AuditEvent } from './model/audit-event.ts';
export { type AuthorizationStatus, type EndReason, isOpen } from './model/authorization.ts';
export { causeOf } from './model/cause-of.ts';
export { readConfirmationCode } from './model/confirmation-code.ts';
export type { Connection } from './model/connection.ts';
export { accountName } from './model/connection-name.ts';
export type { ConversationAddress } from './model/conversation.ts';
export type { Conversed, ErrandOver, NotConnected } from './model/conversed.ts';
export type { Errand } from './model/errand.ts';
export type { Field, FieldProblem } from './model/field.ts';
export {
  ADDRESS_PARTS,
  type FormAnswer,
  type FormAnswers,
  type FormQuestion,
  NAME_PARTS,
} from './model/form-question.ts';
export type { SingleKind } from './model/input-kind.ts';
export type { InputProblem } from './model/input-problem.ts';
export type { Integration } from './model/integration.ts';
export { type Owner, ownerKey } from './model/owner.ts';
export type { Profile } from './model/profile.ts';
export type { PublicAuthorization } from './model/public-authorization.ts';
export type { PublicIntegration, PublicProfile } from './model/public-profile.ts';
export { englishTexts } from './texts/en.ts';
export { escapeMarkdown } from './texts/name-in-chat.ts';
export type { Texts } from './texts/texts.ts';
export type { ConsoleTexts, ProfileKind } from './web/console/texts/console-texts.ts';
export { englishConsoleTexts } from './web/console/texts/en.ts';
export { englishPageTexts } from './web/page-texts/en.ts';
export type { PageTexts } from './web/page-texts/page-texts.ts';

// operating

export { examine } from './examine.ts';
export type { Verdict } from './flows/operator/doctor/deployment.ts';
export type { Finding } from './flows/operator/doctor.ts';
export { type OpenAuthorizer, openAuthorizer } from './open-authorizer.ts';
export type { ServicesOptions } from './open-services.ts';
// web servers
export { type ClosableServer, closeServer } from './web/close-server.ts';
export { guardServer } from './web/guard-server.ts';
export type { RestifyServer } from './web/mount-on-restify.ts';
export type { WebHandler } from './web/web-handler.ts';

// what these are made of, and what the console and the command line do

export type { OpenIdClient } from './auth-methods/openid/relying-party.ts';
export type { Translations } from './create-authorizer.ts';
export type { Claimed } from './flows/claim-link.ts';
export type { Actor } from './flows/operator/audited.ts';
export type { SetupChange, SetupOutcome } from './flows/operator/change-setup.ts';
export type { ProfileUse } from './flows/operator/delete-profile.ts';
export type { Observation } from './flows/operator/doctor/deployment.ts';
export type { Forgotten } from './flows/operator/forget-owner.ts';
export type { IntegrationOverview } from './flows/operator/list-integrations.ts';
export type { ProfileOverview, Shown as ShownProfile } from './flows/operator/list-profiles.ts';
export type { OfIntegration, OfOne, OperatorVerbs } from './flows/operator/operator-verbs.ts';
export type { UsedConnection } from './flows/operator/revoke-connections.ts';
export type { Rotation } from './flows/operator/rotate-keys.ts';
export type { ProfileToSave, SaveProfileOutcome } from './flows/operator/save-profile.ts';
export type { ShareInput, ShareOutcome } from './flows/operator/share-connection.ts';
export type { OpenIdSettings } from './flows/operator/sign-in-openid.ts';
export type { Headers as TestedHeaders, ProfileTest, TestProfileInput } from './flows/operator/test-profile.ts';
export type { AtProduct } from './flows/remove-connection.ts';
export type { Attention, Settings } from './flows/services.ts';
export type { LANGUAGES } from './languages/language-tag.ts';
export type { Named as NamedConnection } from './model/connection-name.ts';
export type { ConversationKind } from './model/conversation.ts';
export type { Account, Site } from './model/credential.ts';
export type { PublicCustomProfile } from './model/custom-profile.ts';
export type { FieldChoice, FieldFault, FieldFaults } from './model/field.ts';
export type { FormCondition, FormQuestionKind, FormTerm } from './model/form-question.ts';
export type { GrantDates, GrantEnd } from './model/grant-end.ts';
export type { InputOption } from './model/input-kind.ts';
export type { ConnectionNews, News } from './model/notice.ts';
export type { SharedOwner, UserOwner } from './model/owner.ts';
export type { Problem } from './model/problem.ts';
export type { PublicBegun } from './model/public-authorization.ts';
export type { NoSecrets } from './model/public-profile.ts';
export type { Audience, Setup } from './model/setup.ts';
export type { KeyUse } from './vault/keys-in-use.ts';
export type { Ending as EndingOnPage, Named as NamedOnPage } from './web/page-texts/page-texts.ts';

// reading what people say
export { readFormAnswer } from './answers/read-form-answer.ts';
export type { Spoken } from './answers/spoken.ts';
// keeping secrets out of what a bot passes on
export { mayHoldSecret } from './chat/may-hold-secret.ts';
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
export { type EndReason, isOpen } from './model/authorization.ts';
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
export { type ConsoleTexts, englishConsoleTexts } from './web/console/console-texts.ts';
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

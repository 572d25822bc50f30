// setting up
export type { Authorizer, ConsoleSettings, MountedConsole } from './authorizer.ts';
export type { ConverseOptions } from './background/conversation-host.ts';
export { type AuthorizerOptions, createAuthorizer, type Translations } from './create-authorizer.ts';

// what the bot and its pages say
export type { OwnTexts } from './flows/own-texts.ts';
export type { LanguageTag } from './languages/language-tag.ts';
export type { FieldProblem } from './model/field.ts';
export type { InputProblem } from './model/input-problem.ts';
export { englishTexts } from './texts/en.ts';
export { escapeMarkdown } from './texts/name-in-chat.ts';
export type { Texts } from './texts/texts.ts';
export type { ConsoleTexts, ProfileKind } from './web/console/texts/console-texts.ts';
export { englishConsoleTexts } from './web/console/texts/en.ts';
export { englishPageTexts } from './web/page-texts/en.ts';
export type { PageTexts } from './web/page-texts/page-texts.ts';

// actions

/** The schema library of `defineAction`: botbuilder brings an older one that must not be mixed in. */
export { z } from 'zod';
// errors and the log
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
// operating
export { examine } from './examine.ts';
// what became of something
export type { DisconnectOutcome } from './flows/disconnect.ts';
export type { ExchangeOutcome, ExchangeWanted } from './flows/exchange-token.ts';
export type { ListedConnection } from './flows/list-connections.ts';
export type { Finding } from './flows/operator/doctor.ts';
export type { OperatorVerbs } from './flows/operator/operator-verbs.ts';
export type { OpenIdSettings } from './flows/operator/sign-in-openid.ts';
export { jsonLinesLogger, type LogEvent, type Logger, silentLogger } from './logger.ts';
export {
  type Action,
  type ActionContext,
  type Answer,
  type AnswerItem,
  type AnyAction,
  type Api,
  defineAction,
} from './model/action.ts';
export type { EndReason } from './model/authorization.ts';
export { causeOf } from './model/cause-of.ts';
export type { Conversed, ErrandOver, NotConnected } from './model/conversed.ts';
export type { Account } from './model/credential.ts';
export type { FailureReason } from './model/errand.ts';
// products, as `defineIntegration` of `latchkey/integrations` makes them
export type { Field } from './model/field.ts';
export type { FormAnswer, FormAnswers, FormQuestion } from './model/form-question.ts';
export type { Integration } from './model/integration.ts';
export type { Owner } from './model/owner.ts';
export type { Profile } from './model/profile.ts';
export type { PublicIntegration, PublicProfile } from './model/public-profile.ts';
export { type OpenAuthorizer, openAuthorizer } from './open-authorizer.ts';
// keeping secrets out of what a bot passes on
export { mayHoldSecret } from './secrets/may-hold-secret.ts';
// web servers
export { type ClosableServer, closeServer } from './web/close-server.ts';
export { guardServer } from './web/guard-server.ts';
export type { WebHandler } from './web/web-handler.ts';

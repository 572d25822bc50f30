import type { ConnectRefusal } from '../flows/access.ts';
import type { ActionFailure } from '../flows/run-action.ts';
import type { EndReason } from '../model/authorization.ts';
import type { Field, FieldProblem } from '../model/field.ts';
import type { FormQuestion } from '../model/form-question.ts';
import type { InputProblem } from '../model/input-problem.ts';
import type { News } from '../model/notice.ts';

/**
 * Everything the bot says for the library in one language. A deployment can override each member
 * (`createAuthorizer({ texts })`). Sentences may use Markdown, which is removed on channels that do not show it. `product` is
 * the name of a product, `account` and `site` are names as the product gives them, and `contact` is who to ask for help.
 */
export interface Texts {
  /** Text direction of the cards. */
  readonly dir: 'ltr' | 'rtl';
  // asking
  /** Asks for an account. `purpose` is the purpose of the action, such as "create the issue". */
  readonly needsAccess: (product: string, purpose: string) => string;
  /** The same after the connection has ended, for example because its token was revoked. */
  readonly connectionEnded: (product: string, purpose: string) => string;
  /** The same when the connection lacks permissions. `permissions` describes them and may be empty. */
  readonly needsMoreAccess: (product: string, purpose: string, permissions: readonly string[]) => string;
  /** Sent with a new link that the person requested on a page, after their browser had lost its cookie. */
  readonly linkAskedOnPage: (product: string) => string;
  /** Below the link of a sign-in that ends with a code. */
  readonly linkExplanation: (product: string) => string;
  /** Below the link of a sign-in that ends without a code (`confirm: "none"`). */
  readonly linkExplanationNoCode: (product: string) => string;
  /** Like `linkExplanation`, for a key that the person enters on the page. */
  readonly keyPageExplanation: (product: string) => string;
  /** Like `linkExplanationNoCode`, for a key that the person enters on the page. */
  readonly keyPageExplanationNoCode: (product: string) => string;
  /** Title of the card and its button. */
  readonly connectButton: (product: string) => string;
  /** On a card with fields for a key. */
  readonly credentialExplanation: (product: string) => string;
  /** Sends the fields of that card. */
  readonly submitButton: string;
  /** Opens the page instead of filling in the card. */
  readonly pageButton: string;
  /** Replaces a card that can no longer be used. */
  readonly cardClosed: (product: string, how: 'connected' | 'cancelled' | 'replaced' | 'over') => string;
  /** `title` is the label of the field. */
  readonly fieldMissing: (title: string) => string;
  /** The person asked for something else while they are connecting the same product. `title` is what they asked for. */
  readonly joined: (title: string, product: string) => string;
  /** The person asked again while their browser is connecting the product. */
  readonly inBrowser: (product: string) => string;
  /** The answer to a message that does not belong to the sign-in. */
  readonly stillWaiting: (product: string) => string;
  /** The same once the page shows the code. */
  readonly awaitingCode: (product: string) => string;
  /** The same for a card with fields. */
  readonly stillWaitingForKey: (product: string) => string;
  /** The answer to "help" during a sign-in. */
  readonly connectHelp: (product: string) => string;
  /** The answer to "help" while a card with fields is open. */
  readonly connectHelpForKey: (product: string) => string;
  /** Asks for one of several ways to connect, which follow as choices. */
  readonly whichMethod: (product: string) => string;
  /** Warns that the vendor is about to switch off a way to connect. `date` as `YYYY-MM-DD`. */
  readonly methodEnds: (title: string, date: string, product: string) => string;
  /** The purpose when the person only asked to connect. */
  readonly connectPurpose: string;
  /** The bot connects no accounts in a group. */
  readonly groupRefused: string;
  /** Title of the link that follows, on channels that have one. */
  readonly openPersonalChat: string;
  /** Who to ask when something is not allowed, unless `createAuthorizer({ contact })` names somebody. */
  readonly contact: string;
  /** The developer has switched the product off, has not set it up, or has not shared it with this person. */
  readonly cannotConnect: (product: string, why: ConnectRefusal, contact: string) => string;
  /** The same when the product must not be named. */
  readonly notAllowed: (contact: string) => string;
  /** The person has asked for too many links. */
  readonly tooMany: (minutes: number) => string;

  // connecting
  /** `id` is the id of the integration, which is used to disconnect. */
  readonly connected: (product: string, account: string, id: string) => string;
  /** The access also covers these sites. `id` is the id of the integration. */
  readonly otherSites: (sites: readonly string[], id: string) => string;
  /** Added after a key that was pasted with spaces around it. */
  readonly trimmed: string;
  /** Added when the key came in a message. A bot cannot delete people's messages. */
  readonly typedKeyStays: string;
  /** The bot waits for a key, and the message contains one among other words. */
  readonly secretInside: string;
  /** `triesLeft` is 0 if this was the last one. */
  readonly wrongCode: (triesLeft: number) => string;
  /** The person typed a code that no sign-in of theirs shows. It may be a scam. */
  readonly noCodeAwaited: string;
  /** The person typed their code where others can read it. */
  readonly codeSeen: (product: string) => string;
  /** The code belongs to another conversation of the same person. */
  readonly codeOfOtherChat: (product: string) => string;
  /** The code has already been used or has expired. */
  readonly codeOver: (product: string) => string;
  readonly invalidField: (field: Field, problem: FieldProblem) => string;
  /** The product rejected the key. `elsewhere` names other regions that the account may belong to. */
  readonly credentialRefused: (product: string, triesLeft: number, elsewhere?: readonly string[]) => string;
  /** The product did not respond, so the key was not checked. */
  readonly productUnreachable: (product: string) => string;
  /** The person filled in a card that is no longer open. */
  readonly attemptGone: string;
  /** The person filled in the card of a question that was answered before, is too old, or asks somebody else. */
  readonly notAskedNow: string;
  /** The message contains a key or a password that nobody asked for. */
  readonly unaskedSecret: string;

  // endings
  /** Why a sign-in has ended. `ref` is the reference in the log. */
  readonly ended: (product: string, why: EndReason, ref: string | undefined, contact: string) => string;
  /** `what` is the title of the action, with the product if the title does not name it. */
  readonly cancelled: (what: string) => string;
  readonly nothingToCancel: string;

  // actions
  /** Asks before something that cannot be undone. `inputs` are the values that it would be done with. */
  readonly confirmDestructive: (product: string, purpose: string, inputs: readonly string[]) => string;
  /** Like `cancelled` for several actions at once. */
  readonly cancelledAll: (titles: readonly string[]) => string;
  /**
   * Like `cancelled` for an action that was asking for an answer. `purpose` completes "I won't …", and is undefined if the
   * person only wanted to connect. `isConnected`: the person has a connection, which stays.
   */
  readonly notDone: (purpose: string | undefined, product: string, isConnected: boolean) => string;
  /** Shown while an action takes long. */
  readonly working: string;
  /** The person connected too late, so the action did not run. */
  readonly tooOld: string;
  /** The process ended while the action ran, so its result is unknown. */
  readonly interrupted: (title: string) => string;
  /** The product refuses even the connection that was just made. */
  readonly stillRefused: (product: string) => string;
  /**
   * Why an action failed. `failure.text` is the text of the action itself, if it has one; `failure.retryAfter` is in
   * seconds.
   */
  readonly actionFailed: (
    product: string,
    failure: Pick<ActionFailure, 'why' | 'ref' | 'text' | 'retryAfter'>,
    contact: string,
  ) => string;
  /** Added when the person can try again. */
  readonly retryHint: string;
  /** Title of the link to the result at the product. */
  readonly openButton: string;
  /** Below the result of an action that used the shared account. */
  readonly actingAs: (product: string, account: string) => string;
  /** A question of an action. */
  readonly askInput: (title: string, hint: string | undefined) => string;
  /** Why an answer cannot be used. */
  readonly inputProblem: (problem: InputProblem) => string;
  /** Before the first question of a form. `count` is the number of questions. */
  readonly formIntroduction: (count: number) => string;
  /** A question of a form with its number. */
  readonly formProgress: (title: string, number: number, count: number) => string;
  /** What kind of answer a form expects. `max` is the best rating; `example` is a day or a time as the person writes it. */
  readonly formExpected: (kind: FormQuestion['kind'], max: number, example: string) => string;

  /** The number of items that did not fit into the message. */
  readonly moreItems: (count: number) => string;
  /** Suggested replies, on a channel without buttons. */
  readonly canSay: (sentences: readonly string[]) => string;

  // what buttons say for the person; the bot understands each of them in the same language (src/answers/languages)
  readonly sayNewLink: string;
  readonly sayStartOver: string;
  readonly sayCancel: string;
  readonly sayRetry: string;
  readonly sayYes: string;
  readonly sayNo: string;
  /** `named` is the id of the integration, followed by an account or a site if there are several. */
  readonly sayDisconnect: (named: string) => string;
  readonly sayReconnect: (named: string) => string;
  readonly sayUse: (named: string) => string;
  /** Leaves out an optional question. */
  readonly skip: string;
  /** A part of a name or an address: `first`, `last`, `street`, `city`, `state`, `postal`, `country`. */
  readonly formPart: (part: string) => string;
  /** All answers before they are sent. The answer to a skipped question is empty. */
  readonly formReview: (lines: readonly { readonly title: string; readonly answer: string }[]) => string;
  /** After "no" to the review: asks for the number of the answer to change. Nothing is sent and nothing is lost. */
  readonly formChange: string;
  /** Sends the reviewed answers. */
  readonly formSend: string;
  /** Sends the answer that was filled in on a card. */
  readonly answerButton: string;

  // connections
  readonly noConnections: string;
  /** Connections are listed only in a personal chat. */
  readonly connectionsInGroup: string;
  readonly connectionsTitle: string;
  readonly connectionState: (status: 'active' | 'needs_reauth') => string;
  /** Marks the connection that is used, if there are several. */
  readonly connectionInUse: string;
  /** Asks for one of several connections. */
  readonly whichConnection: (product: string) => string;
  /** The person has switched to another account or site. */
  readonly nowUsing: (product: string, account: string) => string;
  /** `names` are the accounts and sites that the person could choose. */
  readonly noSuchAccount: (product: string, names: readonly string[]) => string;
  /** The person's access does not cover this site. */
  readonly siteRefused: (product: string, site: string) => string;
  readonly siteUnreachable: (product: string) => string;
  readonly notConnected: (product: string) => string;
  readonly unknownProduct: (name: string) => string;
  /** What happened at the product. `manageUrl` is the page at which people remove the access themselves. */
  readonly disconnected: (
    product: string,
    atProduct: 'revoked' | 'queued' | 'unsupported' | 'in_use',
    manageUrl: string | undefined,
  ) => string;
  /** Something about a connection that the person did not ask for. `account` is empty if it is unknown. */
  readonly connectionNews: (product: string, account: string, news: News) => string;
  /** An error of ours. `ref` is the reference in the log. */
  readonly somethingWrong: (ref: string) => string;
  /** The message arrived while the process was about to end. */
  readonly restarting: string;
}

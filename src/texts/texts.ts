import type { ConnectRefusal } from '../flows/access.ts';
import type { ActionFailure } from '../flows/run-action.ts';
import type { EndReason } from '../model/authorization.ts';
import type { Field, FieldProblem } from '../model/field.ts';
import type { FormQuestion } from '../model/form-question.ts';
import type { InputProblem } from '../model/input-problem.ts';
import type { News } from '../model/notice.ts';

/**
 * Every word the bot says for the library, in one language. A deployment may override any (`createAuthorizer({ texts })`).
 * Sentences may use Markdown. It is removed for channels that do not show it.
 */
export interface Texts {
  /** The direction in which cards are laid out. */
  readonly dir: 'ltr' | 'rtl';
  // asking
  readonly needsAccess: (product: string, purpose: string) => string;
  readonly connectionEnded: (product: string, purpose: string) => string;
  readonly needsMoreAccess: (product: string, purpose: string, permissions: readonly string[]) => string;
  /** With a new link, after a browser came back without its cookie and its page was asked for one. */
  readonly linkAskedOnPage: (product: string) => string;
  readonly linkExplanation: (product: string) => string;
  readonly linkExplanationNoCode: (product: string) => string;
  /** Like the two above, for a key that is entered on the page. */
  readonly keyPageExplanation: (product: string) => string;
  readonly keyPageExplanationNoCode: (product: string) => string;
  readonly connectButton: (product: string) => string;
  readonly credentialExplanation: (product: string) => string;
  readonly submitButton: string;
  readonly pageButton: string;
  readonly cardClosed: (product: string, how: 'connected' | 'cancelled' | 'replaced' | 'over') => string;
  readonly fieldMissing: (title: string) => string;
  readonly joined: (title: string, product: string) => string;
  readonly inBrowser: (product: string) => string;
  readonly stillWaiting: (product: string) => string;
  readonly awaitingCode: (product: string) => string;
  readonly stillWaitingForKey: (product: string) => string;
  readonly connectHelp: (product: string) => string;
  readonly connectHelpForKey: (product: string) => string;
  readonly whichMethod: (product: string) => string;
  /** `date` as `YYYY-MM-DD`. */
  readonly methodEnds: (title: string, date: string, product: string) => string;
  readonly connectPurpose: string;
  readonly groupRefused: string;
  /** A link after it, where the channel has one. */
  readonly openPersonalChat: string;
  /** Who is asked where something is not allowed, unless the deployment names somebody. */
  readonly contact: string;
  readonly cannotConnect: (product: string, why: ConnectRefusal, contact: string) => string;
  readonly notAllowed: (contact: string) => string;
  readonly tooMany: (minutes: number) => string;

  // connecting
  readonly connected: (product: string, account: string, id: string) => string;
  readonly otherSites: (sites: readonly string[], id: string) => string;
  readonly trimmed: string;
  /** Added where a key came as a message: bots cannot delete what people write. */
  readonly typedKeyStays: string;
  /** A secret is awaited, and the message holds one that cannot be told from the words around it. */
  readonly secretInside: string;
  readonly wrongCode: (triesLeft: number) => string;
  readonly noCodeAwaited: string;
  /** Their own code, typed where others can read it. */
  readonly codeSeen: (product: string) => string;
  readonly codeOfOtherChat: (product: string) => string;
  readonly codeOver: (product: string) => string;
  readonly invalidField: (field: Field, problem: FieldProblem) => string;
  /** `elsewhere`: other places at which the account may live; a key works at its own only. */
  readonly credentialRefused: (product: string, triesLeft: number, elsewhere?: readonly string[]) => string;
  readonly productUnreachable: (product: string) => string;
  readonly attemptGone: string;
  readonly unaskedSecret: string;

  // endings
  readonly ended: (product: string, why: EndReason, ref: string | undefined, contact: string) => string;
  /** `what`: a title, with the product where the title does not name it. */
  readonly cancelled: (what: string) => string;
  readonly nothingToCancel: string;

  // actions
  readonly confirmDestructive: (product: string, purpose: string, inputs: readonly string[]) => string;
  /** Several things at once; each is a title. */
  readonly cancelledAll: (titles: readonly string[]) => string;
  /**
   * Like `cancelled`, where an answer was asked for and not an account. `purpose` completes "I won't …"; undefined where it was only
   * about connecting. `isConnected`: the person's account at the product is.
   */
  readonly notDone: (purpose: string | undefined, product: string, isConnected: boolean) => string;
  readonly working: string;
  readonly tooOld: string;
  readonly interrupted: (title: string) => string;
  readonly stillRefused: (product: string) => string;
  readonly actionFailed: (
    product: string,
    failure: Pick<ActionFailure, 'why' | 'ref' | 'text' | 'retryAfter'>,
    contact: string,
  ) => string;
  readonly retryHint: string;
  readonly openButton: string;
  readonly actingAs: (product: string, account: string) => string;
  readonly askInput: (title: string, hint: string | undefined) => string;
  readonly inputProblem: (problem: InputProblem) => string;
  readonly formIntroduction: (count: number) => string;
  readonly formProgress: (title: string, number: number, count: number) => string;
  readonly formExpected: (kind: FormQuestion['kind'], max: number) => string;

  /** The number of items that did not fit into the message. */
  readonly moreItems: (count: number) => string;
  /** Suggested replies, for a channel without buttons. */
  readonly canSay: (sentences: readonly string[]) => string;

  // what buttons say for the person: each is a word that is heard in the same language (src/answers/languages)
  readonly sayNewLink: string;
  readonly sayStartOver: string;
  readonly sayCancel: string;
  readonly sayRetry: string;
  readonly sayYes: string;
  readonly sayNo: string;
  /** `named` is a product's id, with an account or a site behind it where there are several. */
  readonly sayDisconnect: (named: string) => string;
  readonly sayReconnect: (named: string) => string;
  readonly sayUse: (named: string) => string;
  readonly skip: string;
  readonly formPart: (part: string) => string;
  /** All answers, before they are sent; an empty one was skipped. */
  readonly formReview: (lines: readonly { readonly title: string; readonly answer: string }[]) => string;
  /** Sends what was reviewed. */
  readonly formSend: string;
  readonly answerButton: string;
  readonly needsDialog: (title: string) => string;

  // connections
  readonly noConnections: string;
  readonly connectionsInGroup: string;
  readonly connectionsTitle: string;
  readonly connectionState: (status: 'active' | 'needs_reauth') => string;
  readonly connectionInUse: string;
  readonly whichConnection: (product: string) => string;
  readonly nowUsing: (product: string, account: string) => string;
  readonly noSuchAccount: (product: string, names: readonly string[]) => string;
  readonly siteRefused: (product: string, site: string) => string;
  readonly siteUnreachable: (product: string) => string;
  readonly notConnected: (product: string) => string;
  readonly unknownProduct: (name: string) => string;
  readonly disconnected: (
    product: string,
    atProduct: 'revoked' | 'queued' | 'unsupported' | 'in_use',
    manageUrl: string | undefined,
  ) => string;
  /** What the person did not ask for, and should know of a connection. `account` is empty where it was never known. */
  readonly connectionNews: (product: string, account: string, news: News) => string;
  readonly somethingWrong: (ref: string) => string;
  /** A message that came while the process was about to end. */
  readonly restarting: string;
}

import type { EndReason } from '../../model/authorization.ts';
import type { Field, FieldProblem } from '../../model/field.ts';

/** Who is named on a page. */
export interface Named {
  readonly integrationName: string;
  readonly botName: string;
}

/** How an attempt ended, in words. */
export interface Ending {
  readonly title: string;
  readonly text: string;
  /** The product may still list an access that nobody uses. */
  readonly mayLeaveAccess?: boolean;
}

/**
 * Every word the pages show in one language, plain text. A deployment may override any (`createAuthorizer({ pageTexts })`).
 * "I" is the bot, as in the chat. What products answer is never among them.
 */
export interface PageTexts {
  /** BCP 47, for `<html lang>`. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Goes before the page's title while a form has an error. */
  readonly errorPrefix: string;
  readonly footer: string;
  /** The bot's name on its own. */
  readonly brand: (botName: string) => string;
  readonly minutes: (count: number) => string;
  /** Where the person talks with the bot, from the channel's id: "Microsoft Teams". */
  readonly channel: (id: string) => string;

  readonly connectTitle: (named: Named) => string;
  readonly connectLead: (named: Named & { readonly purpose: string }) => string;
  readonly ownerLabel: string;
  /** "in Microsoft Teams" */
  readonly inChannel: (channel: string) => string;
  readonly connectConsequence: (named: Named & { readonly ownerName: string }) => string;
  readonly permissionsLabel: (named: Named) => string;
  readonly keyPermissions: (named: Named) => string;
  readonly connectCaution: (named: Named) => string;
  readonly nextLabel: string;
  readonly nextSignIn: (named: Named) => string;
  readonly nextEnterKey: (named: Named) => string;
  readonly nextCode: string;
  readonly nextTypeCode: (named: Named) => string;
  readonly nextDone: (named: Named) => string;
  readonly connectAction: (named: Named & { readonly leavesFor: 'product' | 'form' }) => string;
  readonly linkExpiry: (minutes: string) => string;
  /** Opens a QR code that takes the link to a phone. */
  readonly phoneTitle: string;
  readonly phoneText: string;
  /** What the picture is, for those who do not see it. */
  readonly phoneLabel: string;

  readonly movingTitle: (integrationName: string) => string;
  readonly movingText: string;
  readonly movingAction: (integrationName: string) => string;

  readonly formTitle: (named: Named) => string;
  readonly formLead: (named: Named & { readonly purpose: string }) => string;
  readonly formOptional: string;
  readonly formPrivacy: (named: Named) => string;
  readonly formManage: (integrationName: string) => string;
  readonly formAction: string;
  readonly formErrorTitle: string;
  /** E10 */
  readonly fieldProblem: (field: Field, reason: FieldProblem) => string;
  /** E11 */
  /** `elsewhere`: other places at which the account may live. */
  readonly keyRefused: (integrationName: string, triesLeft: number, elsewhere?: readonly string[]) => string;
  /** E7, where nothing has been connected yet */
  readonly unreachable: (integrationName: string) => string;

  readonly siteTitle: (noun: string) => string;
  readonly siteLead: (named: Named & { readonly noun: string }) => string;
  readonly siteMissing: (noun: string) => string;
  readonly siteAction: string;

  readonly codeTitle: string;
  readonly codeLabel: string;
  readonly copyAction: string;
  /** After that button. */
  readonly copyDone: string;
  readonly codeRule: (botName: string) => string;
  /** A link that looks again. */
  readonly codeTypedAction: string;
  readonly accountLabel: (integrationName: string) => string;
  readonly siteLabel: string;
  readonly codeExpiry: (minutes: string) => string;
  readonly notYouTitle: string;
  readonly notYouText: (named: Named & { readonly minutes: string }) => string;
  readonly manageAction: (integrationName: string) => string;

  readonly connectedTitle: (integrationName: string) => string;
  readonly connectedText: (named: Named & { readonly account: string }) => string;
  readonly workingTitle: string;
  readonly workingText: (integrationName: string) => string;
  readonly workingAction: string;

  readonly ended: (why: EndReason, named: Named & { readonly ref: string | undefined }) => Ending;
  /** Below an ending that only the people who run the bot can change, where the deployment names somebody. */
  readonly askContact: (contact: string) => string;
  readonly backToChat: (botName: string) => string;
  /** For a developer who began it in the console. */
  readonly sharedText: (named: Named & { readonly account: string }) => string;
  readonly sharedEnded: (why: EndReason, integrationName: string) => string;
  readonly backToConsole: string;

  /** E1, for every link that cannot be used, whatever the reason. */
  readonly goneTitle: string;
  readonly gone: string;
  readonly unknownTenantTitle: string;
  readonly unknownTenant: (integrationName: string) => string;
  /** Shown when another browser is using the link. Opening it here changes nothing. */
  readonly inUseTitle: string;
  readonly inUse: string;
  /** E2 */
  readonly otherBrowserTitle: string;
  readonly otherBrowser: string;
  /** E2, for a browser that came back from the product without its cookie, as in some apps. */
  readonly returned: (named: Named) => string;
  readonly returnedSteps: (named: Named) => readonly string[];
  readonly returnedAction: string;
  /** After that button. */
  readonly newLinkTitle: string;
  readonly newLink: (botName: string) => string;
  /** E12 */
  readonly failedTitle: string;
  readonly failed: (ref: string) => string;
  /** E13 */
  /** The process is about to end, and another one takes over. */
  readonly restartingTitle: string;
  readonly restarting: string;
  readonly tooManyTitle: string;
  readonly tooMany: (minutes: string) => string;
  /** E15 */
  readonly unavailableTitle: string;
  readonly unavailable: string;
}

import type { EndReason } from '../../model/authorization.ts';
import type { Field, FieldProblem } from '../../model/field.ts';

/** The names on a page. */
export interface Named {
  readonly integrationName: string;
  readonly botName: string;
}

/** How an attempt ended, in words. */
export interface Ending {
  readonly title: string;
  readonly text: string;
  /** The product may still list an access that is not used. */
  readonly mayLeaveAccess?: boolean;
}

/**
 * Everything the pages show in one language, as plain text. A deployment can override each member
 * (`createAuthorizer({ pageTexts })`). "I" is the bot, as in the chat. Pages never show text that a product responded with.
 */
export interface PageTexts {
  /** BCP 47, for `<html lang>`. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Put before the page's title while its form has an error. */
  readonly errorPrefix: string;
  readonly footer: string;
  /** The bot's name in the head of the page. */
  readonly brand: (botName: string) => string;
  /** "10 minutes" */
  readonly minutes: (count: number) => string;
  /** The name of a channel, from its id: "Microsoft Teams". */
  readonly channel: (id: string) => string;

  readonly connectTitle: (named: Named) => string;
  /** `purpose` is the purpose of the action, such as "create the issue". */
  readonly connectLead: (named: Named & { readonly purpose: string }) => string;
  /** Before the name of the person who asked. */
  readonly ownerLabel: string;
  /** "in Microsoft Teams" */
  readonly inChannel: (channel: string) => string;
  /** What the bot can do after this. */
  readonly connectConsequence: (named: Named & { readonly ownerName: string }) => string;
  /** Before the list of permissions. */
  readonly permissionsLabel: (named: Named) => string;
  /** Instead of that list, for a key. */
  readonly keyPermissions: (named: Named) => string;
  /** Warns people who received the link from somebody else. */
  readonly connectCaution: (named: Named) => string;
  /** Before the steps that follow. */
  readonly nextLabel: string;
  readonly nextSignIn: (named: Named) => string;
  readonly nextEnterKey: (named: Named) => string;
  readonly nextCode: string;
  readonly nextTypeCode: (named: Named) => string;
  readonly nextDone: (named: Named) => string;
  /** `leavesFor`: the product, or our form for a key. */
  readonly connectAction: (named: Named & { readonly leavesFor: 'product' | 'form' }) => string;
  /** `minutes` as `minutes()` returns them. */
  readonly linkExpiry: (minutes: string) => string;
  /** Opens a QR code that takes the link to a phone. */
  readonly phoneTitle: string;
  readonly phoneText: string;
  /** Describes the QR code to people who cannot see it. */
  readonly phoneLabel: string;

  /** The page between ours and the product. Browsers leave it by themselves. */
  readonly movingTitle: (integrationName: string) => string;
  readonly movingText: string;
  readonly movingAction: (integrationName: string) => string;

  readonly formTitle: (named: Named) => string;
  readonly formLead: (named: Named & { readonly purpose: string }) => string;
  readonly formOptional: string;
  readonly formPrivacy: (named: Named) => string;
  /** Link to the product's page with the key. */
  readonly formManage: (integrationName: string) => string;
  readonly formAction: string;
  /** Before the list of errors. */
  readonly formErrorTitle: string;
  /** Why an entry cannot be used. */
  readonly fieldProblem: (field: Field, reason: FieldProblem) => string;
  /** The product rejected the key. `elsewhere` names other regions that the account may belong to. */
  readonly keyRefused: (integrationName: string, triesLeft: number, elsewhere?: readonly string[]) => string;
  /** The product did not respond, and nothing is connected yet. */
  readonly unreachable: (integrationName: string) => string;

  /** `noun` is what the product calls a site. */
  readonly siteTitle: (noun: string) => string;
  readonly siteLead: (named: Named & { readonly noun: string }) => string;
  readonly siteMissing: (noun: string) => string;
  readonly siteAction: string;

  readonly codeTitle: string;
  /** Read to people who cannot see the code. */
  readonly codeLabel: string;
  readonly copyAction: string;
  /** After the code was copied. */
  readonly copyDone: string;
  readonly codeRule: (botName: string) => string;
  /** Link that loads the page again. */
  readonly codeTypedAction: string;
  /** Before the account that was connected. */
  readonly accountLabel: (integrationName: string) => string;
  readonly siteLabel: string;
  readonly codeExpiry: (minutes: string) => string;
  /** Before what to do if somebody else would get the access. */
  readonly notYouTitle: string;
  readonly notYouText: (named: Named & { readonly minutes: string }) => string;
  /** Link to the product's page at which access is removed. */
  readonly manageAction: (integrationName: string) => string;

  readonly connectedTitle: (integrationName: string) => string;
  readonly connectedText: (named: Named & { readonly account: string }) => string;
  /** Shown while another request finishes the sign-in. */
  readonly workingTitle: string;
  readonly workingText: (integrationName: string) => string;
  readonly workingAction: string;

  /** How an attempt ended. `ref` is the reference in the log. */
  readonly ended: (why: EndReason, named: Named & { readonly ref: string | undefined }) => Ending;
  /** Added to an ending that only the people who run the bot can fix, if `createAuthorizer({ contact })` names somebody. */
  readonly askContact: (contact: string) => string;
  readonly backToChat: (botName: string) => string;
  /** For a developer who connected an account in the console. */
  readonly sharedText: (named: Named & { readonly account: string }) => string;
  /** The same when it failed. */
  readonly sharedEnded: (why: EndReason, integrationName: string) => string;
  readonly backToConsole: string;

  /** For every link that cannot be used, whatever the reason. */
  readonly goneTitle: string;
  readonly gone: string;
  /** The bot has no app registered for this address of the product. */
  readonly unknownTenantTitle: string;
  readonly unknownTenant: (integrationName: string) => string;
  /** Another browser is using the link. Opening it here changes nothing. */
  readonly inUseTitle: string;
  readonly inUse: string;
  /** Another browser tried to continue, so the attempt has ended. */
  readonly otherBrowserTitle: string;
  readonly otherBrowser: string;
  /** The browser came back from the product without its cookie, as in-app browsers do. */
  readonly returned: (named: Named) => string;
  readonly returnedSteps: (named: Named) => readonly string[];
  readonly returnedAction: string;
  /** After the new link was requested. */
  readonly newLinkTitle: string;
  readonly newLink: (botName: string) => string;
  /** An error of ours. */
  readonly failedTitle: string;
  readonly failed: (ref: string) => string;
  /** The process is about to end, and another one takes over. */
  readonly restartingTitle: string;
  readonly restarting: string;
  readonly tooManyTitle: string;
  readonly tooMany: (minutes: string) => string;
  /** A path without a page. */
  readonly unavailableTitle: string;
  readonly unavailable: string;
}

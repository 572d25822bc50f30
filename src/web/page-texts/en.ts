import { grammarOf } from '../../languages/grammar.ts';
import { UNNAMED_BOT } from '../../languages/unnamed-bot.ts';
import type { Field, FieldProblem } from '../../model/field.ts';
import type { PageTexts } from './page-texts.ts';

const grammar = grammarOf('en');

const CHANNELS: Readonly<Record<string, string>> = {
  msteams: 'Microsoft Teams',
  webchat: 'Web Chat',
  directline: 'Web Chat',
  slack: 'Slack',
  telegram: 'Telegram',
  facebook: 'Messenger',
  line: 'LINE',
  sms: 'text messages',
  email: 'e-mail',
  emulator: 'the Bot Framework Emulator',
};

const GONE =
  "This link has expired, was already used, or a newer one has replaced it. Ask me again and I'll send a new one.";
const OTHER_BROWSER = 'This link was opened in another browser. For your safety I stopped it. Ask me for a new one.';

export const englishPageTexts: PageTexts = {
  lang: 'en',
  dir: 'ltr',
  errorPrefix: 'Error: ',
  footer: 'Secured by Latchkey',
  brand: atStart,
  minutes: grammar.minutes,
  channel: (id) => (Object.hasOwn(CHANNELS, id) ? (CHANNELS[id] ?? id) : id),

  connectTitle: ({ integrationName, botName }) => `Connect ${integrationName} to ${botName}`,
  connectLead: ({ integrationName, botName, purpose }) =>
    `${atStart(botName)} needs access to ${integrationName} to ${purpose}.`,
  ownerLabel: 'Asked for by',
  inChannel: (channel) => `in ${channel}`,
  connectConsequence: ({ integrationName, botName, ownerName }) =>
    `If you continue, ${botName} can use your ${integrationName} account for what ${ownerName} asks.`,
  permissionsLabel: ({ botName }) => `${atStart(botName)} will be able to`,
  keyPermissions: ({ integrationName }) => `Do whatever your key or account at ${integrationName} allows`,
  connectCaution: ({ botName }) => `If you did not ask ${botName} for this in your own chat, close this page.`,
  nextLabel: 'What happens next',
  nextSignIn: ({ integrationName }) => `You sign in to ${integrationName} and allow the access.`,
  nextEnterKey: ({ integrationName }) => `You enter your ${integrationName} details on the next page.`,
  nextCode: 'This browser shows you a code.',
  nextTypeCode: ({ botName }) => `You type the code in your chat with ${botName}, which then continues.`,
  nextDone: ({ botName }) => `${atStart(botName)} continues in your chat.`,
  connectAction: ({ integrationName, leavesFor }) =>
    leavesFor === 'product' ? `Continue to ${integrationName}` : 'Continue',
  linkExpiry: (minutes) => `This page can be used for another ${minutes}, once.`,
  phoneTitle: 'Continue on your phone',
  phoneText:
    "Scan this with your phone's camera, then continue there. It contains the link to this page, which is only for you: don't show it to anybody else.",
  phoneLabel: 'QR code with the link to this page',

  movingTitle: (integrationName) => `Taking you to ${integrationName}`,
  movingText: 'If nothing happens, use the button.',
  movingAction: (integrationName) => `Continue to ${integrationName}`,

  formTitle: ({ integrationName }) => `Enter your ${integrationName} details`,
  formLead: ({ integrationName, botName, purpose }) =>
    `${atStart(botName)} needs access to ${integrationName} to ${purpose}.`,
  formOptional: 'optional',
  formPrivacy: ({ integrationName, botName }) =>
    `${atStart(botName)} checks this with ${integrationName} and keeps it encrypted. It is never shown again, not even in the chat.`,
  formManage: (integrationName) => `Open ${integrationName} to look it up`,
  formAction: 'Connect',
  formErrorTitle: 'Please check this',
  fieldProblem: (field, reason) =>
    reason === 'missing'
      ? `Enter your ${field.title}.`
      : `That doesn't look like ${withArticle(field.title)}: ${problemInWords(field, reason)}.`,
  keyRefused: (integrationName, triesLeft, elsewhere = []) =>
    `${integrationName} rejected this key. Nothing was saved.${perhaps(elsewhere)} You have ${grammar.plural(triesLeft, { one: '# try', other: '# tries' })} left.`,
  unreachable: (integrationName) =>
    `${integrationName} isn't answering right now. Nothing was saved. Try again in a few minutes.`,

  siteTitle: (noun) => `Choose a ${noun}`,
  siteLead: ({ integrationName, botName, noun }) =>
    `Your ${integrationName} account has access to more than one ${noun}. ${atStart(botName)} will use only the one you choose.`,
  siteMissing: (noun) => `Choose one ${noun} to continue.`,
  siteAction: 'Continue',

  codeTitle: 'Type this code in your chat',
  codeLabel: 'Your code',
  copyAction: 'Copy the code',
  copyDone: 'Copied',
  codeTypedAction: "I've typed it",
  codeRule: (botName) => `Type this code only in your chat with ${botName}. Nobody else will ask you for it.`,
  accountLabel: (integrationName) => `${integrationName} account`,
  siteLabel: 'Site',
  codeExpiry: (minutes) => `The code works for another ${minutes}.`,
  notYouTitle: 'Not you, or not your account?',
  notYouText: ({ botName, minutes }) =>
    `Close this page and don't give the code to anybody. Until it is typed, ${botName} cannot use anything, and in ${minutes} everything is deleted.`,
  manageAction: (integrationName) => `Manage access at ${integrationName}`,

  connectedTitle: (integrationName) => `${integrationName} is connected`,
  connectedText: ({ integrationName, account }) => `Connected to ${integrationName} as ${account}.`,
  workingTitle: 'Just a moment',
  workingText: (integrationName) => `Finishing with ${integrationName}. This page continues by itself.`,
  workingAction: 'Check again',

  ended: (why, { integrationName, botName, ref }) => {
    const reference = ref === undefined ? '' : ` (${ref})`;
    switch (why) {
      case 'expired':
        return { title: 'This link has expired', text: GONE, mayLeaveAccess: true };
      case 'denied':
        return {
          title: 'Not connected',
          text: `${integrationName} didn't give access: it was cancelled or declined there. Nothing was saved. Say "retry" in the chat to try again.`,
        };
      case 'admin_refused':
        return {
          title: 'Not connected',
          text: `An administrator of your ${integrationName} account has not allowed ${botName}. Nothing was saved. Ask them to allow it, then say "retry" in the chat.`,
        };
      case 'product_failed':
        return {
          title: 'Not connected',
          text: `Something went wrong at ${integrationName} during the sign-in${reference}. Nothing was saved. Say "retry" in the chat to try again.`,
        };
      case 'product_busy':
        return {
          title: 'Not connected',
          text: `${integrationName} can't sign anybody in right now${reference}. Nothing was saved. Wait a few minutes, then say "retry" in the chat.`,
        };
      case 'scope_refused':
        return {
          title: 'Not connected',
          text: `${integrationName} doesn't give ${botName} the permissions that it asks for${reference}. Nothing was saved. This is not your fault: tell the people who run ${botName}.`,
        };
      case 'client_refused':
        return {
          title: 'Not connected',
          text: `${integrationName} doesn't let ${botName} sign people in${reference}. Nothing was saved. This is not your fault: tell the people who run ${botName}.`,
        };
      case 'refused':
        return {
          title: 'Not connected',
          text: `${integrationName} didn't accept the sign-in${reference}. Nothing was saved. Say "retry" in the chat to try again.`,
        };
      case 'unreachable':
        return {
          title: 'Not connected',
          text: `${integrationName} isn't answering right now. Nothing was saved. Try again in a few minutes.`,
        };
      case 'misconfigured':
        return {
          title: 'Not connected',
          text: `${integrationName} didn't accept how ${botName} is set up${reference}. Nothing was saved. This is not your fault: tell the people who run ${botName}.`,
        };
      case 'interrupted':
        return {
          title: 'Not connected',
          text: 'The sign-in was interrupted on my side. Nothing was saved. Say "retry" in the chat to try again.',
          mayLeaveAccess: true,
        };
      case 'no_site':
        return {
          title: 'Not connected',
          text: `This ${integrationName} account has nothing that ${botName} can work with. Nothing was saved. Try again with another account.`,
          mayLeaveAccess: true,
        };
      case 'other_browser':
        return { title: 'Stopped for your safety', text: OTHER_BROWSER };
      case 'cancelled':
        return { title: 'Cancelled', text: 'You cancelled in the chat. Nothing was saved.', mayLeaveAccess: true };
      case 'code_seen':
        return {
          title: 'Others could read your code',
          text: 'The code was typed where others can read it, so I deleted what was connected. Ask me again in our own chat.',
          mayLeaveAccess: true,
        };
      case 'withdrawn':
        return {
          title: 'Not connected',
          text: `The people who run ${botName} changed how ${integrationName} is set up. Nothing was saved. Ask them for help.`,
          mayLeaveAccess: true,
        };
      case 'stopped':
        return {
          title: 'Ended',
          text: `The people who run ${botName} ended this sign-in. Nothing was saved. Ask them, or say "retry" in the chat.`,
          mayLeaveAccess: true,
        };
      case 'crowded_out':
        return {
          title: 'Please ask again',
          text: 'Too many people asked at the same time, so this link was withdrawn. Ask again in your chat.',
        };
      case 'superseded':
        return {
          title: 'There is a newer link',
          text: 'You asked again in the meantime. Use the newest link in your chat.',
          mayLeaveAccess: true,
        };
      case 'wrong_codes':
        return {
          title: 'Too many wrong codes',
          text: "I deleted what was connected. Start again when you're ready.",
          mayLeaveAccess: true,
        };
      case 'wrong_credentials':
        return {
          title: 'Not connected',
          text: `${integrationName} rejected what was entered too many times. Nothing was saved. Say "retry" in the chat to try again.`,
        };
    }
  },
  askContact: (contact) => `Ask ${contact}.`,
  backToChat: (botName) => `You can close this page and go back to your chat with ${botName}.`,
  sharedText: ({ integrationName, botName, account }) =>
    `${atStart(botName)} can act as ${account} at ${integrationName}. Next, choose who this is for.`,
  sharedEnded: (why, integrationName) => {
    switch (why) {
      case 'denied':
        return `The access was not allowed at ${integrationName}. Nothing was saved.`;
      case 'admin_refused':
        return `An administrator at ${integrationName} has not allowed this app. Nothing was saved.`;
      case 'product_failed':
        return `Something went wrong at ${integrationName} during the sign-in. Nothing was saved. Try again.`;
      case 'product_busy':
        return `${integrationName} can't sign anybody in right now. Nothing was saved. Try again in a few minutes.`;
      case 'scope_refused':
        return `${integrationName} doesn't know or doesn't allow one of the profile's scopes. Nothing was saved.`;
      case 'client_refused':
        return `${integrationName} doesn't let this client sign people in: it may be unapproved, suspended or of another kind. Nothing was saved.`;
      case 'misconfigured':
        return `${integrationName} did not accept the client ID, the client secret or the callback URL of the profile. Nothing was saved.`;
      case 'unreachable':
        return `${integrationName} isn't answering right now. Nothing was saved.`;
      case 'no_site':
        return `This ${integrationName} account has nothing that the bot can work with. Nothing was saved.`;
      default:
        return `The sign-in at ${integrationName} was not finished. Nothing was saved.`;
    }
  },
  backToConsole: 'Back to the console',

  goneTitle: 'This link cannot be used',
  gone: GONE,
  unknownTenantTitle: 'Not set up for this address',
  unknownTenant: (integrationName) =>
    `I am not set up for this ${integrationName} address. Check it, or ask the people who run me to register it.`,
  inUseTitle: 'In use in another browser',
  inUse:
    'This link is already in use in another browser, so you cannot use it here. Nothing has changed. Continue in the other browser, on whatever device it is. If there is no other one, this browser does not keep cookies: say "new link" in the chat, and open that link in your usual browser.',
  otherBrowserTitle: 'Stopped for your safety',
  otherBrowser: OTHER_BROWSER,
  returned: ({ integrationName }) =>
    `You came back from ${integrationName} in a different browser than the one you started in. Some apps have their own browser, which does not keep cookies. For your safety I stopped here. Nothing was saved.`,
  returnedSteps: ({ botName }) => [
    `Press the button. I'll send a new link to the chat with ${botName}, once.`,
    'Open that link in your usual browser, such as Safari, Chrome, Edge or Firefox: press and hold it, then choose to open it in the browser.',
    'Stay in that browser until it shows you the code.',
  ],
  returnedAction: 'Send a new link to the chat',
  newLinkTitle: 'Look in your chat',
  newLink: (botName) =>
    `The new link is in your chat with ${botName}, or will be in a moment. Open it in your usual browser. If it isn't there, say "retry" in the chat.`,
  failedTitle: 'Something went wrong',
  failed: (ref) => `Something went wrong on my side (${ref}). Go back to the chat to see what was done.`,
  restartingTitle: 'One moment',
  restarting: 'I am restarting. Nothing was lost. Reload this page in a few seconds.',
  tooManyTitle: 'Please wait',
  tooMany: (minutes) => `Too many requests. Wait ${minutes}.`,
  unavailableTitle: 'Page not available',
  unavailable: "This page isn't available. Go back to the chat.",
};

function perhaps(elsewhere: readonly string[]): string {
  if (elsewhere.length === 0) return '';
  return ` A key works only where its account lives: if that is ${grammar.or(elsewhere)}, choose it.`;
}

/** The name a bot has when it was given none, "this bot", at the start of a sentence. */
function atStart(botName: string): string {
  return botName === UNNAMED_BOT ? 'This bot' : botName;
}

function withArticle(noun: string): string {
  return `${/^[aeio]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

function problemInWords({ shape }: Field, reason: Exclude<FieldProblem, 'missing'>): string {
  switch (reason) {
    case 'too_long':
      return 'it is too long';
    case 'not_printable':
      return 'it contains invalid characters';
    case 'not_a_choice':
      return 'it is not one of the choices';
    case 'nobody_there':
      return 'nobody has this address there';
    case 'has_colon':
      return 'it cannot contain a colon';
    case 'foreign_host':
      return shape === undefined ? 'it belongs to another product' : `it should ${shape}`;
    case 'wrong_shape':
      return shape === undefined ? 'check that you copied all of it, and nothing else' : `it should ${shape}`;
  }
}

import type { ConnectRefusal } from '../flows/access.ts';
import type { ActionFailure } from '../flows/run-action.ts';
import { grammarOf } from '../languages/grammar.ts';
import type { EndReason } from '../model/authorization.ts';
import type { Field, FieldProblem } from '../model/field.ts';
import type { FormQuestion } from '../model/form-question.ts';
import type { InputProblem } from '../model/input-problem.ts';
import type { News } from '../model/notice.ts';
import { shownName } from '../model/shown-name.ts';
import { escapeMarkdown, nameInChat } from './name-in-chat.ts';
import type { Texts } from './texts.ts';

const { plural, and, or, date, minutes, duration } = grammarOf('en', 'en-GB');

/** No text contains a product's own message or a secret that a person typed. */
export const englishTexts: Texts = {
  dir: 'ltr',
  // asking
  needsAccess: (product: string, purpose: string) => `I need access to your ${product} account to ${purpose}.`,
  connectionEnded: (product: string, purpose: string) =>
    `Your connection to ${product} has ended. Please connect again, so that I can ${purpose}.`,
  needsMoreAccess: (product: string, purpose: string, permissions: readonly string[]) =>
    `To ${purpose}, I need a permission at ${product} that your connection does not have${permissions.length === 0 ? '' : `: ${and(permissions)}`}. Please connect again.`,
  linkAskedOnPage: (product: string) =>
    `You came back from ${product} in another browser, or in an app's own browser that keeps no cookies, so I stopped. Here is the new link that you asked for there. Open it in your usual browser, and stay in that browser until you see the code. If it wasn't you who asked, say *cancel*.`,
  linkExplanation: (product: string) =>
    `Open the page, sign in to ${product} and come back with the code that the page shows. The link is only for you and works for 10 minutes.`,
  linkExplanationNoCode: (product: string) =>
    `Open the page and sign in to ${product}. The link is only for you and works for 10 minutes.`,
  keyPageExplanation: (product: string) =>
    `Open the page, enter your ${product} key there and come back with the code that the page shows. Don't type the key here. The link is only for you and works for 10 minutes.`,
  keyPageExplanationNoCode: (product: string) =>
    `Open the page and enter your ${product} key there. Don't type the key here. The link is only for you and works for 10 minutes.`,
  connectButton: (product: string) => `Connect ${product}`,
  credentialExplanation: (product: string) =>
    `I check your entry with ${product} and store it encrypted. The chat's history may keep what you send here; the page does not.`,
  submitButton: 'Connect',
  pageButton: 'Enter it on a page instead',
  cardClosed: (product: string, how: 'connected' | 'cancelled' | 'replaced' | 'over') => CLOSED_CARDS[how](product),
  fieldMissing: (title: string) => `Please enter your ${title}.`,
  joined: (title: string, product: string) => `I'll do this as soon as you have connected ${product}: ${title}.`,
  inBrowser: (product: string) =>
    `You are connecting ${product} in the browser already. Finish there, or say *new link* to start over.`,
  stillWaiting: (product: string) =>
    `I'm still waiting for you to connect ${product}. Say *new link* for a fresh link, or *cancel* to stop.`,
  awaitingCode: (product: string) =>
    `I'm still waiting for the code to connect ${product}. Type the code that the page shows, by itself, like BCTK-KLTK. Say *new link* to start over, or *cancel* to stop.`,
  stillWaitingForKey: (product: string) =>
    `I'm still waiting for you to connect ${product}. Fill in the card above, say *start over* for a new one, or *cancel* to stop.`,
  connectHelp: (product: string) =>
    `I can go on once ${product} is connected: open the link, do what the page asks, and type the code that it shows here. *new link* sends a fresh link, *cancel* stops.`,
  connectHelpForKey: (product: string) =>
    `I can go on once ${product} is connected: fill in the card above and press its button. *start over* sends a new one, *cancel* stops.`,
  whichMethod: (product: string) => `How do you want to connect ${product}?`,
  methodEnds: (title: string, day: string, product: string) =>
    `${product} switches “${title}” off on ${date(Date.parse(day))}. It works until then.`,
  connectPurpose: 'do what you ask me for there',
  groupRefused: "I don't connect accounts in a group, where others read along. Message me directly and ask again.",
  openPersonalChat: 'Open our chat',
  contact: 'the owner of this bot',
  cannotConnect: (product: string, why: ConnectRefusal, contact: string) => CONNECT_REFUSALS[why](product, contact),
  notAllowed: (contact: string) => `You're not allowed to use this here. Ask ${contact}.`,
  tooMany: (count: number) => `Too many requests. Wait ${minutes(count)}.`,

  // connecting
  connected: (product: string, account: string, id: string) =>
    `Connected to ${product} as **${nameInChat(account)}**. Not you? Type *disconnect ${id}*.`,
  otherSites: (sites: readonly string[], id: string) =>
    `You also gave me access to ${sites.map(nameInChat).join(', ')}: say *use ${id} ${escapeMarkdown(shownName(sites[0] ?? ''))}* to switch.`,
  trimmed: 'I removed the spaces around it.',
  wrongCode: (triesLeft: number) =>
    triesLeft === 0
      ? "Too many wrong codes. I deleted what was connected. Start again when you're ready."
      : `That code isn't right. ${triesLeftText(triesLeft)}`,
  noCodeAwaited:
    "I'm not waiting for a code from you. If somebody asked you to type it here, don't: that's a known trick.",
  codeSeen: (product: string) =>
    `Others can read your code here, so it no longer works, and I deleted what was connected. To connect ${product}, ask me again in our own chat.`,
  codeOfOtherChat: (product: string) =>
    `Type that code in the chat where you asked for ${product}. I don't take it here.`,
  codeOver: (product: string) =>
    `That code for ${product} no longer works: it was used already, or it is too old. If something is still missing, ask me again.`,
  invalidField: (field: Field, problem: FieldProblem) =>
    `That doesn't look like ${withArticle(field.title)}: ${FIELD_PROBLEMS[problem]}.`,
  credentialRefused: (product: string, triesLeft: number, elsewhere: readonly string[] = []) =>
    triesLeft === 0
      ? `${product} rejected this key. Nothing was saved. That was the last try; ask me again when you have the right one.`
      : `${product} rejected this key. Nothing was saved.${perhaps(elsewhere)} ${triesLeftText(triesLeft)}`,
  productUnreachable: (product: string) =>
    `${product} isn't answering right now. Nothing was saved. Try again in a few minutes.`,
  attemptGone: 'That is no longer open. Ask me again and I’ll send a new one.',
  notAskedNow: "I'm not waiting for your answer to that question.",
  typedKeyStays: 'The message with your key is still in this chat’s history: delete it there.',
  secretInside:
    'That looks like a key or password. I removed it and did not use it. Fill in the card above, or send the key by itself if it is the only thing the card asks for. Delete your message if you can.',
  unaskedSecret:
    'That looks like a secret, but I did not ask for one. I did not keep it. Delete your message if you can, and replace the key.',

  // endings
  ended: (product: string, why: EndReason, ref: string | undefined, contact: string) =>
    ENDINGS[why](product, ref ?? '', contact),
  cancelled: (what: string) => `OK, I've stopped: ${escapeMarkdown(what)}. Nothing was saved.`,
  nothingToCancel: 'There is nothing to cancel.',

  // actions
  confirmDestructive: (product: string, purpose: string, inputs: readonly string[]) =>
    `Really ${[purpose, inputs.map(inSentence).join(', ')].filter(Boolean).join(' ')} in ${product}? This can't be undone. Say *yes* to go on.`,
  cancelledAll: (titles: readonly string[]) =>
    `OK, I've stopped: ${titles.map((title) => escapeMarkdown(title)).join('; ')}. Nothing was saved.`,
  notDone: (purpose: string | undefined, product: string, isConnected: boolean) =>
    `${purpose === undefined ? 'OK, cancelled.' : `OK, I won't ${purpose}.`}${isConnected ? ` ${product} stays connected.` : ''}`,
  working: 'One moment …',
  tooOld: 'Your earlier request is too old to continue. Please ask again.',
  interrupted: (title: string) =>
    `I was interrupted while I did this: ${title}. I don't know whether it worked; please look before you ask again.`,
  stillRefused: (product: string) =>
    `${product} still refuses the connection you just made. I've stopped here, so that you are not asked again and again. Check your rights at ${product}.`,
  actionFailed: (
    product: string,
    failure: Pick<ActionFailure, 'why' | 'ref' | 'text' | 'retryAfter'>,
    contact: string,
  ) => failure.text ?? FAILURES[failure.why](product, failure.ref, failure.retryAfter, contact),
  retryHint: 'Say *retry* to try again.',
  openButton: 'Open',
  actingAs: (product: string, account: string) => `Done with this bot's ${product} account, ${nameInChat(account)}.`,
  askInput: (title: string, hint: string | undefined) => (hint === undefined ? title : `${title} (${hint})`),
  inputProblem,
  formIntroduction: (count: number) =>
    `I have ${plural(count, { one: '# question', other: '# questions' })} for you. Say *cancel* to stop; nothing is sent then.`,
  formProgress: (title: string, number: number, count: number) => `${number}/${count} ${title}`,
  formExpected: (kind: FormQuestion['kind'], max: number, example: string) => EXPECTED[kind](max, example),
  moreItems: (count: number) => `… and ${count} more`,
  canSay: (sentences: readonly string[]) => `You can say: ${sentences.map((one) => `“${one}”`).join(', ')}`,
  // what buttons say for the person
  sayNewLink: 'new link',
  sayStartOver: 'start over',
  sayCancel: 'cancel',
  sayRetry: 'retry',
  sayYes: 'yes',
  sayNo: 'no',
  sayDisconnect: (named: string) => `disconnect ${named}`,
  sayReconnect: (named: string) => `reconnect ${named}`,
  sayUse: (named: string) => `use ${named}`,
  skip: 'skip',
  formPart: (part: string) => FORM_PARTS[part] ?? part,
  formReview: (lines: readonly { readonly title: string; readonly answer: string }[]) =>
    [
      'Please check your answers:',
      ...lines.map(({ title, answer }, at) => `${at + 1}. ${escapeMarkdown(title)}: ${escapeMarkdown(answer) || '–'}`),
      'Say *send* to send them, or a number to change that answer.',
    ].join('\n'),
  formChange:
    'Which answer should I change? Say its number, *send* to send them as they are, or *cancel* to send nothing.',
  formSend: 'send',
  answerButton: 'OK',

  // connections
  noConnections: 'You have not connected anything yet.',
  connectionsInGroup: 'I show your connections only in a personal chat.',
  connectionsTitle: 'Your connections',
  connectionState: (status: 'active' | 'needs_reauth') =>
    status === 'active' ? 'Connected' : 'Needs to be connected again',
  connectionInUse: 'In use',
  whichConnection: (product: string) => `You have several ${product} accounts. Which one?`,
  nowUsing: (product: string, account: string) => `OK, for ${product} I use ${nameInChat(account)} from now on.`,
  noSuchAccount: (product: string, names: readonly string[]) =>
    names.length === 0
      ? `I couldn't find that account or site in ${product}.`
      : `I couldn't find that account or site in ${product}. You can choose ${names.map(nameInChat).join(', ')}.`,
  siteRefused: (product: string, site: string) =>
    `Your ${product} account has no access to ${nameInChat(site)}. Nothing was changed.`,
  siteUnreachable: (product: string) =>
    `${product} isn't answering right now. Nothing was changed. Try again in a few minutes.`,
  notConnected: (product: string) => `${product} is not connected.`,
  unknownProduct: (name: string) => `I don't know a product called “${nameInChat(name)}”.`,
  disconnected: (
    product: string,
    atProduct: 'revoked' | 'queued' | 'unsupported' | 'in_use',
    manageUrl: string | undefined,
  ) => {
    if (atProduct === 'revoked') return `Removed. ${product} confirmed.`;
    if (atProduct === 'in_use')
      return `Removed here. Your access at ${product} stays: another connection to this account uses it.`;
    if (atProduct === 'queued') return `Removed here. ${product} couldn't be reached; I'll keep trying for 24 hours.`;
    if (manageUrl !== undefined)
      return `Removed here. To end the access at ${product} too, delete the key, or this bot's access, at ${manageUrl}`;
    return `Removed here. To end the access at ${product} too, delete the key, or this bot's access, there.`;
  },
  connectionNews: (product: string, account: string, news: News) =>
    connectionNews(account === '' ? product : `${product} (${nameInChat(account)})`, product, news),
  somethingWrong: (ref: string) =>
    `Something went wrong on my side (${ref}). What you asked for may have been done: please look before you ask again.`,
  restarting: "I'm restarting and didn't read your message. Please send it again in a few seconds.",
};

/** Several words that a person typed are quoted, so that they do not run into the sentence. */
function inSentence(typed: string): string {
  const shown = escapeMarkdown(typed);
  return /\s/.test(typed.trim()) ? `“${shown}”` : shown;
}

function inputProblem(problem: InputProblem): string {
  switch (problem.why) {
    case 'said':
      return problem.text;
    case 'not_a_kind':
      return NOT_A_KIND[problem.kind](problem.example);
    case 'not_whole':
      return 'Please give a whole number.';
    case 'too_small':
      return problem.isIncluded
        ? `That is too small. The minimum is ${problem.limit}.`
        : `That is too small. It must be more than ${problem.limit}.`;
    case 'too_large':
      return problem.isIncluded
        ? `That is too large. The maximum is ${problem.limit}.`
        : `That is too large. It must be less than ${problem.limit}.`;
    case 'no_multiple':
      return `Please give a multiple of ${problem.of}.`;
    case 'too_short':
      return problem.limit === 1
        ? 'It cannot be empty.'
        : `That is too short. Please use at least ${problem.limit} characters.`;
    case 'too_long':
      return `That is too long. Please use at most ${problem.limit} characters.`;
    case 'too_few':
      return `Please give at least ${problem.limit}.`;
    case 'too_many':
      return `Please give at most ${problem.limit}.`;
    case 'too_early':
      return `That is too early. The first possible day is ${problem.limit}.`;
    case 'too_late':
      return `That is too late. The last possible day is ${problem.limit}.`;
    case 'no_email':
      return EXPECTED.email(0, '');
    case 'no_address':
      return 'Please give a web address, like https://example.com.';
    case 'which_day':
      return 'Which day do you mean?';
    case 'other':
      return "I can't use that. Please put it another way.";
  }
}

const NOT_A_KIND: Readonly<Record<Extract<InputProblem, { why: 'not_a_kind' }>['kind'], (example: string) => string>> =
  {
    text: () => 'I need an answer here.',
    number: (example) => `Please give a number, like ${example}.`,
    yes_no: () => 'Please say yes or no.',
    day: (example) => `Please give a day, like ${example}.`,
    date: (example) => `Please give a day, like ${example}.`,
    time: (example) => `Please give a time, like ${example}.`,
    moment: (example) => `Please give a day and a time, like ${example}.`,
    choice: () => 'Please choose one of these.',
  };

const EXPECTED: Readonly<Record<FormQuestion['kind'], (max: number, example: string) => string>> = {
  text: () => 'I need an answer here.',
  long_text: () => 'I need an answer here.',
  choice: () => 'Please choose one of these.',
  choices: () => 'Please choose one or more of these, separated by commas.',
  number: () => 'Please give a number.',
  date: (_, example) => `Please give a day, like ${example}.`,
  time: (_, example) => `Please give a time, like ${example}.`,
  email: () => 'Please give an e-mail address, like jane@example.com.',
  phone: () => 'Please give a phone number, like +43 316 123456.',
  full_name: () => 'Please give your first and last name.',
  address: () => 'Please give an address.',
  rating: (max) => `Please give a number from 1 to ${max}.`,
};

const CONNECT_REFUSALS: Readonly<Record<ConnectRefusal, (product: string, contact: string) => string>> = {
  disabled: (product, contact) => `${product} is switched off in this bot at the moment. Ask ${contact}.`,
  not_allowed: (product, contact) => `You're not allowed to use ${product} here. Ask ${contact}.`,
  preauthorized: (product) => `You don't need to connect ${product}: this bot has its own account there.`,
  not_set_up: (product, contact) => `${product} is not set up in this bot yet. Ask ${contact} to finish the set-up.`,
};

const CLOSED_CARDS: Readonly<Record<'connected' | 'cancelled' | 'replaced' | 'over', (product: string) => string>> = {
  connected: (product) => `${product}: connected`,
  cancelled: () => 'Cancelled',
  replaced: () => 'Replaced by a newer one',
  over: () => 'No longer open',
};

const FORM_PARTS: Readonly<Record<string, string>> = {
  first: 'First name',
  last: 'Last name',
  street: 'Street',
  city: 'City',
  state: 'State or region',
  postal: 'Postal code',
  country: 'Country',
};

const FIELD_PROBLEMS: Readonly<Record<FieldProblem, string>> = {
  missing: 'it is empty',
  too_long: 'it is too long',
  not_printable: 'it contains invalid characters',
  wrong_shape: "its length or its characters don't match",
  not_a_choice: 'it is not one of the choices',
  has_colon: 'it contains a colon',
  foreign_host: 'it belongs to another product',
  nobody_there: 'nobody has this address there',
};

function connectionNews(connection: string, product: string, news: News): string {
  switch (news.what) {
    case 'other_account':
      return `I've stopped using your connection to ${connection}: ${product} now answers for another account. Say *reconnect ${product}* to connect the right one.`;
    case 'ends': {
      const day = date(news.at);
      return news.why === 'unused'
        ? `Your connection to ${connection} ends on ${day}, because it has not been used for a long time. Ask me for anything in ${product} before then to keep it.`
        : `Your connection to ${connection} ends on ${day}: ${product} asks for a new sign-in by then. Say *reconnect ${product}* to keep it.`;
    }
    case 'not_revoked': {
      const where = news.manageUrl === undefined ? `in your settings at ${product}` : `at ${news.manageUrl}`;
      return `I couldn't reach ${product} for 24 hours, so my access to ${connection} may still be open there. Please remove it ${where}`;
    }
  }
}

const ENDINGS: Readonly<Record<EndReason, (product: string, ref: string, contact: string) => string>> = {
  expired: (product) =>
    `Your request to connect ${product} has expired. Nothing was saved. Say *retry* to start again.`,
  denied: (product) =>
    `${product} didn't give access: it was cancelled or declined there. Nothing was saved. Say *retry* to try again.`,
  admin_refused: (product) =>
    `An administrator of your ${product} account has not allowed this bot. Nothing was saved. Ask them to allow it, then say *retry*.`,
  refused: (product, ref) =>
    `${product} didn't accept the sign-in (${ref}). Nothing was saved. Say *retry* to try again.`,
  unreachable: (product, ref) =>
    `${product} isn't answering right now (${ref}). Nothing was saved. Say *retry* to try again.`,
  misconfigured: (product, ref, contact) =>
    `${product} refuses this bot, not you (${ref}). Nothing was saved. Ask ${contact} to fix the set-up, then say *retry*.`,
  product_failed: (product, ref) =>
    `Something went wrong at ${product} during the sign-in (${ref}). Nothing was saved. Say *retry* to try again.`,
  product_busy: (product, ref) =>
    `${product} can't sign anybody in right now (${ref}). Nothing was saved. Wait a few minutes, then say *retry*.`,
  scope_refused: (product, ref, contact) =>
    `${product} doesn't give this bot the permissions it asks for (${ref}). Nothing was saved. Ask ${contact} to change them, then say *retry*.`,
  client_refused: (product, ref, contact) =>
    `${product} doesn't let this bot sign people in (${ref}). Nothing was saved. Ask ${contact} to get it approved at ${product}, then say *retry*.`,
  interrupted: (product) => `Connecting ${product} was interrupted. Nothing was saved. Say *retry* to try again.`,
  no_site: (product) =>
    `Your ${product} account has no site that I may use. Nothing was saved. Say *retry* to sign in with another account.`,
  other_browser: (product) =>
    `The link to connect ${product} was opened in another browser. For your safety I stopped it. Say *retry* for a new one.`,
  cancelled: () => "OK, I've stopped. Nothing was saved.",
  code_seen: (product) =>
    `The code to connect ${product} was typed where others can read it, so I deleted what was connected. Say *retry* for a new link.`,
  withdrawn: (product) =>
    `The people who run this bot changed how ${product} is set up, so I stopped connecting it. Nothing was saved. Say *retry* to try again.`,
  stopped: (product, _ref, contact) =>
    `The people who run this bot ended the sign-in to ${product}. Nothing was saved. Ask ${contact}, or say *retry* to try again.`,
  crowded_out: (product) =>
    `Too many people asked at the same time, so I dropped your request to connect ${product}. Nothing was saved. Say *retry* to try again.`,
  superseded: (product) =>
    `You started to connect ${product} somewhere else, so this request no longer works. Say *retry* to do it here instead.`,
  wrong_codes: () => 'Too many wrong codes. I deleted what was connected. Say *retry* for a new link.',
  wrong_credentials: (product) =>
    `${product} rejected the key three times. Nothing was saved. Say *retry* when you have the right one.`,
};

const FAILURES: Readonly<
  Record<
    ActionFailure['why'],
    (product: string, ref: string, retryAfter: number | undefined, contact: string) => string
  >
> = {
  refused: (product, ref) => `${product} refused (${ref}).`,
  forbidden: (product) => `Your ${product} account is not allowed to do that.`,
  not_found: (product) => `${product} doesn't have that, or your account can't see it.`,
  invalid: (product, ref) => `${product} didn't accept what was asked for (${ref}).`,
  busy: (product, _ref, retryAfter) =>
    `${product} is busy and asks to wait${retryAfter === undefined ? '' : ` ${duration(retryAfter)}`}. Your connection is kept.`,
  too_large: (product) => `That is more than ${product} accepts at once. Try it with less.`,
  locked: (product) => `That is locked at ${product} right now. Your connection is kept. Try again in a few minutes.`,
  not_offered: (product, ref) => `${product} doesn't offer that any more, or not to your account (${ref}).`,
  unreachable: (product) =>
    `${product} isn't answering right now. Your connection is kept. Try again in a few minutes.`,
  unsure: (product, ref) =>
    `${product} didn't say whether it worked, so it may or may not have happened (${ref}). Look there before you ask again.`,
  error: (_product, ref) => `Something went wrong on my side (${ref}).`,
  disabled: (product, _ref, _retryAfter, contact) => CONNECT_REFUSALS.disabled(product, contact),
  not_set_up: (product, _ref, _retryAfter, contact) => CONNECT_REFUSALS.not_set_up(product, contact),
  not_allowed: (product, _ref, _retryAfter, contact) => CONNECT_REFUSALS.not_allowed(product, contact),
  shared_ended: (product, _ref, _retryAfter, contact) =>
    `This bot's own account at ${product} no longer works. Ask ${contact} to connect it again.`,
};

function triesLeftText(count: number): string {
  return `You have ${plural(count, { one: '# try', other: '# tries' })} left.`;
}

function perhaps(elsewhere: readonly string[]): string {
  if (elsewhere.length === 0) return '';
  const places = or(elsewhere.map(escapeMarkdown));
  return ` A key works only where its account lives: if that is ${places}, choose it.`;
}

function withArticle(noun: string): string {
  return `${/^[aeio]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

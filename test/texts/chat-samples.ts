import type { Texts } from 'latchkey';

/** What each entry of a table of words is called with: every variant that has a sentence of its own. */
export type Samples<Table> = {
  readonly [Name in keyof Table]: Table[Name] extends (...values: infer Values extends readonly unknown[]) => string
    ? readonly Readonly<Values>[]
    : 'a text';
};

const ENDS = Date.UTC(2027, 3, 30);
const FAILURES = [
  'refused',
  'forbidden',
  'not_found',
  'invalid',
  'busy',
  'too_large',
  'locked',
  'not_offered',
  'unreachable',
  'unsure',
  'error',
  'disabled',
  'not_set_up',
  'not_allowed',
  'shared_ended',
] as const;
const FIELD_PROBLEMS = [
  'missing',
  'too_long',
  'not_printable',
  'wrong_shape',
  'not_a_choice',
  'has_colon',
  'foreign_host',
  'nobody_there',
] as const;
const ENDINGS = [
  'expired',
  'denied',
  'admin_refused',
  'refused',
  'unreachable',
  'misconfigured',
  'product_failed',
  'product_busy',
  'scope_refused',
  'client_refused',
  'interrupted',
  'no_site',
  'other_browser',
  'cancelled',
  'withdrawn',
  'stopped',
  'code_seen',
  'superseded',
  'crowded_out',
  'wrong_codes',
  'wrong_credentials',
] as const;
const FORM_KINDS = [
  'text',
  'long_text',
  'choice',
  'choices',
  'number',
  'date',
  'time',
  'email',
  'phone',
  'full_name',
  'address',
  'rating',
] as const;
const INPUT_KINDS = ['text', 'number', 'yes_no', 'day', 'date', 'time', 'moment', 'choice'] as const;

/** `{…}` stands for what is filled in, so that nothing of a sample is mistaken for a sentence. */
export const CHAT_SAMPLES: Samples<Texts> = {
  needsAccess: [['{product}', '{purpose}']],
  connectionEnded: [['{product}', '{purpose}']],
  needsMoreAccess: [
    ['{product}', '{purpose}', []],
    ['{product}', '{purpose}', ['{a}', '{b}']],
  ],
  linkAskedOnPage: [['{product}']],
  linkExplanation: [['{product}']],
  linkExplanationNoCode: [['{product}']],
  keyPageExplanation: [['{product}']],
  keyPageExplanationNoCode: [['{product}']],
  connectButton: [['{product}']],
  credentialExplanation: [['{product}']],
  submitButton: 'a text',
  pageButton: 'a text',
  cardClosed: [
    ['{product}', 'connected'],
    ['{product}', 'cancelled'],
    ['{product}', 'replaced'],
    ['{product}', 'over'],
  ],
  fieldMissing: [['{title}']],
  joined: [['{title}', '{product}']],
  inBrowser: [['{product}']],
  stillWaiting: [['{product}']],
  awaitingCode: [['{product}']],
  stillWaitingForKey: [['{product}']],
  connectHelp: [['{product}']],
  connectHelpForKey: [['{product}']],
  whichMethod: [['{product}']],
  methodEnds: [['{title}', '2027-04-30', '{product}']],
  connectPurpose: 'a text',
  groupRefused: 'a text',
  contact: 'a text',
  cannotConnect: [
    ['{product}', 'disabled', '{contact}'],
    ['{product}', 'not_allowed', '{contact}'],
    ['{product}', 'preauthorized', '{contact}'],
    ['{product}', 'not_set_up', '{contact}'],
  ],
  notAllowed: [['{contact}']],
  tooMany: [[1], [2], [11]],
  connected: [['{product}', '{account}', 'jira']],
  otherSites: [[['acme'], 'jira']],
  trimmed: 'a text',
  typedKeyStays: 'a text',
  secretInside: 'a text',
  wrongCode: [[0], [1], [2]],
  noCodeAwaited: 'a text',
  codeSeen: [['{product}']],
  codeOfOtherChat: [['{product}']],
  codeOver: [['{product}']],
  invalidField: FIELD_PROBLEMS.map((problem) => [{ key: 'key', title: '{title}' }, problem]),
  credentialRefused: [
    ['{product}', 0],
    ['{product}', 1],
    ['{product}', 2, ['{a}', '{b}']],
  ],
  productUnreachable: [['{product}']],
  attemptGone: 'a text',
  unaskedSecret: 'a text',
  ended: ENDINGS.map((why) => ['{product}', why, '{ref}']),
  cancelled: [['{what}']],
  nothingToCancel: 'a text',
  confirmDestructive: [
    ['{product}', '{purpose}', []],
    ['{product}', '{purpose}', ['{input}']],
  ],
  cancelledAll: [[['{title}', '{title}']]],
  notDone: [['{what}']],
  working: 'a text',
  tooOld: 'a text',
  interrupted: [['{title}']],
  stillRefused: [['{product}']],
  actionFailed: [
    ...FAILURES.map((why) => ['{product}', { why, ref: '{ref}' }] as const),
    ['{product}', { why: 'busy', ref: '{ref}', retryAfter: 20 }],
    ['{product}', { why: 'busy', ref: '{ref}', retryAfter: 300 }],
  ],
  retryHint: 'a text',
  openButton: 'a text',
  actingAs: [['{product}', '{account}']],
  askInput: [
    ['{title}', undefined],
    ['{title}', '{hint}'],
  ],
  inputProblem: [
    ...INPUT_KINDS.map((kind) => [{ why: 'not_a_kind', kind, example: '{example}' }] as const),
    [{ why: 'not_whole' }],
    [{ why: 'too_small', limit: '{limit}', isIncluded: true }],
    [{ why: 'too_small', limit: '{limit}', isIncluded: false }],
    [{ why: 'too_large', limit: '{limit}', isIncluded: true }],
    [{ why: 'too_large', limit: '{limit}', isIncluded: false }],
    [{ why: 'no_multiple', of: '{of}' }],
    [{ why: 'too_short', limit: 1 }],
    [{ why: 'too_short', limit: 2 }],
    [{ why: 'too_long', limit: 2 }],
    [{ why: 'too_few', limit: 2 }],
    [{ why: 'too_many', limit: 2 }],
    [{ why: 'too_early', limit: '{limit}' }],
    [{ why: 'too_late', limit: '{limit}' }],
    [{ why: 'no_email' }],
    [{ why: 'no_address' }],
    [{ why: 'which_day' }],
    [{ why: 'other' }],
  ],
  formIntroduction: [[1], [2], [11]],
  formProgress: [['{title}', 1, 2]],
  formExpected: FORM_KINDS.map((kind) => [kind, 5]),
  moreItems: [[1], [2], [11]],
  canSay: [[['{sentence}']]],
  sayNewLink: 'a text',
  sayStartOver: 'a text',
  sayCancel: 'a text',
  sayRetry: 'a text',
  sayYes: 'a text',
  sayNo: 'a text',
  sayDisconnect: [['jira']],
  sayReconnect: [['jira']],
  sayUse: [['jira acme']],
  skip: 'a text',
  formPart: [['first'], ['last'], ['street'], ['city'], ['state'], ['postal'], ['country']],
  formReview: [[[{ title: '{title}', answer: '{answer}' }]]],
  formSend: 'a text',
  answerButton: 'a text',
  needsDialog: [['{title}']],
  noConnections: 'a text',
  connectionsInGroup: 'a text',
  connectionsTitle: 'a text',
  connectionState: [['active'], ['needs_reauth']],
  connectionInUse: 'a text',
  whichConnection: [['{product}']],
  nowUsing: [['{product}', '{account}']],
  noSuchAccount: [
    ['{product}', []],
    ['{product}', ['{a}', '{b}']],
  ],
  siteRefused: [['{product}', '{site}']],
  siteUnreachable: [['{product}']],
  notConnected: [['{product}']],
  unknownProduct: [['{product}']],
  disconnected: [
    ['{product}', 'revoked', undefined],
    ['{product}', 'in_use', undefined],
    ['{product}', 'queued', undefined],
    ['{product}', 'unsupported', undefined],
    ['{product}', 'unsupported', 'https://acme.example'],
  ],
  connectionNews: [
    ['jira', '{account}', { what: 'other_account' }],
    ['jira', '', { what: 'ends', why: 'unused', at: ENDS }],
    ['jira', '{account}', { what: 'ends', why: 'old', at: ENDS }],
    ['jira', '{account}', { what: 'not_revoked' }],
    ['jira', '{account}', { what: 'not_revoked', manageUrl: 'https://acme.example' }],
  ],
  somethingWrong: [['{ref}']],
  restarting: 'a text',
};

export interface Said {
  /** `wrongCode 2`: the entry, and which of its samples. */
  readonly name: string;
  readonly text: string;
}

/** Every sentence of a table. */
export function sentencesOf<Table extends object>(table: Table, samples: Samples<Table>): readonly Said[] {
  return Object.entries<unknown>({ ...samples }).flatMap(([name, values]) => {
    const entry: unknown = Reflect.get(table, name);
    if (typeof entry === 'string') return [{ name, text: entry }];
    if (typeof entry !== 'function' || !Array.isArray(values)) throw new TypeError(`no sample of ${name}`);
    return values.map((one: readonly unknown[], at) => ({
      name: `${name} ${at}`,
      text: String(Reflect.apply(entry, table, one)),
    }));
  });
}

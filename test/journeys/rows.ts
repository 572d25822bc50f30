import type { ConsentChoice, ProductName, Sandbox } from 'latchkey/sandbox';

/** The stories of design.md 6. */
export type Story =
  | 'J1'
  | 'J2'
  | 'J3'
  | 'J4'
  | 'J5'
  | 'J6'
  | 'J7'
  | 'J8'
  | 'J9'
  | 'J10'
  | 'J11'
  | 'J12'
  | 'J13'
  | 'J14'
  | 'J15'
  | 'J16'
  | 'J17'
  | 'J18'
  | 'J19'
  | 'J20';

/** One way to one product. Every story is told for every row, except where the row says why it has none to tell. */
export type Row = RowByLink | RowByKey;

interface RowBase {
  readonly name: string;
  readonly integration: ProductName;
  readonly product: string;
  /** Asked for in one go; its argument must reach the product as it was said. */
  readonly action: Asked & { readonly argument: string };
  readonly second: Asked;
  /** An action that asks for its inputs, and what the person answers, one after the other. */
  readonly piecemeal: readonly [string, ...string[]];
  /** Which of several ways to connect is chosen, if the chat asks. */
  readonly method?: string;
  /** As it stands in "I need access to your … account to …". */
  readonly purpose: string;
  /** As whom the chat says that the person is connected. */
  readonly account: string;
  /** The person ends the access at the product. */
  readonly revoke: (sandbox: Sandbox) => void;
  /** What the chat says of the product's side after `disconnect`. */
  readonly disconnected: string;
  /** What of this row must never be found anywhere, from the product's own memory. */
  readonly secrets: (memory: ProductMemory) => readonly string[];
  readonly notApplicable: Partial<Readonly<Record<Story, string>>>;
}

/** An action as people ask for it, what they get, and the request that it makes. */
export interface Asked {
  readonly say: string;
  readonly answer: RegExp;
  /** The name under which the sandbox counts the request. */
  readonly route: string;
}

export interface RowByLink extends RowBase {
  readonly way: 'link';
  readonly consent: ConsentChoice;
  /** Which of several sites is chosen, if the page asks. */
  readonly site?: (sandbox: Sandbox) => string;
  readonly tokenRoute: string;
  /** Milliseconds that an access token lives; absent where it does not expire. */
  readonly tokenLife?: number;
}

export interface RowByKey extends RowBase {
  /** In the chat's card, or on the one-time page. */
  readonly way: 'card' | 'page';
  readonly fields: (sandbox: Sandbox) => Readonly<Record<string, string>>;
  /** Looks right, and the product refuses it. */
  readonly wrong: Readonly<Record<string, string>>;
  /** Cannot be right; the name of the field is said, its value never. */
  readonly malformed: { readonly fields: Readonly<Record<string, string>>; readonly field: string };
  /** The request that proves a key. */
  readonly checkRoute: string;
}

/** The sandbox's state file, by product. */
export type ProductMemory = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const jira: RowByLink = {
  name: 'Jira by link',
  integration: 'jira',
  product: 'Jira',
  way: 'link',
  action: {
    say: 'Create a Jira issue in KAN: Fix the login',
    answer: /Created KAN-\d+\nFix the login/,
    route: 'jira POST /ex/jira/{cloudId}/rest/api/3/issue',
    argument: 'Fix the login',
  },
  second: {
    say: 'my jira issues',
    answer: /Issues assigned to you/,
    route: 'jira POST /ex/jira/{cloudId}/rest/api/3/search/jql',
  },
  piecemeal: ['Create a Jira issue', 'KAN', 'Water the plants'],
  purpose: 'create the issue',
  account: 'bob@acme.example',
  consent: { user: 'bob' },
  site: (sandbox) => sandbox.jira.sites.find(({ name }) => name === 'acme')?.cloudId ?? '',
  tokenRoute: 'jira POST /oauth/token',
  tokenLife: 3_600_000,
  revoke: (sandbox) => sandbox.control.revokeGrants('jira', 'bob'),
  disconnected: 'Removed here. Also remove it at https://id.atlassian.com/manage-profile/apps',
  secrets: ({ jira = {} }) => [
    ...keysOf(jira.accessTokens),
    ...keysOf(jira.refreshTokens),
    ...keysOf(jira.codes),
    'sandbox-jira-secret',
  ],
  notApplicable: { J18: 'nobody types a credential of this row' },
};

const jotform: Omit<RowByKey, 'name' | 'way' | 'notApplicable'> = {
  integration: 'jotform',
  product: 'Jotform',
  action: {
    say: 'View submissions of 242930000000101',
    answer: /Newest submissions[\s\S]*The coffee machine is out of beans/,
    route: 'jotform GET /form/{id}/submissions',
    argument: '242930000000101',
  },
  second: {
    say: 'List my Jotform forms',
    answer: /Your forms[\s\S]*Workshop feedback/,
    route: 'jotform GET /user/forms',
  },
  piecemeal: ['View Jotform submissions', '242930000000102'],
  purpose: 'show the submissions',
  account: 'bob@acme.example',
  fields: (sandbox) => ({ apiKey: sandbox.jotform.apiKey }),
  wrong: { apiKey: 'b0b0000000000000000000000000dead' },
  malformed: { fields: { apiKey: 'half a key' }, field: 'Jotform API key' },
  checkRoute: 'jotform GET /user',
  revoke: (sandbox) => sandbox.control.revokeGrants('jotform', 'bob'),
  disconnected: 'Removed here. Also remove it at https://www.jotform.com/myaccount/api',
  secrets: () => ['b0b0000000000000000000000000f011'],
};

const byKey = {
  J7: 'no authorization server answers with an error',
  J14: 'a key does not expire',
} as const satisfies RowBase['notApplicable'];

export const rows: readonly Row[] = [
  jira,
  {
    ...jotform,
    name: 'Jotform by a key in the chat',
    way: 'card',
    notApplicable: { ...byKey, J6: 'no browser comes back with a state' },
  },
  {
    ...jotform,
    name: 'Jotform by a key on the page',
    way: 'page',
    notApplicable: { ...byKey, J6: 'no browser comes back with a state' },
  },
];

/** The rows to which a story applies. */
export function rowsOf(story: Story): readonly Row[] {
  return rows.filter((row) => row.notApplicable[story] === undefined);
}

/** Those of them that go through a browser, where the story is about the browser. */
export function rowsWithBrowser(story: Story): readonly Row[] {
  return rowsOf(story).filter((row) => row.way !== 'card');
}

export function rowsByLink(story: Story): readonly RowByLink[] {
  return rowsOf(story).filter((row) => row.way === 'link');
}

export function rowsByKey(story: Story): readonly RowByKey[] {
  return rowsOf(story).filter((row) => row.way !== 'link');
}

/** The first of each way: for what a product has no part in, such as the spelling of a code. */
export function oneOfEachWay<Each extends Row>(some: readonly Each[]): readonly Each[] {
  return some.filter((row, index) => some.findIndex(({ way }) => way === row.way) === index);
}

function keysOf(record: unknown): readonly string[] {
  return typeof record === 'object' && record !== null ? Object.keys(record) : [];
}

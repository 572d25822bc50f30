import type { Profile } from 'latchkey';
import { jira as makeJira } from 'latchkey/integrations';
import type { ConsentChoice, ProductName, Sandbox } from 'latchkey/sandbox';
import type { FormProfile, OwnClient } from './own-profile.ts';
import { sdk } from './sdk.ts';

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
  /** It asks only once the account is connected, because it offers what the person has there. */
  readonly asksOnceConnected?: true;
  /** Which of several ways to connect is chosen; absent where there is one only, and the chat asks nothing. */
  readonly method?: string;
  /** What else the prompt says between the reason and the card. */
  readonly warning?: string;
  /** The app that the bot's developer registered and made a profile of; absent where the way is built in. */
  readonly ownClient?: (sandbox: Sandbox) => OwnClient;
  /** The way to type a credential that the bot's developer made a profile of. */
  readonly ownForm?: (sandbox: Sandbox) => FormProfile;
  /** As it stands in "I need access to your … account to …". */
  readonly purpose: string;
  /** As whom the chat says that the person is connected. */
  readonly account: string;
  /** The person ends the access at the product. */
  readonly revoke: (sandbox: Sandbox) => void;
  /** What the chat says of the product's side after `disconnect`. */
  readonly disconnected: string;
  /** The request that ends the access at the product; absent where the product has none. */
  readonly revocationRoute?: string;
  /** What of this row must never be found anywhere, from the product's own memory. */
  readonly secrets: (memory: ProductMemory) => readonly string[];
  readonly notApplicable: Partial<Readonly<Record<Story, string>>>;
}

/** An action as people ask for it, what they get, and the request that it makes. */
interface Asked {
  readonly say: string;
  readonly answer: RegExp;
  /** The name under which the sandbox counts the request. */
  readonly route: string;
}

export interface RowByLink extends RowBase {
  readonly way: 'link';
  readonly consent: ConsentChoice;
  /** The customer's name at the product, where the page asks for it. */
  readonly tenant?: string;
  /** Which of several sites is chosen, if the page asks. */
  readonly site?: (sandbox: Sandbox) => string;
  readonly tokenRoute: string;
  /** Milliseconds that an access token lives; absent where it does not expire. */
  readonly tokenLife?: number;
  /** A renewal whose answer was lost: the old refresh token still counts for a while, or it is dead at once. */
  readonly lostRenewal: 'kept' | 'dead';
}

export interface RowByKey extends RowBase {
  /** In the chat's card, or on the one-time page. */
  readonly way: 'card' | 'page';
  readonly fields: (sandbox: Sandbox) => Fields;
  /** Other ways in which people paste the very same. */
  readonly alsoPasted?: (sandbox: Sandbox) => readonly Fields[];
  /** The field that nobody may see. */
  readonly secret: { readonly key: string; readonly title: string };
  /** Looks right, and the product refuses it. */
  readonly wrong: Fields;
  /** Cannot be right; the name of the field is said, its value never. */
  readonly malformed: readonly { readonly fields: Fields; readonly field: string }[];
  /** The customer's name at the product that nobody has. */
  readonly nobody?: { readonly fields: Fields; readonly field: string };
  /** The request that proves a key. */
  readonly checkRoute: string;
}

export type Fields = Readonly<Record<string, string>>;

/** The sandbox's state file, by product. */
type ProductMemory = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const TYPED_BY_NOBODY = 'nobody types a credential of this row';

const byKey = {
  J6: 'no browser comes back with a state',
  J7: 'no authorization server answers with an error',
  J14: 'a key does not expire',
} as const satisfies RowBase['notApplicable'];

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
  asksOnceConnected: true,
  purpose: 'show the submissions',
  account: 'bob@acme.example',
  fields: ({ jotform }) => ({ apiKey: jotform.apiKey }),
  secret: { key: 'apiKey', title: 'Jotform API key' },
  wrong: { apiKey: 'b0b0000000000000000000000000dead' },
  malformed: [{ fields: { apiKey: 'half a key' }, field: 'Jotform API key' }],
  checkRoute: 'jotform GET /user',
  revoke: ({ control }) => control.revokeGrants('jotform', 'bob'),
  disconnected:
    "Removed here. To end the access at Jotform too, delete the key, or this bot's access, at https://www.jotform.com/myaccount/api",
  secrets: () => ['b0b0000000000000000000000000f011'],
};

/** What the host has a part in is told for each of them, all else for the first. */
const OTHER_HOST = 'only the host differs from that of the row for the US';

const jotformEu: RowByKey = {
  ...jotform,
  name: 'Jotform EU by a key in the chat',
  way: 'card',
  action: {
    ...jotform.action,
    say: 'View submissions of 242930000000301',
    answer: /Nobody has filled in this form yet/,
    argument: '/jotform-eu/form/242930000000301',
  },
  second: { ...jotform.second, answer: /Your forms[\s\S]*Kontakt/ },
  piecemeal: ['View Jotform submissions', '242930000000301'],
  account: 'emma@acme.example',
  fields: ({ jotform }) => ({ tenant: 'eu', apiKey: jotform.euApiKey }),
  // a key is worth nothing on a host that is not its own
  wrong: { tenant: 'us', apiKey: 'e0000000000000000000000000000f01' },
  malformed: [
    { fields: { tenant: 'mars', apiKey: 'e0000000000000000000000000000f01' }, field: 'Where your account lives' },
  ],
  revoke: ({ control }) => control.revokeGrants('jotform', 'emma'),
  secrets: () => ['e0000000000000000000000000000f01'],
  notApplicable: {
    ...byKey,
    J4: OTHER_HOST,
    J5: OTHER_HOST,
    J8: OTHER_HOST,
    J9: OTHER_HOST,
    J10: OTHER_HOST,
    J11: OTHER_HOST,
    J12: OTHER_HOST,
    J13: OTHER_HOST,
    J15: OTHER_HOST,
    J16: OTHER_HOST,
    J17: OTHER_HOST,
    J19: OTHER_HOST,
    J20: OTHER_HOST,
  },
};

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
  piecemeal: ['Comment on a Jira issue', 'KAN-2', 'Water the plants'],
  purpose: 'create the issue',
  account: 'bob@acme.example',
  consent: { user: 'bob' },
  site: ({ jira }) => jira.sites.find(({ name }) => name === 'acme')?.cloudId ?? '',
  tokenRoute: 'jira POST /oauth/token',
  tokenLife: 3_600_000,
  lostRenewal: 'kept',
  revoke: ({ control }) => control.revokeGrants('jira', 'bob'),
  disconnected:
    "Removed here. To end the access at Jira too, delete the key, or this bot's access, at https://id.atlassian.com/manage-profile/apps",
  secrets: ({ jira = {} }) => [
    ...keysOf(jira.accessTokens),
    ...keysOf(jira.refreshTokens),
    ...keysOf(jira.codes),
    'sandbox-jira-secret',
  ],
  notApplicable: { J18: TYPED_BY_NOBODY },
};

const jiraByToken: RowByKey = {
  name: 'Jira by e-mail and API token, own profile',
  integration: 'jira',
  product: 'Jira',
  way: 'card',
  action: { ...jira.action, route: 'jira POST /rest/api/3/issue' },
  second: { ...jira.second, route: 'jira POST /rest/api/3/search/jql' },
  piecemeal: jira.piecemeal,
  purpose: jira.purpose,
  account: jira.account,
  ownForm: ({ jira: { authUrl, gatewayUrl, sitesUrl } }) =>
    theForm(makeJira({ sandbox: { authUrl, gatewayUrl, sitesUrl } }).profiles),
  fields: ({ jira: { apiTokens } }) => ({ tenant: 'acme', email: 'bob@acme.example', apiToken: apiTokens.bob ?? '' }),
  alsoPasted: ({ jira: { apiTokens } }) => [
    { tenant: 'https://ACME.atlassian.net/jira/your-work', email: 'bob@acme.example', apiToken: apiTokens.bob ?? '' },
  ],
  secret: { key: 'apiToken', title: 'Atlassian API token' },
  wrong: { tenant: 'acme', email: 'bob@acme.example', apiToken: 'ATATT3xFfGF0sandboxNobody000000000000000000000000' },
  malformed: [
    {
      fields: { tenant: 'acme', email: 'bob', apiToken: 'ATATT3xFfGF0sandboxBob00000000000000000000000000B0B' },
      field: 'Atlassian e-mail address',
    },
    {
      fields: {
        tenant: 'atlassian.net.evil.example',
        email: 'bob@acme.example',
        apiToken: 'ATATT3xFfGF0sandboxBob00000000000000000000000000B0B',
      },
      field: 'Jira site',
    },
  ],
  nobody: {
    fields: {
      tenant: 'nobody',
      email: 'bob@acme.example',
      apiToken: 'ATATT3xFfGF0sandboxBob00000000000000000000000000B0B',
    },
    field: 'Jira site',
  },
  checkRoute: 'jira GET /rest/api/3/myself',
  revoke: jira.revoke,
  disconnected: jira.disconnected,
  secrets: () => ['ATATT3xFfGF0sandboxBob00000000000000000000000000B0B'],
  notApplicable: byKey,
};

function theForm(profiles: readonly Profile[]): FormProfile {
  const [form] = profiles.filter((profile): profile is FormProfile => profile.method !== 'oauth2');
  if (form === undefined) throw new Error('there is no form');
  return form;
}

const gorgias = {
  integration: 'gorgias',
  product: 'Gorgias',
  action: {
    say: 'Find the Gorgias customer eve@customer.example',
    answer: /One customer\nEve Customer/,
    route: 'gorgias GET /api/customers',
    argument: 'eve@customer.example',
  },
  second: {
    say: 'List Gorgias tickets',
    answer: /Newest tickets[\s\S]*Where is my order\?/,
    route: 'gorgias GET /api/tickets',
  },
  piecemeal: ['Create a Gorgias ticket', 'frank@customer.example', 'Water leak', 'It drips from the ceiling'],
  purpose: 'find the customer',
  // without a further scope nobody says who it is, only whose account
  account: 'acme.gorgias.com',
  revoke: ({ control }) => control.revokeGrants('gorgias', 'bob'),
} as const satisfies Partial<RowBase>;

const gorgiasByKey: RowByKey = {
  ...gorgias,
  name: 'Gorgias by e-mail and key',
  way: 'card',
  method: 'E-mail address and API key',
  fields: () => ({ tenant: 'acme', email: 'bob@acme.example', apiKey: 'sandboxGorgiasKeyOfBob' }),
  alsoPasted: () => [
    { tenant: 'https://acme.gorgias.com/app/views', email: 'bob@acme.example', apiKey: 'sandboxGorgiasKeyOfBob' },
  ],
  secret: { key: 'apiKey', title: 'API key' },
  wrong: { tenant: 'acme', email: 'bob@acme.example', apiKey: 'sandboxGorgiasKeyOfNobody' },
  malformed: [
    {
      fields: { tenant: 'acme.evil.example', email: 'bob@acme.example', apiKey: 'sandboxGorgiasKeyOfBob' },
      field: 'Gorgias subdomain',
    },
    {
      fields: { tenant: 'acme', email: 'bob:acme.example', apiKey: 'sandboxGorgiasKeyOfBob' },
      field: 'Gorgias e-mail address',
    },
  ],
  nobody: {
    fields: { tenant: 'nobody', email: 'bob@acme.example', apiKey: 'sandboxGorgiasKeyOfBob' },
    field: 'Gorgias subdomain',
  },
  checkRoute: 'gorgias GET /api/account',
  disconnected: "Removed here. To end the access at Gorgias too, delete the key, or this bot's access, there.",
  secrets: () => ['sandboxGorgiasKeyOfBob'],
  notApplicable: byKey,
};

const gorgiasByLink: RowByLink = {
  ...gorgias,
  name: 'Gorgias by link',
  way: 'link',
  method: 'Sign in to Gorgias',
  tenant: 'acme',
  consent: { user: 'bob' },
  tokenRoute: 'gorgias POST /oauth/token',
  // the answer says 0; the token itself says a day
  tokenLife: 86_400_000,
  lostRenewal: 'kept',
  disconnected: 'Removed. Gorgias confirmed.',
  revocationRoute: 'gorgias POST /oauth/revoke',
  secrets: ({ gorgias = {} }) => [
    ...keysOf(gorgias.accessTokens),
    ...keysOf(gorgias.refreshTokens),
    ...keysOf(gorgias.codes),
    'sandbox-gorgias-secret',
  ],
  notApplicable: { J18: TYPED_BY_NOBODY },
};

const freshsales: RowByKey = {
  name: 'Freshsales by a key',
  integration: 'freshsales',
  product: 'Freshsales',
  way: 'card',
  action: {
    say: 'Create a Freshsales deal: Ten coffee machines for 1200',
    answer: /Created the deal “Ten coffee machines”/,
    route: 'freshsales POST /crm/sales/api/deals',
    argument: 'Ten coffee machines',
  },
  second: {
    say: 'List Freshsales contacts',
    answer: /All Contacts[\s\S]*Eve Customer/,
    route: 'freshsales GET /crm/sales/api/contacts/view/{id}',
  },
  piecemeal: ['Create a Freshsales contact', 'Ann', 'Lee', 'ann.lee@customer.example'],
  purpose: 'create the deal',
  account: 'acme.myfreshworks.com',
  fields: () => ({ tenant: 'acme', apiKey: 'sandboxFreshsalesKeyOfBob' }),
  alsoPasted: () => [
    { tenant: 'acme', apiKey: 'Token token=sandboxFreshsalesKeyOfBob' },
    {
      tenant: 'https://ACME.myfreshworks.com/crm/sales/contacts',
      apiKey: 'token token="sandboxFreshsalesKeyOfBob"',
    },
  ],
  secret: { key: 'apiKey', title: 'Freshsales API key' },
  wrong: { tenant: 'acme', apiKey: 'sandboxFreshsalesKeyOfNobody' },
  malformed: [
    { fields: { tenant: 'acme', apiKey: 'half a key' }, field: 'Freshsales API key' },
    {
      fields: { tenant: 'acme.freshsales.evil.example', apiKey: 'sandboxFreshsalesKeyOfBob' },
      field: 'Freshsales bundle alias',
    },
  ],
  nobody: {
    fields: { tenant: 'nobody', apiKey: 'sandboxFreshsalesKeyOfBob' },
    field: 'Freshsales bundle alias',
  },
  checkRoute: 'freshsales GET /crm/sales/api/contacts/filters',
  revoke: ({ control }) => control.revokeGrants('freshsales', 'bob'),
  disconnected: "Removed here. To end the access at Freshsales too, delete the key, or this bot's access, there.",
  secrets: () => ['sandboxFreshsalesKeyOfBob'],
  notApplicable: byKey,
};

const zendesk = {
  integration: 'zendesk',
  product: 'Zendesk',
  action: {
    say: 'View the Zendesk ticket 33',
    answer: /#33 Printer on the second floor is on fire/,
    route: 'zendesk GET /api/v2/tickets/{id}.json',
    argument: '/tickets/33.json',
  },
  second: {
    say: 'my zendesk tickets',
    answer: /Open tickets assigned to you[\s\S]*#34 Invoice/,
    route: 'zendesk GET /api/v2/search.json',
  },
  piecemeal: ['Create a Zendesk ticket', 'Water leak', 'It drips from the ceiling'],
  purpose: 'show the ticket',
  account: 'bob@acme.example',
} as const satisfies Partial<RowBase>;

const zendeskByToken: RowByKey = {
  ...zendesk,
  name: 'Zendesk by e-mail and API token',
  way: 'card',
  method: 'API token',
  warning: 'Zendesk switches “API token” off on 30 April 2027. It works until then.',
  fields: () => ({ tenant: 'acme', email: 'bob@acme.example', apiToken: 'sandboxZendeskTokenOfAcme' }),
  alsoPasted: () => [
    {
      tenant: 'acme.zendesk.com',
      // what other instructions say
      email: 'bob@acme.example/token',
      apiToken: 'sandboxZendeskTokenOfAcme',
    },
  ],
  secret: { key: 'apiToken', title: 'API token' },
  wrong: { tenant: 'acme', email: 'bob@acme.example', apiToken: 'sandboxZendeskTokenOfNobody' },
  malformed: [
    {
      fields: { tenant: 'acme', email: 'bob', apiToken: 'sandboxZendeskTokenOfAcme' },
      field: 'Zendesk e-mail address',
    },
    {
      fields: { tenant: 'zendesk.com.evil.example', email: 'bob@acme.example', apiToken: 'sandboxZendeskTokenOfAcme' },
      field: 'Zendesk subdomain',
    },
  ],
  nobody: {
    fields: { tenant: 'nobody', email: 'bob@acme.example', apiToken: 'sandboxZendeskTokenOfAcme' },
    field: 'Zendesk subdomain',
  },
  checkRoute: 'zendesk GET /api/v2/users/me.json',
  revoke: ({ control }) => control.retireZendeskApiTokens(),
  disconnected:
    "Removed here. To end the access at Zendesk too, delete the key, or this bot's access, at https://support.zendesk.com/hc/articles/4408845965210",
  secrets: () => ['sandboxZendeskTokenOfAcme'],
  notApplicable: byKey,
};

const zendeskByLink: RowByLink = {
  ...zendesk,
  name: 'Zendesk by link',
  way: 'link',
  method: 'Sign in to Zendesk',
  tenant: 'acme',
  consent: { user: 'bob' },
  tokenRoute: 'zendesk POST /oauth/tokens',
  tokenLife: 86_400_000,
  // rotated without leeway
  lostRenewal: 'dead',
  revoke: ({ control }) => control.revokeGrants('zendesk', 'bob'),
  disconnected: 'Removed. Zendesk confirmed.',
  revocationRoute: 'zendesk DELETE /api/v2/oauth/tokens/current.json',
  secrets: ({ zendesk = {} }) => [...zendeskTokens(zendesk), 'sandbox-zendesk-secret'],
  notApplicable: { J18: TYPED_BY_NOBODY },
};

const { method: _builtIn, ...zendeskWithoutChoice } = zendeskByLink;

export const rows: readonly Row[] = [
  { ...jotform, name: 'Jotform by a key in the chat', way: 'card', notApplicable: byKey },
  { ...jotform, name: 'Jotform by a key on the page', way: 'page', notApplicable: byKey },
  jotformEu,
  jira,
  {
    ...jira,
    name: 'Jira by link, own profile',
    ownClient: ({ jira: { clientId, clientSecret } }) => ({ clientId, clientSecret }),
  },
  jiraByToken,
  gorgiasByKey,
  freshsales,
  zendeskByToken,
  zendeskByLink,
  {
    ...zendeskWithoutChoice,
    name: 'Zendesk by link, own profile',
    ownClient: ({ zendesk: { tenantClient } }) => {
      const { tenant, clientId, clientSecret } = tenantClient;
      return { clientId: '', clientsByTenant: { [tenant]: { clientId, clientSecret } } };
    },
    secrets: ({ zendesk = {} }) => [...zendeskTokens(zendesk), 'sandbox-zendesk-acme-secret'],
  },
  gorgiasByLink,
];

/**
 * The rows to which a story applies. Of several that differ in their product only, the second SDK tells the first: products
 * and SDKs never meet.
 */
export function rowsOf(story: Story): readonly Row[] {
  const told = rows.filter((row) => row.notApplicable[story] === undefined);
  return sdk === 'botbuilder' ? told : told.filter((row, at) => told.findIndex((one) => isAlike(one, row)) === at);
}

function isAlike(one: Row, other: Row): boolean {
  return one.way === other.way && (one.method === undefined) === (other.method === undefined);
}

/** Those of them that go through a browser, where the story is about the browser. */
export function rowsWithBrowser(story: Story): readonly Row[] {
  return rowsOf(story).filter((row) => row.way !== 'card');
}

/** Those of them whose product has several ways, so that the chat asks. */
export function rowsThatChoose(story: Story): readonly (Row & { readonly method: string })[] {
  return rowsOf(story).flatMap((row) => (row.method === undefined ? [] : [{ ...row, method: row.method }]));
}

/** Those of them whose action asks for its inputs before the account is connected. */
export function rowsThatAskFirst(story: Story): readonly Row[] {
  return rowsOf(story).filter(({ asksOnceConnected }) => asksOnceConnected !== true);
}

/** Those of them that end the access at the product. */
export function rowsThatRevoke(story: Story): readonly (RowByLink & { readonly revocationRoute: string })[] {
  return rowsByLink(story).flatMap((row) =>
    row.revocationRoute === undefined ? [] : [{ ...row, revocationRoute: row.revocationRoute }],
  );
}

export function rowsByLink(story: Story): readonly RowByLink[] {
  return rowsOf(story).filter((row) => row.way === 'link');
}

export function rowsByKey(story: Story): readonly RowByKey[] {
  return rowsOf(story).filter((row) => row.way !== 'link');
}

/** In which of the worlds it happens: products as they are built in, or with a profile that a developer selected. */
export function worldOfRow({ ownClient, ownForm }: Pick<Row, 'ownClient' | 'ownForm'>): 'built in' | 'client' | 'form' {
  if (ownClient !== undefined) return 'client';
  return ownForm === undefined ? 'built in' : 'form';
}

/** The rows whose profile a developer has selected there. */
export function ownProfilesOf(kind: ReturnType<typeof worldOfRow>): readonly Row[] {
  return kind === 'built in' ? [] : rows.filter((row) => worldOfRow(row) === kind);
}

/** The first of each way: for what a product has no part in, such as the spelling of a code. */
export function oneOfEachWay<Each extends Row>(some: readonly Each[]): readonly Each[] {
  return some.filter((row, index) => some.findIndex(({ way }) => way === row.way) === index);
}

/** One of each way, for stories in which each begins a process: the second SDK tells one of them. */
export function oneOfEachProcess<Each extends Row>(some: readonly Each[]): readonly Each[] {
  return sdk === 'botbuilder' ? oneOfEachWay(some) : some.slice(0, 1);
}

/** For a story whose process ends while it serves a page, which no SDK has a part in: told once. */
export function endsInPage<Each extends Row>(some: readonly Each[]): readonly Each[] {
  return sdk === 'botbuilder' ? oneOfEachWay(some) : [];
}

function keysOf(record: unknown): readonly string[] {
  return typeof record === 'object' && record !== null ? Object.keys(record) : [];
}

function zendeskTokens({ tokens, codes }: Readonly<Record<string, unknown>>): readonly string[] {
  const issued = Array.isArray(tokens) ? tokens : [];
  return [
    ...issued.flatMap(({ accessToken, refreshToken }) => [String(accessToken), String(refreshToken)]),
    ...keysOf(codes),
  ];
}

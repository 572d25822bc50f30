import type { Account } from '../model/credential.ts';
import type { FieldChoice } from '../model/field.ts';
import type { FailureKind, Integration } from '../model/integration.ts';
import { record, text } from '../model/json.ts';
import type { SetupGuide } from '../model/setup-guide.ts';

export interface JotformOptions {
  /** Where everybody's account is, so that people are not asked. Default: they choose, and the US comes first. */
  readonly region?: keyof typeof HOSTS;
  /**
   * Enterprise accounts that people can also choose: by name, `acme` for acme.jotform.com, or by their own domain at Jotform. A
   * key is sent to no enterprise host that is not listed here.
   */
  readonly enterprise?: readonly string[];
  /** Stand-ins on this machine; allows plain http and loopback addresses for them. */
  readonly sandbox?: { readonly url: string; readonly euUrl?: string; readonly hipaaUrl?: string };
}

export const HOSTS = {
  us: { value: 'us', title: 'Jotform (US)', address: 'https://api.jotform.com' },
  eu: { value: 'eu', title: 'Jotform EU (eu.jotform.com)', address: 'https://eu-api.jotform.com' },
  hipaa: { value: 'hipaa', title: 'Jotform HIPAA (hipaa.jotform.com)', address: 'https://hipaa-api.jotform.com' },
} as const satisfies Readonly<Record<string, FieldChoice>>;

/**
 * Jotform by API key.
 * @see https://api.jotform.com/docs/
 */
export function jotform(options: JotformOptions = {}): Integration {
  return {
    id: 'jotform',
    name: 'Jotform',
    ...placeOf(hostsOf(options)),
    profiles: [
      {
        id: 'api-key',
        title: 'API key',
        method: 'api_key',
        fields: [
          {
            key: 'apiKey',
            title: 'Jotform API key',
            hint: 'In Jotform: your picture → Settings → API → Create New Key',
            type: 'password',
            pattern: '^[A-Za-z0-9_-]{8,64}$',
            shape: 'be 32 letters and digits',
          },
        ],
        // a header, so that the key is never in an address
        placements: [{ in: 'header', name: 'APIKEY', value: '{{apiKey}}' }],
      },
    ],
    // not /form/{id}: Jotform returns the same 401 for a wrong key and for somebody else's form
    check: { method: 'GET', path: '/user', account: readAccount },
    setupGuides: SETUP_GUIDES,
    manageUrl: 'https://www.jotform.com/myaccount/api',
    statusOf,
    judgeFailure,
    ...(options.sandbox === undefined ? {} : { allowInsecureLoopback: true }),
  };
}

/** An account is on exactly one host, and its key does not work on the others. */
function hostsOf({ region, enterprise = [], sandbox }: JotformOptions): readonly FieldChoice[] {
  const hosts = region === undefined ? Object.values(HOSTS) : [HOSTS[region]];
  return [...(sandbox === undefined ? hosts : standInsOf(sandbox)), ...enterprise.map(enterpriseHost)];
}

function standInsOf({ url, euUrl, hipaaUrl }: NonNullable<JotformOptions['sandbox']>): readonly FieldChoice[] {
  return [
    { ...HOSTS.us, address: url },
    ...(euUrl === undefined ? [] : [{ ...HOSTS.eu, address: euUrl }]),
    ...(hipaaUrl === undefined ? [] : [{ ...HOSTS.hipaa, address: hipaaUrl }]),
  ];
}

function enterpriseHost(name: string): FieldChoice {
  const host = name.includes('.') ? name : `${name}.jotform.com`;
  return { value: name, title: `Jotform Enterprise (${host})`, address: `https://${host}/API` };
}

function placeOf(hosts: readonly FieldChoice[]): Pick<Integration, 'baseUrl' | 'tenant'> {
  const [only, ...others] = hosts;
  if (only !== undefined && others.length === 0) return { baseUrl: only.address ?? '' };
  const hint = 'The address you see in your browser when you work with your forms';
  return { baseUrl: '{tenant}', tenant: { title: 'Where your account lives', hint, choices: hosts } };
}

function readAccount(body: unknown): Account | undefined {
  const user = record(record(body).content);
  const id = text(user.username);
  return id === '' ? undefined : { id, label: text(user.email) || id };
}

/** The envelope's `responseCode` counts, even with HTTP 200. An exhausted quota is reported with 429 or 403. */
function statusOf(answer: { readonly status: number; readonly body: unknown }): number {
  const { responseCode, message } = record(answer.body);
  const status = typeof responseCode === 'number' && answer.status === 200 ? responseCode : answer.status;
  return status === 403 && /^API-Limit exceeded/i.test(text(message)) ? 429 : status;
}

/** Only a call without a form proves that the key is wrong: "You're not authorized to use (/user) ". */
function judgeFailure(failure: { readonly status: number; readonly body: unknown }): FailureKind {
  const aboutUser = text(record(failure.body).message).includes('(/user');
  return failure.status === 401 && aboutUser ? 'credential' : 'other';
}

const SETUP_GUIDES: readonly SetupGuide[] = [
  {
    title: 'A Jotform API key',
    methods: ['api_key'],
    url: 'https://www.jotform.com/myaccount/api',
    steps: [
      'Sign in to Jotform, click your picture and open Settings → API.',
      'Press Create New Key and give it a name. Choose Full Access if the bot is to send submissions; Read Only keys can only read.',
      'Copy the key and paste it here.',
    ],
    notes: [
      'The key goes in the header APIKEY, never in an address. In a profile of your own, the authorization field is of type Header with the key APIKEY.',
      'Accounts in the EU, HIPAA accounts and Enterprise each have a host of their own, and a key works on its own host only.',
      'The key is checked with GET /user. A check of a single form could not tell a wrong key from somebody else’s form.',
    ],
  },
];

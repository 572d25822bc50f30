import type { Account } from '../model/credential.ts';
import type { FailureKind, Integration } from '../model/integration.ts';
import { record, text } from '../model/json.ts';
import type { SetupGuide } from '../model/setup-guide.ts';

export interface JotformOptions {
  /** Where the accounts live: an account's key works on its own host only. Default `us`. */
  readonly region?: keyof typeof HOSTS;
  /** A stand-in on this machine; switches the refusal of plain http and loopback addresses off for it. */
  readonly sandbox?: { readonly url: string };
}

const HOSTS = {
  us: 'https://api.jotform.com',
  eu: 'https://eu-api.jotform.com',
  hipaa: 'https://hipaa-api.jotform.com',
} as const;

/**
 * Jotform by API key.
 * @see https://api.jotform.com/docs/
 */
export function jotform(options: JotformOptions = {}): Integration {
  return {
    id: 'jotform',
    name: 'Jotform',
    baseUrl: options.sandbox?.url ?? HOSTS[options.region ?? 'us'],
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
          },
        ],
        // a header, so that the key never stands in an address
        placements: [{ in: 'header', name: 'APIKEY', value: '{{apiKey}}' }],
      },
    ],
    // not /form/{id}: Jotform answers the same 401 for a wrong key and for somebody else's form
    check: { method: 'GET', path: '/user', account: readAccount },
    setupGuides: SETUP_GUIDES,
    manageUrl: 'https://www.jotform.com/myaccount/api',
    statusOf,
    judgeFailure,
    ...(options.sandbox === undefined ? {} : { allowInsecureLoopback: true }),
  };
}

function readAccount(body: unknown): Account | undefined {
  const user = record(record(body).content);
  const id = text(user.username);
  return id === '' ? undefined : { id, label: text(user.email) || id };
}

/** The envelope's `responseCode` counts, also where HTTP says 200. A used up quota is said with 429 or with 403. */
function statusOf(answer: { readonly status: number; readonly body: unknown }): number {
  const { responseCode, message } = record(answer.body);
  const status = typeof responseCode === 'number' && answer.status === 200 ? responseCode : answer.status;
  return status === 403 && /^API-Limit exceeded/i.test(text(message)) ? 429 : status;
}

/** The key is only proven wrong where no form is involved: "You're not authorized to use (/user) ". */
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
      'Sign in at Jotform, click your picture and open Settings → API.',
      'Press Create New Key and give it a name. Choose Full Access if the bot shall send submissions; Read Only keys can only look.',
      'Copy the key and paste it here.',
    ],
    notes: [
      'The key goes in the header APIKEY, never in an address. In a profile of your own, the authorization field is of type Header with the key APIKEY.',
      'Accounts in the EU, HIPAA accounts and Enterprise each have a host of their own, and a key works on its own host only.',
      'The key is checked with GET /user. The check of a single form answers the same for a wrong key and for a form of somebody else.',
    ],
  },
];

import type { Account } from '../model/credential.ts';
import type { Integration } from '../model/integration.ts';
import { list, record, text } from '../model/json.ts';
import type { SetupGuide } from '../model/setup-guide.ts';

export interface FreshsalesOptions {
  /** A stand-in on this machine, with `{tenant}` where the customer's name goes. */
  readonly sandbox?: { readonly url: string };
}

/**
 * Freshsales (Freshworks CRM) by API key.
 * @see https://developers.freshworks.com/crm/api/
 */
export function freshsales(options: FreshsalesOptions = {}): Integration {
  return {
    id: 'freshsales',
    name: 'Freshsales',
    baseUrl: `${options.sandbox?.url ?? 'https://{tenant}'}/crm/sales`,
    tenant: {
      title: 'Freshsales bundle alias',
      hint: 'The first part of your address: acme in acme.myfreshworks.com/crm/sales. If it ends in freshworks.com, the whole host',
      // the first is what a bare name means; organisations in the EU have the second
      suffixes: ['.myfreshworks.com', '.freshworks.com'],
    },
    profiles: [
      {
        id: 'api-key',
        title: 'API key',
        method: 'api_key',
        fields: [
          {
            key: 'apiKey',
            title: 'Freshsales API key',
            hint: 'Profile settings → API settings → CRM API details',
            type: 'password',
            // other instructions tell people to paste this too
            stripPrefix: 'Token token=',
            pattern: '^\\S+$',
          },
        ],
        placements: [{ in: 'header', name: 'Authorization', value: 'Token token={{apiKey}}' }],
      },
    ],
    setupGuides: SETUP_GUIDES,
    // there is no endpoint for the current user; every key may read the filters, which is harmless
    check: { method: 'GET', path: '/api/contacts/filters', account: readAccount },
    ...(options.sandbox === undefined ? {} : { allowInsecureLoopback: true }),
  };
}

function readAccount(body: unknown, place: { readonly tenant?: string | undefined }): Account | undefined {
  const [filter] = list(record(body).filters);
  if (text(record(filter).id) === '') return undefined;
  const tenant = place.tenant ?? '';
  // older connections have a bare name, from before other hosts were known
  const host = tenant.includes('.') ? tenant : `${tenant}.myfreshworks.com`;
  return { id: host.replace(/\.myfreshworks\.com$/, ''), label: host };
}

const SETUP_GUIDES: readonly SetupGuide[] = [
  {
    title: 'A Freshsales API key',
    methods: ['api_key'],
    steps: [
      'Sign in to Freshsales and read your bundle alias off the address: acme in acme.myfreshworks.com/crm/sales.',
      'Click your picture, then Profile settings → API settings → CRM API details.',
      'Confirm that you are not a robot, copy the API key and paste it here.',
    ],
    notes: [
      'Paste only the key. “Token token=” is added in front of it for you, and removed if you paste it too.',
      'The host ends in myfreshworks.com; organisations in the EU may have acme.freshworks.com instead: then enter the whole host.',
    ],
  },
];

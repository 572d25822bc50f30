import type { ProductName, Sandbox } from 'latchkey/sandbox';
import type { MakeIntegration } from './open-products.ts';
import {
  standInFreshsales,
  standInGithub,
  standInGorgias,
  standInJira,
  standInJotform,
  standInZendesk,
} from './stand-ins.ts';

/** A product, and how Bob connects it by what people type. */
export interface ByKey {
  readonly id: ProductName;
  readonly make: MakeIntegration;
  readonly profile: string;
  readonly values: (sandbox: Sandbox) => Readonly<Record<string, string>>;
}

const EMAIL = 'bob@acme.example';

export const BY_KEY: readonly ByKey[] = [
  {
    id: 'jira',
    make: standInJira({ apiToken: true }),
    profile: 'api-token',
    values: ({ jira }) => ({ tenant: 'acme', email: EMAIL, apiToken: jira.apiTokens.bob ?? '' }),
  },
  { id: 'jotform', make: standInJotform(), profile: 'api-key', values: ({ jotform }) => ({ apiKey: jotform.apiKey }) },
  {
    id: 'zendesk',
    make: standInZendesk(),
    profile: 'api-token',
    values: ({ zendesk }) => ({ tenant: 'acme', email: EMAIL, apiToken: zendesk.apiTokens.acme ?? '' }),
  },
  {
    id: 'gorgias',
    make: standInGorgias(),
    profile: 'api-key',
    values: ({ gorgias }) => ({ tenant: 'acme', email: EMAIL, apiKey: keyOf(gorgias.users) }),
  },
  {
    id: 'freshsales',
    make: standInFreshsales(),
    profile: 'api-key',
    values: ({ freshsales }) => ({ tenant: 'acme', apiKey: keyOf(freshsales.users) }),
  },
  {
    id: 'github',
    make: standInGithub(),
    profile: 'personal-token',
    values: ({ github }) => ({ token: github.users.find(({ id }) => id === 'bob')?.personalToken ?? '' }),
  },
];

function keyOf(users: readonly { readonly id: string; readonly apiKey: string }[]): string {
  return users.find(({ id }) => id === 'bob')?.apiKey ?? '';
}

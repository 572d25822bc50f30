import type { Account, Site } from '../../src/model/credential.ts';
import type { Integration } from '../../src/model/integration.ts';

/** A made-up product with OAuth 2.0. */
export function tracker(changes: Partial<Integration> = {}): Integration {
  return {
    id: 'tracker',
    name: 'Tracker',
    baseUrl: 'https://api.tracker.example',
    profiles: [
      {
        id: 'system',
        title: 'Tracker account',
        method: 'oauth2',
        origin: 'system',
        clientId: 'client',
        clientSecret: 'the-client-secret',
        authorizationUrl: 'https://tracker.example/authorize',
        tokenUrl: 'https://tracker.example/token',
        scopes: ['read:issue'],
        placements: [{ in: 'header', name: 'Authorization', value: 'Bearer {{accessToken}}' }],
      },
    ],
    check: { method: 'GET', path: '/me', account },
    scopeTexts: { 'read:issue': 'Read your issues', 'write:issue': 'Create issues' },
    manageUrl: 'https://tracker.example/apps',
    ...changes,
  };
}

/** One whose grant reaches several places. */
export function trackerWithSites(): Integration {
  return tracker({
    sites: { noun: 'site', url: 'https://api.tracker.example/sites', read: (body) => body as readonly Site[] },
  });
}

/** One whose host begins with the customer's name, and where the bot has an app at some customers only. */
export function trackerOfCustomers(customers: readonly string[] = ['acme']): Integration {
  const { profiles, ...rest } = tracker();
  return {
    ...rest,
    baseUrl: 'https://{tenant}.tracker.example',
    tenant: { title: 'Tracker subdomain', suffix: '.tracker.example' },
    profiles: profiles.map((profile) => ({
      ...profile,
      authorizationUrl: 'https://{tenant}.tracker.example/authorize',
      tokenUrl: 'https://{tenant}.tracker.example/token',
      clientsByTenant: Object.fromEntries(
        customers.map((name) => [name, { clientId: `client at ${name}`, clientSecret: 'the-client-secret' }]),
      ),
    })),
  };
}

/** A made-up product with user name and key. */
export function forms(): Integration {
  return {
    id: 'forms',
    name: 'Forms',
    baseUrl: 'https://api.forms.example',
    profiles: [
      {
        id: 'key',
        title: 'API key',
        method: 'api_key',
        fields: [
          {
            key: 'email',
            title: 'E-mail address',
            type: 'textbox',
            pattern: '^[^@]+@[^@]+$',
            shape: 'be like jane@example.com',
          },
          { key: 'apiKey', title: 'API key', type: 'password', hint: 'Settings, then API' },
        ],
        placements: [{ in: 'header', name: 'X-Key', value: '{{email}}/{{apiKey}}' }],
      },
    ],
    check: { method: 'GET', path: '/me', account },
  };
}

function account(body: unknown): Account | undefined {
  const { id, email } = body as { readonly id?: string; readonly email?: string };
  return id === undefined ? undefined : { id, label: email ?? id };
}

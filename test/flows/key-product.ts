import { defineIntegration } from '../../src/integrations/define-integration.ts';

/** A product that takes a key, and that nobody can reach. */
export const acme = defineIntegration({
  id: 'acme',
  name: 'Acme',
  baseUrl: 'https://acme.example',
  profiles: [
    {
      id: 'system',
      title: 'API key',
      method: 'api_key',
      fields: [{ key: 'apiKey', title: 'API key', type: 'password' }],
      placements: [{ in: 'header', name: 'Authorization', value: '{{apiKey}}' }],
    },
  ],
  check: { method: 'GET', path: '/me', account: () => undefined },
});

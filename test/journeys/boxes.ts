import { defineIntegration } from 'latchkey/integrations';

/** A product that people connect to by name and password. */
export function boxesAt(origin: string) {
  return defineIntegration({
    id: 'boxes',
    name: 'Boxes',
    baseUrl: origin,
    allowInsecureLoopback: true,
    check: { path: '/me', account: { id: 'id' } },
    profiles: [{ id: 'password', title: 'Password', method: 'basic' }],
  });
}

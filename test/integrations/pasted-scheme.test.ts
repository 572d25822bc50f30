import { expect, it } from 'vitest';
import { authMethodOf } from '../../src/auth-methods/auth-methods.ts';
import { freshsales } from '../../src/integrations/freshsales.ts';
import { readConnectForm } from '../../src/model/connect-form.ts';
import type { FormProfile } from '../../src/model/profile.ts';

const integration = freshsales();
const [builtIn] = integration.profiles;
if (builtIn === undefined || builtIn.method === 'oauth2') throw new Error('Freshsales has no key');
const ways: Readonly<Record<string, FormProfile>> = {
  'spells the scheme': builtIn,
  'places the key alone': {
    ...builtIn,
    placements: [{ in: 'header', name: 'Authorization', value: '{{apiKey}}' }],
  },
};

it.each(Object.keys(ways).flatMap((way) => ['Token token=abc123', 'abc123'].map((pasted) => [way, pasted] as const)))(
  'a profile that %s sends the scheme once, when the person pastes “%s”',
  (way, pasted) => {
    const profile = ways[way] ?? builtIn;
    const read = readConnectForm(integration, profile, { tenant: 'acme', apiKey: pasted });
    if (!read.ok) throw new Error(read.reason);
    const credential = { type: 'api_key', values: read.values } as const;
    const parts = { path: '/', headers: {}, query: {} };
    expect(authMethodOf('api_key').apply(parts, profile, credential, { tenant: 'acme' }).headers).toEqual({
      Authorization: 'Token token=abc123',
    });
  },
);

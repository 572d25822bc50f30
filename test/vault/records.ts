import type { Authorization, Begun, Redirect } from '../../src/model/authorization.ts';
import type { Connection } from '../../src/model/connection.ts';
import type { ConversationAddress } from '../../src/model/conversation.ts';
import type { TokenCredential } from '../../src/model/credential.ts';
import type { CustomProfile } from '../../src/model/custom-profile.ts';
import { beginErrand, type Errand, type ErrandBase } from '../../src/model/errand.ts';
import type { Operator } from '../../src/model/operator.ts';
import type { UserOwner } from '../../src/model/owner.ts';
import type { Setup } from '../../src/model/setup.ts';

export const KEYS = `k1:${Buffer.alloc(32, 1).toString('base64')}`;
export const OTHER_KEYS = `k2:${Buffer.alloc(32, 2).toString('base64')}`;

export const ann: UserOwner = { kind: 'user', bot: 'bot', channel: 'webchat', tenant: '', user: 'ann' };
export const bob: UserOwner = { ...ann, user: 'bob' };

export const conversation: ConversationAddress = {
  key: 'webchat/1',
  kind: 'personal',
  reference: { serviceUrl: 'https://channel.example', conversation: { id: '1' } },
};

export const credential: TokenCredential = { type: 'oauth2', accessToken: 'the-access-token', scopes: ['read'] };

type Redirected = Extract<Authorization, { readonly status: 'redirected' }>;

export function authorization(given: Partial<Begun> & Partial<Redirect> = {}): Redirected {
  return {
    id: 'a1',
    version: 1,
    status: 'redirected',
    owner: ann,
    ownerName: 'Ann',
    conversation,
    integration: 'acme',
    profile: 'system',
    scopes: ['read'],
    purpose: 'ping it',
    linkHash: 'link',
    triesLeft: 3,
    browserHash: 'browser',
    stateHash: 'state',
    codeVerifier: 'the-code-verifier',
    createdAt: 100,
    updatedAt: 100,
    expiresAt: 1000,
    ...given,
  };
}

export function connection(given: Partial<Connection> = {}): Connection {
  return {
    id: 'c1',
    version: 1,
    owner: ann,
    integration: 'acme',
    profile: 'system',
    status: 'active',
    account: { id: '42', label: 'ann@example.com' },
    scopes: ['read'],
    createdAt: 100,
    updatedAt: 100,
    ...given,
  };
}

/** It asks for its text. */
export function errand(given: Partial<ErrandBase> = {}): Errand {
  const begun = beginErrand(
    {
      id: 'e1',
      owner: ann,
      conversation,
      ownerName: 'Ann',
      integration: 'acme',
      actionId: 'acme.ping',
      input: { text: 'hello' },
      answers: {},
      by: 'plain',
    },
    { next: { kind: 'input', name: 'text' } },
    100,
  );
  return { ...begun, version: 1, ...given };
}

export function setup(given: Partial<Setup> = {}): Setup {
  return {
    integration: 'acme',
    version: 1,
    enabled: true,
    mode: 'preauthorized',
    profile: 'system',
    audience: { kind: 'users', users: ['ann'] },
    updatedAt: 100,
    ...given,
  };
}

export function customProfile(given: Partial<CustomProfile> = {}): CustomProfile {
  const id = given.id ?? 'p1';
  return {
    id,
    version: 1,
    integration: 'acme',
    name: 'Our own app',
    description: '',
    draft: false,
    profile: {
      id,
      title: 'Our own app',
      method: 'oauth2',
      origin: 'custom',
      clientId: 'our-client',
      clientSecret: 'our-client-secret',
      authorizationUrl: 'https://acme.example/authorize',
      tokenUrl: 'https://acme.example/token',
      scopes: ['read'],
      placements: [{ in: 'header', name: 'authorization', value: 'Bearer {{accessToken}}' }],
    },
    createdAt: 100,
    updatedAt: 100,
    ...given,
  };
}

export function operator(given: Partial<Operator> = {}): Operator {
  return {
    id: 'o1',
    version: 1,
    name: 'olivia',
    passwordHash: 'argon2id$hash',
    createdAt: 100,
    updatedAt: 100,
    ...given,
  };
}

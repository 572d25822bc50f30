import type { Authorization, Begun, Redirect } from '../../src/model/authorization.ts';
import type { Connection } from '../../src/model/connection.ts';
import type { ConversationAddress } from '../../src/model/conversation.ts';
import type { TokenCredential } from '../../src/model/credential.ts';
import type { UserOwner } from '../../src/model/owner.ts';
import type { PendingAction } from '../../src/model/pending-action.ts';

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

export function pendingAction(given: Partial<PendingAction> = {}): PendingAction {
  return {
    id: 'p1',
    version: 1,
    authorizationId: 'a1',
    owner: ann,
    conversation,
    actionId: 'acme.ping',
    input: { text: 'hello' },
    mode: 'dialog',
    status: 'waiting',
    createdAt: 100,
    updatedAt: 100,
    ...given,
  };
}

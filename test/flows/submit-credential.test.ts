import { expect, it } from 'vitest';
import { submitCredentialInChat } from '../../src/flows/submit-credential.ts';
import type { Authorization } from '../../src/model/authorization.ts';
import { ann, authorization, conversation } from '../vault/records.ts';
import { acme } from './key-product.ts';
import { openServices } from './operator/open-services.ts';

it.each([
  ['personal', 'unreachable'],
  ['group', 'gone'],
] as const)('R23 a key for an attempt of a %s conversation: %s', async (kind, status) => {
  const services = await openServices('sqlite::memory:', `k1:${Buffer.alloc(32, 7).toString('base64')}`, {
    now: () => 500,
    declared: [acme],
    integrations: new Map([['acme', acme]]),
  });
  const { browserHash: _, stateHash: __, codeVerifier: ___, ...begun } = authorization();
  const attempt: Authorization = { ...begun, status: 'new', conversation: { ...conversation, kind } };
  await services.vault.authorizations.insert(attempt);
  const submitted = await submitCredentialInChat(services, {
    owner: ann,
    conversationKey: conversation.key,
    authorizationId: attempt.id,
    values: { apiKey: 'a-key-that-nobody-has' },
  });
  expect(submitted.status).toBe(status);
  await services.vault.close();
});

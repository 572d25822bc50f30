import type { Authorization } from '../model/authorization.ts';
import { connectFields } from '../model/connect-form.ts';
import type { Field } from '../model/field.ts';
import { type Owner, ownerKey } from '../model/owner.ts';
import { integrationOf, profileOf, type Services } from './services.ts';

export interface AwaitedCredential {
  readonly authorization: Authorization;
  /** The only field of the form, when there is one: then a plain message can be its value. */
  readonly onlyField: Field | undefined;
}

/** Asked before anything may record an incoming message: is this person about to type a secret here? */
export async function awaitedCredential(
  services: Services,
  input: { readonly owner: Owner; readonly conversationKey: string },
): Promise<AwaitedCredential | undefined> {
  if (services.settings.credentialEntry !== 'chat') return undefined;
  const open = await services.vault.authorizations.openOf(ownerKey(input.owner));
  for (const authorization of open.toReversed()) {
    if (authorization.conversation.key !== input.conversationKey) continue;
    if (authorization.status !== 'new' && authorization.status !== 'claimed') continue;
    if (services.now() >= authorization.expiresAt) continue;
    const integration = integrationOf(services, authorization.integration);
    const profile = profileOf(integration, authorization.profile);
    if (profile.method === 'oauth2') continue;
    const fields = connectFields(integration, profile);
    return { authorization, onlyField: fields.length === 1 ? fields[0] : undefined };
  }
  return undefined;
}

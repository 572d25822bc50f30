import type { Authorization } from '../model/authorization.ts';
import { connectFields } from '../model/connect-form.ts';
import type { Field } from '../model/field.ts';
import { type Owner, ownerKey } from '../model/owner.ts';
import { wayIn } from './access.ts';
import type { Services } from './services.ts';

export interface AwaitedCredential {
  readonly authorization: Authorization;
  /** The only field that is filled in freely, when there is one: then a plain message can be its value. */
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
    const way = wayIn(services, { integration: authorization.integration, profile: authorization.profile });
    // what is typed for a form that is gone is still nobody's to read
    if (way === undefined) return { authorization, onlyField: undefined };
    const { integration, profile } = way;
    if (profile.method === 'oauth2') continue;
    const [field, ...others] = connectFields(integration, profile).filter(isFree);
    return { authorization, onlyField: others.length === 0 ? field : undefined };
  }
  return undefined;
}

/** A closed choice has its default, and a fixed value is nobody's to say. */
function isFree(field: Field): boolean {
  return field.choices === undefined && field.visibility !== 'read-only';
}

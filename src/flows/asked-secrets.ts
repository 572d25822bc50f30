import { connectFields } from '../model/connect-form.ts';
import type { Field } from '../model/field.ts';
import { secretKind } from '../model/masked-fields.ts';
import { type Owner, ownerKey } from '../model/owner.ts';
import { takesKeyInChat } from './key-in-chat.ts';
import type { Services } from './services.ts';

/** A field that a person was asked to fill in with free text. */
export interface AskedField {
  readonly field: Field;
  /** `key`: surrounding characters do not belong to it. `password`: every character does. Undefined: not a secret. */
  readonly secret: 'key' | 'password' | undefined;
}

/** Everything that a person was asked for in the last 24 hours, in any conversation. */
export interface AskedSecrets {
  /** What is open in this conversation, if it can be entered in the chat. */
  readonly awaited?: { readonly authorizationId: string; readonly fields: readonly AskedField[] };
  readonly earlier: readonly AskedField[];
}

/** Milliseconds for which a key is still recognised if it comes late or in the wrong conversation. */
const ASKED_FOR = 24 * 60 * 60_000;
const NEWEST = 20;

export interface AskedSecretsInput {
  readonly owner: Owner;
  readonly conversationKey: string;
  /** The channel hides what people type into a card. On other channels keys are asked for on the page only. */
  readonly masks: boolean;
}

/** What this person was asked for. Called before anything can record an incoming message; costs one read of the store. */
export async function askedSecrets(services: Services, input: AskedSecretsInput): Promise<AskedSecrets> {
  const now = services.now();
  const begun = await services.vault.authorizations.begunOf(ownerKey(input.owner), now - ASKED_FOR, NEWEST);
  let awaited: AskedSecrets['awaited'];
  const earlier: AskedField[] = [];
  for (const attempt of begun) {
    const integration = services.integrations.get(attempt.integration);
    const profile = integration?.profiles.find(({ id }) => id === attempt.profile);
    if (integration === undefined || profile === undefined || profile.method === 'oauth2') continue;
    const fields = connectFields(integration, profile)
      .filter(isFree)
      .map((field) => ({ field, secret: secretKind(profile.method, field) }));
    const isOpenHere =
      attempt.conversation.key === input.conversationKey &&
      (attempt.status === 'new' || attempt.status === 'claimed') &&
      now < attempt.expiresAt;
    if (isOpenHere && input.masks && awaited === undefined && takesKeyInChat(services, profile))
      awaited = { authorizationId: attempt.id, fields };
    else earlier.push(...fields.filter(({ secret }) => secret !== undefined));
  }
  return awaited === undefined ? { earlier } : { awaited, earlier };
}

/** Fixed choices have a default, and nobody types a fixed value. */
function isFree(field: Field): boolean {
  return field.choices === undefined && field.visibility !== 'read-only';
}

import { type Authorization, LINK_LIFETIME } from '../model/authorization.ts';
import type { Errand } from '../model/errand.ts';
import { ownerKey } from '../model/owner.ts';
import { audit } from './audit.ts';
import { beginAuthorization } from './begin-authorization.ts';
import { localeOf } from './describe-link.ts';
import type { Services } from './services.ts';

export type NewLinkOutcome =
  /** The chat has the link or gets it in a moment, or the person has continued there. */
  | {
      readonly status: 'look_in_chat';
      /** The person's language in the chat (BCP 47), if the channel says it. */
      readonly locale?: string;
    }
  /** The limits are those of a request in the chat. */
  | { readonly status: 'too_many'; readonly minutes: number };

/**
 * A browser has come back from the product without its cookie, which ended the attempt, and now requests a new link for the
 * chat. The link goes to the conversation that asked, and only there. This works once for each attempt: the errand that was
 * told about the end moves to the new attempt in the transaction that begins it. The same limits apply as for "retry" in the
 * chat, and an attempt that is already open stays.
 */
export async function sendNewLink(
  services: Services,
  { authorizationId }: { readonly authorizationId: string },
): Promise<NewLinkOutcome> {
  const attempt = await services.vault.authorizations.byId(authorizationId);
  if (attempt === undefined) return { status: 'look_in_chat' };
  const done = { status: 'look_in_chat', ...localeOf(attempt) } as const;
  if (!mayAskForNewLink(services, attempt)) return done;
  const errand = await toldOf(services, attempt);
  if (errand === undefined || (await hasNewer(services, attempt))) return done;
  const { owner, ownerName, conversation, integration, profile, purpose, scopes, replaces } = attempt;
  const begun = await beginAuthorization(services, {
    ...{ owner, ownerName, conversation, integration, profile, purpose, scopes },
    ...(attempt.tenant === undefined || attempt.tenantFrom === 'page' ? {} : { tenant: attempt.tenant }),
    ...(replaces === undefined ? {} : { replaces }),
    errand: { record: errand, isAskedOnPage: true, isUnattended: true },
    retry: true,
  });
  const facts = { kind: FACTS[begun.status] };
  await audit(services, { actor: 'browser', what: 'new_link_asked', subject: attempt.id, facts });
  services.wake();
  return begun.status === 'too_many' ? begun : done;
}

const FACTS = {
  begun: 'ok',
  joined: 'ok',
  taken: 'taken',
  group: 'refused',
  refused: 'refused',
  too_many: 'too_many',
} as const;

/** It ended recently because another browser came back, and it has a chat. */
export function mayAskForNewLink(services: Services, attempt: Authorization): boolean {
  if (attempt.status !== 'failed' || attempt.why !== 'other_browser' || attempt.owner.kind !== 'user') return false;
  return services.now() < attempt.updatedAt + LINK_LIFETIME;
}

async function hasNewer(services: Services, { owner, integration }: Authorization): Promise<boolean> {
  const open = await services.vault.authorizations.openOf(ownerKey(owner));
  return open.some((one) => one.integration === integration);
}

/** Undefined if the link has already been requested or the person has continued in the chat. */
async function toldOf(services: Services, { id, owner, conversation }: Authorization): Promise<Errand | undefined> {
  const here = await services.vault.errands.here(ownerKey(owner), conversation.key, services.now() + 1);
  return here.find(
    (errand) => errand.status === 'asking' && errand.ask.kind === 'retry' && errand.ask.authorizationId === id,
  );
}

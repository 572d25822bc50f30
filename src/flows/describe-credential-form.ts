import { connectFields } from '../model/connect-form.ts';
import type { Field } from '../model/field.ts';
import { isWithdrawn } from './attempt-refusal.ts';
import { type Browser, browserOf, hasAnswered } from './claiming-browser.ts';
import { whoAsks } from './describe-link.ts';
import { hashSecret } from './one-time-secret.ts';
import { integrationOf, profileOf, type Services } from './services.ts';

export type CredentialFormDescription =
  | {
      readonly status: 'form';
      readonly authorizationId: string;
      readonly integrationName: string;
      readonly botName: string;
      readonly ownerName: string;
      readonly channel: string;
      /** The person's language in the chat (BCP 47), if the channel says it. */
      readonly locale?: string;
      readonly purpose: string;
      readonly fields: readonly Field[];
      readonly manageUrl?: string;
    }
  /** This browser has already sent a key. The attempt's own page shows its state. */
  | { readonly status: 'landed'; readonly authorizationId: string }
  /** Another browser has the link. Nothing has changed. */
  | { readonly status: 'other_browser' }
  | { readonly status: 'gone' };

/** Describes the one-time page for keys and passwords, for the browser that claimed the link. */
export async function describeCredentialForm(
  services: Services,
  input: { readonly link: string; readonly browser: Browser },
): Promise<CredentialFormDescription> {
  const attempt = await services.vault.authorizations.byLinkHash(hashSecret(input.link));
  if (attempt === undefined) return { status: 'gone' };
  const known = browserOf(attempt, input.browser);
  if (known.status === 'own' && hasAnswered(attempt)) return { status: 'landed', authorizationId: attempt.id };
  if (attempt.status !== 'claimed' || services.now() >= attempt.expiresAt) return { status: 'gone' };
  if (known.status !== 'own') return { status: 'other_browser' };
  if (await isWithdrawn(services, attempt)) return { status: 'gone' };
  const integration = integrationOf(services, attempt.integration);
  const profile = profileOf(integration, attempt.profile);
  if (profile.method === 'oauth2') return { status: 'gone' };
  return {
    status: 'form',
    authorizationId: attempt.id,
    integrationName: integration.name,
    ...whoAsks(services, attempt),
    purpose: attempt.purpose,
    fields: connectFields(integration, profile),
    ...(integration.manageUrl === undefined ? {} : { manageUrl: integration.manageUrl }),
  };
}

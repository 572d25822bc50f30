import { connectFields } from '../model/connect-form.ts';
import type { Field } from '../model/field.ts';
import { isWithdrawn } from './attempt-refusal.ts';
import { whoAsks } from './describe-link.ts';
import { hashSecret, isSecretOf } from './one-time-secret.ts';
import { integrationOf, profileOf, type Services } from './services.ts';

export type CredentialFormDescription =
  | {
      readonly status: 'form';
      readonly integrationName: string;
      readonly botName: string;
      readonly ownerName: string;
      readonly channel: string;
      readonly purpose: string;
      readonly fields: readonly Field[];
      readonly manageUrl?: string;
    }
  | { readonly status: 'other_browser' }
  | { readonly status: 'gone' };

/** The one-time page for keys and passwords, for the browser that claimed the link. */
export async function describeCredentialForm(
  services: Services,
  input: { readonly link: string; readonly browserSecret: string | undefined },
): Promise<CredentialFormDescription> {
  const attempt = await services.vault.authorizations.byLinkHash(hashSecret(input.link));
  if (attempt?.status !== 'claimed' || services.now() >= attempt.expiresAt) return { status: 'gone' };
  if (!isSecretOf(input.browserSecret, attempt.browserHash)) return { status: 'other_browser' };
  if (await isWithdrawn(services, attempt)) return { status: 'gone' };
  const integration = integrationOf(services, attempt.integration);
  const profile = profileOf(integration, attempt.profile);
  if (profile.method === 'oauth2') return { status: 'gone' };
  return {
    status: 'form',
    integrationName: integration.name,
    ...whoAsks(services, attempt),
    purpose: attempt.purpose,
    fields: connectFields(integration, profile),
    ...(integration.manageUrl === undefined ? {} : { manageUrl: integration.manageUrl }),
  };
}

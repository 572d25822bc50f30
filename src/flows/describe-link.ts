import { type Authorization, asksTenant } from '../model/authorization.ts';
import { tenantField } from '../model/connect-form.ts';
import type { Field } from '../model/field.ts';
import type { AuthMethodName } from '../model/profile.ts';
import { attemptRefusal } from './attempt-refusal.ts';
import { hashSecret, isSecretOf } from './one-time-secret.ts';
import { integrationOf, profileOf, type Services } from './services.ts';

export type LinkDescription =
  | {
      readonly status: 'open';
      readonly integrationName: string;
      readonly botName: string;
      readonly ownerName: string;
      readonly channel: string;
      /** Completes "… to …". */
      readonly purpose: string;
      readonly method: AuthMethodName;
      readonly scopes: readonly { readonly scope: string; readonly text: string }[];
      readonly expiresAt: number;
      /** The page asks for the customer's name at the product; with `value`, what was typed before. */
      readonly tenantField?: Field;
    }
  | { readonly status: 'gone' };

/**
 * Who connects what. Changes nothing: scanners and link previews open links too (security.md R2). What was typed on the page
 * is told to the browser that typed it only.
 */
export async function describeLink(
  services: Services,
  input: { readonly link: string; readonly browserSecret?: string | undefined },
): Promise<LinkDescription> {
  const attempt = await services.vault.authorizations.byLinkHash(hashSecret(input.link));
  if (attempt === undefined || !isClaimable(attempt) || services.now() >= attempt.expiresAt) return { status: 'gone' };
  if (attemptRefusal(services, attempt) !== undefined) return { status: 'gone' };
  const integration = integrationOf(services, attempt.integration);
  const { method } = profileOf(integration, attempt.profile);
  const tenant = method === 'oauth2' && mayAnswer(attempt, input.browserSecret) ? integration.tenant : undefined;
  return {
    status: 'open',
    integrationName: integration.name,
    ...whoAsks(services, attempt),
    purpose: attempt.purpose,
    method,
    scopes: attempt.scopes.map((scope) => ({ scope, text: integration.scopeTexts?.[scope] ?? scope })),
    expiresAt: attempt.expiresAt,
    ...(tenant === undefined ? {} : { tenantField: { ...tenantField(tenant), ...typedBefore(attempt) } }),
  };
}

/** What every page names, so that a forwarded link is recognised (security.md R13). */
export function whoAsks(services: Services, attempt: Authorization) {
  return {
    botName: services.settings.botName,
    ownerName: attempt.ownerName,
    channel: attempt.owner.kind === 'user' ? attempt.owner.channel : '',
  };
}

function mayAnswer(attempt: Authorization, browserSecret: string | undefined): boolean {
  if (!asksTenant(attempt)) return false;
  return !('browserHash' in attempt) || isSecretOf(browserSecret, attempt.browserHash);
}

function typedBefore({ tenant }: Authorization): Pick<Field, 'value'> {
  return tenant === undefined ? {} : { value: tenant };
}

function isClaimable(attempt: Authorization): boolean {
  return attempt.status === 'new' || attempt.status === 'claimed' || attempt.status === 'redirected';
}

import { type Authorization, asksTenant } from '../model/authorization.ts';
import { askedTenantField } from '../model/connect-form.ts';
import type { Field } from '../model/field.ts';
import { ownIcon } from '../model/icon.ts';
import type { AuthMethodName } from '../model/profile.ts';
import { tenantOf } from '../model/tenant-of.ts';
import { attemptRefusal } from './attempt-refusal.ts';
import { type Browser, browserOf, hasAnswered } from './claiming-browser.ts';
import { hashSecret } from './one-time-secret.ts';
import { integrationOf, profileOf, type Services } from './services.ts';

export type LinkDescription =
  | {
      readonly status: 'open';
      readonly authorizationId: string;
      readonly integrationName: string;
      /** Id of the integration, if it has an icon. */
      readonly icon?: string;
      readonly botName: string;
      readonly ownerName: string;
      readonly channel: string;
      /** The person's language in the chat (BCP 47), if the channel says it. */
      readonly locale?: string;
      /** Completes "… to …". */
      readonly purpose: string;
      readonly method: AuthMethodName;
      readonly scopes: readonly { readonly scope: string; readonly text: string }[];
      readonly expiresAt: number;
      /** The link belongs to a person and is unclaimed, so another device of theirs may take it. */
      readonly isUnclaimed: boolean;
      /** The page asks for the customer's name at the product. `value` is what was typed before. */
      readonly tenantField?: Field;
    }
  /** This browser is past this step. */
  | { readonly status: 'landed'; readonly authorizationId: string }
  /** Another browser has the link. Nothing has changed. */
  | { readonly status: 'other_browser' }
  | { readonly status: 'gone' };

/**
 * Says who connects what. Changes nothing, because scanners and link previews open links too. What was typed on the page,
 * and everything after the claim, is shown only to the browser that did it.
 */
export async function describeLink(
  services: Services,
  input: { readonly link: string; readonly browser: Browser },
): Promise<LinkDescription> {
  const attempt = await services.vault.authorizations.byLinkHash(hashSecret(input.link));
  if (attempt === undefined) return { status: 'gone' };
  const known = browserOf(attempt, input.browser);
  if (known.status === 'own' && hasAnswered(attempt)) return { status: 'landed', authorizationId: attempt.id };
  if (!isClaimable(attempt) || services.now() >= attempt.expiresAt) return { status: 'gone' };
  if (attemptRefusal(services, attempt) !== undefined) return { status: 'gone' };
  if (known.status === 'other') return { status: 'other_browser' };
  const integration = integrationOf(services, attempt.integration);
  const profile = profileOf(integration, attempt.profile);
  const { method } = profile;
  const asked = method === 'oauth2' && asksTenant(attempt) ? tenantOf(integration, profile) : undefined;
  const [tenantField] = askedTenantField(asked);
  return {
    status: 'open',
    authorizationId: attempt.id,
    integrationName: integration.name,
    ...ownIcon(integration),
    ...whoAsks(services, attempt),
    purpose: attempt.purpose,
    method,
    scopes: attempt.scopes.map((scope) => ({ scope, text: integration.scopeTexts?.[scope] ?? scope })),
    expiresAt: attempt.expiresAt,
    isUnclaimed: attempt.status === 'new' && attempt.owner.kind === 'user',
    ...(tenantField === undefined ? {} : { tenantField: { ...tenantField, ...typedBefore(attempt) } }),
  };
}

/** The names on every page, by which people recognise a forwarded link. */
export function whoAsks(services: Services, attempt: Authorization) {
  return {
    botName: services.settings.botName,
    ownerName: attempt.ownerName,
    channel: attempt.owner.kind === 'user' ? attempt.owner.channel : '',
    ...localeOf(attempt),
  };
}

/** The person's language in the chat, for the pages. */
export function localeOf({ conversation: { locale } }: Pick<Authorization, 'conversation'>): {
  readonly locale?: string;
} {
  return locale === undefined ? {} : { locale };
}

function typedBefore({ tenant }: Authorization): Pick<Field, 'value'> {
  return tenant === undefined ? {} : { value: tenant };
}

function isClaimable({ status }: Authorization): boolean {
  return status === 'new' || status === 'claimed' || status === 'redirected';
}

import { type Authorization, type EndReason, needsSite } from '../model/authorization.ts';
import { confirmationCode, formatConfirmationCode } from '../model/confirmation-code.ts';
import { placeName } from '../model/connection-name.ts';
import type { Site } from '../model/credential.ts';
import { ownIcon } from '../model/icon.ts';
import type { Tenant } from '../model/tenant.ts';
import { type Browser, browserOf } from './claiming-browser.ts';
import { whoAsks } from './describe-link.ts';
import type { Services } from './services.ts';

interface Who {
  readonly integrationName: string;
  /** Id of the integration, if it has an icon. */
  readonly icon?: string;
  readonly botName: string;
  readonly ownerName: string;
  readonly channel: string;
  /** The person's language in the chat (BCP 47), if the channel says it. */
  readonly locale?: string;
}

export type AuthorizationDescription =
  | (Who & {
      readonly status: 'code';
      /** `BCDF-GHJK` */
      readonly code: string;
      readonly account: string;
      readonly site?: string;
      readonly expiresAt: number;
      readonly manageUrl?: string;
    })
  | (Who & { readonly status: 'choose_site'; readonly noun: string; readonly sites: readonly Site[] })
  | (Who & {
      readonly status: 'connected';
      readonly account: string;
      /** Set if it was begun in the console, where the person returns to. */
      readonly integration?: string;
    })
  | (Who & { readonly status: 'working' })
  | (Who & {
      readonly status: 'ended';
      readonly why: EndReason;
      readonly manageUrl?: string;
      /** As for `connected`. */
      readonly integration?: string;
    })
  | { readonly status: 'gone' };

/** The state of an attempt, for the browser that claimed it and no other. */
export async function describeAuthorization(
  services: Services,
  input: { readonly authorizationId: string; readonly browser: Browser },
): Promise<AuthorizationDescription> {
  const attempt = await services.vault.authorizations.byId(input.authorizationId);
  if (attempt === undefined) return { status: 'gone' };
  const known = browserOf(attempt, input.browser);
  return known.status === 'own' ? describe(services, attempt, known.browserSecret) : { status: 'gone' };
}

function describe(services: Services, attempt: Authorization, browserSecret: string): AuthorizationDescription {
  const integration = services.integrations.get(attempt.integration);
  const who: Who = {
    integrationName: integration?.name ?? attempt.integration,
    ...ownIcon(integration),
    ...whoAsks(services, attempt),
  };
  const manage = integration?.manageUrl === undefined ? {} : { manageUrl: integration.manageUrl };
  switch (attempt.status) {
    case 'new':
    case 'claimed':
    case 'redirected':
      return { status: 'gone' };
    case 'exchanging':
      return { status: 'working', ...who };
    case 'quarantined':
      if (services.now() >= attempt.expiresAt) return { status: 'ended', why: 'expired', ...who, ...manage };
      if (needsSite(attempt)) {
        return { status: 'choose_site', noun: integration?.sites?.noun ?? 'site', sites: attempt.sites, ...who };
      }
      return {
        status: 'code',
        code: formatConfirmationCode(confirmationCode(browserSecret, attempt.id)),
        account: attempt.account.label,
        ...placeOf(attempt, integration?.tenant),
        expiresAt: attempt.expiresAt,
        ...who,
        ...manage,
      };
    case 'done':
      return {
        status: 'connected',
        account: attempt.account.label,
        ...consoleOf(attempt),
        ...who,
      };
    default:
      return { status: 'ended', why: attempt.why, ...consoleOf(attempt), ...who, ...manage };
  }
}

/** The site or the customer, which tells apart two accounts with the same name. */
function placeOf(
  attempt: Extract<Authorization, { readonly status: 'quarantined' }>,
  declared: Tenant | undefined,
): { readonly site?: string } {
  const site = placeName(attempt, declared);
  return site === undefined || site === attempt.account.label ? {} : { site };
}

function consoleOf(attempt: Authorization): { readonly integration?: string } {
  return attempt.owner.kind === 'shared' ? { integration: attempt.integration } : {};
}

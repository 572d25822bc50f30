import { CODE_LIFETIME } from '../model/authorization.ts';
import { isWithdrawn } from './attempt-refusal.ts';
import { checkCredential } from './check-credential.ts';
import { type Browser, browserOf } from './claiming-browser.ts';
import { completeAuthorization } from './complete-authorization.ts';
import { move } from './move.ts';
import { needsNoCode } from './quarantine-credential.ts';
import { integrationOf, type Services } from './services.ts';

export type SiteChoiceOutcome = { readonly status: 'landed' | 'unreachable' | 'gone' };

/** Applies the person's choice among the sites that the access covers, after checking the account there. */
export async function chooseSite(
  services: Services,
  input: { readonly authorizationId: string; readonly browser: Browser; readonly siteId: string },
): Promise<SiteChoiceOutcome> {
  const attempt = await services.vault.authorizations.byId(input.authorizationId);
  if (attempt?.status !== 'quarantined' || browserOf(attempt, input.browser).status !== 'own') {
    return { status: 'gone' };
  }
  const site = attempt.sites.find((candidate) => candidate.id === input.siteId);
  if (site === undefined) return { status: 'gone' };
  if (await isWithdrawn(services, attempt)) return { status: 'landed' };
  const integration = integrationOf(services, attempt.integration);
  const check = await checkCredential(services, integration, { ...attempt, site });
  if (check.status !== 'ok') return { status: 'unreachable' };
  const chosen = await move(services, attempt, {
    type: 'choose_site',
    site,
    account: check.account,
    expiresAt: services.now() + CODE_LIFETIME,
  });
  if (chosen === undefined) return { status: 'gone' };
  if (needsNoCode(services, chosen)) await completeAuthorization(services, chosen, { isUnattended: true });
  return { status: 'landed' };
}

import { randomUUID } from 'node:crypto';
import { clientCredentialsGrant } from '../../auth-methods/oauth2/protocol.ts';
import { HostRefusedError, OAuthRefusedError, ProviderUnreachableError } from '../../errors.ts';
import { type Authorization, LINK_LIFETIME, TRIES } from '../../model/authorization.ts';
import { readConnectForm, tenantField, tenantGiven } from '../../model/connect-form.ts';
import type { Account } from '../../model/credential.ts';
import type { FieldFault, FieldFaults } from '../../model/field.ts';
import { text } from '../../model/json.ts';
import type { StartedBy } from '../../model/operator.ts';
import { profileForTenant } from '../../model/profile-for-tenant.ts';
import { SITE_KEY, siteField } from '../../model/site-field.ts';
import { readTenant } from '../../model/tenant.ts';
import { tenantOf } from '../../model/tenant-of.ts';
import { checkCredential } from '../check-credential.ts';
import { type Claimed, redirect } from '../claim-link.ts';
import { acceptCredential } from '../complete-authorization.ts';
import { whileHeld } from '../hold-token.ts';
import { learnValues } from '../learn-values.ts';
import { move } from '../move.ts';
import { hashSecret, newSecret } from '../one-time-secret.ts';
import { integrationOf, profileOf, type Services } from '../services.ts';
import { siteOfGrant } from '../site-of-grant.ts';
import { tokenContext } from '../token-context.ts';
import { type Actor, audited } from './audited.ts';
import { namedProfile } from './named-profile.ts';
import { mayFinish } from './operator-sessions.ts';

export type ShareOutcome =
  /** A key, a password or the bot's own client was accepted. It is the shared account from now on. */
  | { readonly status: 'connected'; readonly account: Account }
  /** OAuth: the operator's browser continues there. The callback completes it without a code. */
  | (Claimed & { readonly status: 'redirect'; readonly url: string })
  | ({ readonly status: 'invalid' } & FieldFaults)
  /** The developer was removed or signed out in the meantime. */
  | { readonly status: 'signed_out' }
  | { readonly status: 'unknown_tenant' | 'refused' | 'unreachable' | 'unknown_profile' };

export interface ShareInput {
  readonly actor: Actor;
  /** The developer's session in the console, which must last until the account is connected. Absent: nobody signed in. */
  readonly startedBy?: StartedBy;
  readonly integration: string;
  readonly profile: string;
  /** Fields of the form, or `tenant` for OAuth, and `site` if the bot signs in as itself and the access covers several. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** Connects the one account that everybody in the audience uses. */
export async function shareConnection(services: Services, input: ShareInput): Promise<ShareOutcome> {
  const integration = services.integrations.get(input.integration);
  const profile = integration?.profiles.find(({ id }) => id === input.profile);
  if (integration === undefined || profile === undefined) return { status: 'unknown_profile' };
  await audited(services, { ...input, what: 'sharing_begun', subject: integration.id }, async () => ({
    value: undefined,
    facts: { kind: 'profile', ...namedProfile(services, integration.id, profile) },
  }));
  if (profile.method !== 'oauth2') return shareByForm(services, input);
  return profile.grant === 'client_credentials' ? shareByClient(services, input) : shareByOAuth(services, input);
}

type Input = Parameters<typeof shareConnection>[1];

async function shareByOAuth(services: Services, input: Input): Promise<ShareOutcome> {
  const client = clientOf(services, input);
  if (client.status !== 'known') return client;
  const { profile, tenant } = client;
  const browserSecret = newSecret(services);
  const attempt: Authorization = {
    ...begun(services, input),
    status: 'claimed',
    scopes: profile.scopes,
    ...(tenant === undefined ? {} : { tenant }),
    browserHash: hashSecret(browserSecret),
  };
  await services.vault.authorizations.insert(attempt);
  const outcome = await redirect(services, profile, (event) => move(services, attempt, event));
  if (outcome === undefined) return { status: 'unreachable' };
  return { status: 'redirect', url: outcome.url, authorizationId: attempt.id, browserSecret };
}

/** Authorizes the bot itself with its client, without a browser. */
async function shareByClient(services: Services, input: Input): Promise<ShareOutcome> {
  const client = clientOf(services, input);
  if (client.status !== 'known') return client;
  const { integration, profile, tenant } = client;
  // one person's token must not be used for everybody
  if (profile.grant !== 'client_credentials' || profile.exchange !== undefined) return { status: 'unknown_profile' };
  const attempt = newAttempt(services, input);
  try {
    return await whileHeld(
      services,
      { id: attempt.id, owner: attempt.owner, integration: integration.id, profile: profile.id, tenant },
      () => clientCredentialsGrant(profile, tokenContext(services, integration, profile.tokenUrl, tenant)),
      async (token, held): Promise<ShareOutcome> => {
        const granted = await learnValues(services, integration, token);
        if (granted.status === 'misconfigured') return { status: 'refused' };
        if (granted.status !== 'known') return { status: granted.status };
        const { credential } = granted;
        const wanted = text(input.values[SITE_KEY]);
        const place = await siteOfGrant(services, integration, { profile, credential }, wanted);
        if (place.status === 'choose_site') {
          const field = siteField(integration.sites?.noun ?? SITE_KEY, place.sites);
          return invalid({ field, reason: wanted === '' ? 'missing' : 'not_a_choice' });
        }
        if (place.status !== 'known') return place;
        const { site } = place;
        const check = await checkCredential(services, integration, { profile: profile.id, credential, tenant, site });
        if (check.status !== 'ok') return { status: check.status === 'unreachable' ? 'unreachable' : 'refused' };
        return accept(services, attempt, { credential, account: check.account, tenant, site, held });
      },
    );
  } catch (error) {
    if (error instanceof OAuthRefusedError) return { status: error.kind === 'transient' ? 'unreachable' : 'refused' };
    if (error instanceof ProviderUnreachableError || error instanceof HostRefusedError)
      return { status: 'unreachable' };
    throw error;
  }
}

/** The OAuth client for the tenant. */
function clientOf(services: Services, input: Input) {
  const integration = integrationOf(services, input.integration);
  const declared = profileOf(integration, input.profile);
  const named = tenantOf(integration, declared);
  const read = named === undefined ? undefined : readTenant(tenantGiven(input.values), named);
  if (named !== undefined && read?.ok === false) return invalid({ field: tenantField(named), reason: read.reason });
  const tenant = read?.ok === true ? read.tenant : undefined;
  const profile = profileForTenant(integration, declared, tenant);
  if (profile?.method !== 'oauth2') return { status: 'unknown_tenant' } as const;
  return { status: 'known', integration, profile, tenant } as const;
}

async function shareByForm(services: Services, input: Input): Promise<ShareOutcome> {
  const integration = integrationOf(services, input.integration);
  const profile = profileOf(integration, input.profile);
  if (profile.method === 'oauth2') return { status: 'unknown_profile' };
  const read = readConnectForm(integration, profile, input.values);
  if (!read.ok) return { status: 'invalid', field: read.field, reason: read.reason, faults: read.faults };
  const credential = { type: profile.method, values: read.values } as const;
  const { tenant } = read;
  const check = await checkCredential(services, integration, { profile: profile.id, credential, tenant });
  if (check.status === 'no_such_tenant' && integration.tenant !== undefined) {
    return invalid({ field: tenantField(integration.tenant), reason: 'nobody_there' });
  }
  if (check.status !== 'ok') return { status: check.status === 'refused' ? 'refused' : 'unreachable' };
  return accept(services, newAttempt(services, input), { credential, account: check.account, tenant });
}

function invalid(fault: FieldFault) {
  return { status: 'invalid', ...fault, faults: [fault] } as const;
}

/** The credential is already known, so nobody is asked for anything. */
function newAttempt(services: Services, input: Input): Authorization {
  return { ...begun(services, input), status: 'new', scopes: [] };
}

async function accept(
  services: Services,
  attempt: Authorization,
  proven: Parameters<typeof acceptCredential>[2],
): Promise<ShareOutcome> {
  await services.vault.authorizations.insert(attempt);
  if ((await acceptCredential(services, attempt, proven)) !== undefined) {
    return { status: 'connected', account: proven.account };
  }
  return { status: (await mayFinish(services, services.vault, attempt)) ? 'unreachable' : 'signed_out' };
}

/** An attempt that no conversation waits for. */
function begun(services: Services, input: Input) {
  const now = services.now();
  return {
    id: randomUUID(),
    version: 1,
    owner: { kind: 'shared', bot: services.bot },
    ownerName: input.actor.name,
    ...(input.startedBy === undefined ? {} : { startedBy: input.startedBy }),
    conversation: { key: 'console', kind: 'personal', reference: {} },
    integration: input.integration,
    profile: input.profile,
    purpose: 'act for everybody it is shared with',
    linkHash: hashSecret(newSecret(services)),
    triesLeft: TRIES,
    createdAt: now,
    updatedAt: now,
    expiresAt: now + LINK_LIFETIME,
  } as const;
}

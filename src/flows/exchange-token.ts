import { randomUUID } from 'node:crypto';
import { tokenExchangeGrant } from '../auth-methods/oauth2/protocol.ts';
import { HostRefusedError, OAuthRefusedError, ProviderUnreachableError } from '../errors.ts';
import { type Authorization, LINK_LIFETIME, TRIES } from '../model/authorization.ts';
import type { ConversationAddress } from '../model/conversation.ts';
import type { Account, Site } from '../model/credential.ts';
import type { Integration } from '../model/integration.ts';
import { type Owner, ownerKey } from '../model/owner.ts';
import type { ClientCredentialsProfile, TokenExchange } from '../model/profile.ts';
import { profileForTenant } from '../model/profile-for-tenant.ts';
import { readTenant } from '../model/tenant.ts';
import { tenantOf } from '../model/tenant-of.ts';
import { accessOf } from './access.ts';
import { checkCredential } from './check-credential.ts';
import { acceptCredential } from './complete-authorization.ts';
import { freshCredential } from './find-credential.ts';
import { whileHeld } from './hold-token.ts';
import { learnValues } from './learn-values.ts';
import { hashSecret, newSecret } from './one-time-secret.ts';
import type { Services } from './services.ts';
import { siteOfGrant } from './site-of-grant.ts';
import { tokenContext } from './token-context.ts';

/** What to connect, besides who the person is. */
export interface ExchangeWanted {
  readonly integration: string;
  /** A profile with `exchange`. Default: the integration's first. */
  readonly profile?: string;
  /** The customer or region, if the integration asks for one. */
  readonly tenant?: string;
  /** A token of this person, for example from the bot's own sign-in. It is sent to the token endpoint and not stored. */
  readonly token: string;
  /** Which of several sites, by id or name. Not needed if the token covers only one. */
  readonly site?: string;
}

export type ExchangeOutcome =
  | { readonly status: 'connected'; readonly account: Account }
  /** The token covers several sites: exchange it again with the `site` that the person wants. Nothing is connected. */
  | { readonly status: 'choose_site'; readonly sites: readonly Site[] }
  /** The server does not accept the token or the client, or the product does not accept the new token. */
  | { readonly status: 'refused' }
  | { readonly status: 'unreachable' }
  /** No profile of this integration exchanges tokens, or none does for this customer. */
  | { readonly status: 'unknown_profile' }
  /** The developer has switched it off, a shared account is used, or others can read the conversation. */
  | { readonly status: 'not_allowed' };

export interface ExchangeInput extends ExchangeWanted {
  readonly owner: Owner;
  readonly ownerName: string;
  /** Must be personal. */
  readonly conversation: ConversationAddress;
}

/** Connects a person with a token of theirs that the bot has, unless they have a working connection. */
export async function exchangeToken(services: Services, input: ExchangeInput): Promise<ExchangeOutcome> {
  const integration = services.integrations.get(input.integration);
  const way = integration && wayOf(integration, input);
  if (integration === undefined || way === undefined) return { status: 'unknown_profile' };
  if (accessOf(services, input.owner, { integration: integration.id }).status !== 'own') {
    return { status: 'not_allowed' };
  }
  const stored = await services.vault.connections.current(ownerKey(input.owner), integration.id);
  const found = stored && (await freshCredential(services, stored));
  if (found?.status === 'ready') return { status: 'connected', account: found.stored.connection.account };
  if (found?.status === 'unreachable') return found;
  try {
    return await exchanged(services, integration, way, input);
  } catch (error) {
    if (error instanceof OAuthRefusedError) return { status: error.kind === 'transient' ? 'unreachable' : 'refused' };
    if (error instanceof ProviderUnreachableError || error instanceof HostRefusedError)
      return { status: 'unreachable' };
    throw error;
  }
}

interface Way {
  readonly profile: ClientCredentialsProfile;
  readonly exchange: TokenExchange;
  readonly tenant: string | undefined;
}

function wayOf(integration: Integration, wanted: ExchangeWanted): Way | undefined {
  for (const declared of integration.profiles) {
    if (wanted.profile !== undefined && wanted.profile !== declared.id) continue;
    const named = tenantOf(integration, declared);
    const read = named && readTenant(wanted.tenant ?? '', named);
    if (read?.ok === false) continue;
    const profile = profileForTenant(integration, declared, read?.tenant);
    if (profile?.method !== 'oauth2' || profile.grant !== 'client_credentials') continue;
    if (profile.exchange !== undefined) return { profile, exchange: profile.exchange, tenant: read?.tenant };
  }
  return undefined;
}

async function exchanged(
  services: Services,
  integration: Integration,
  { profile, exchange, tenant }: Way,
  input: ExchangeInput,
): Promise<ExchangeOutcome> {
  const attempt = begun(services, profile, input);
  const { id, owner } = attempt;
  return whileHeld(
    services,
    { id, owner, integration: integration.id, profile: profile.id, tenant },
    () => {
      const context = tokenContext(services, integration, profile.tokenUrl, tenant);
      return tokenExchangeGrant(profile, exchange, input.token, context);
    },
    async (granted, held): Promise<ExchangeOutcome> => {
      const learned = await learnValues(services, integration, granted);
      if (learned.status === 'misconfigured') return { status: 'refused' };
      if (learned.status !== 'known') return { status: learned.status };
      const { credential } = learned;
      const place = await siteOfGrant(services, integration, { profile, credential }, input.site);
      if (place.status !== 'known') return place;
      const { site } = place;
      const check = await checkCredential(services, integration, { profile: profile.id, credential, tenant, site });
      if (check.status !== 'ok') return { status: check.status === 'unreachable' ? 'unreachable' : 'refused' };
      await services.vault.authorizations.insert(attempt);
      const proven = { credential, account: check.account, tenant, site, held };
      const completed = await acceptCredential(services, attempt, proven);
      return completed === undefined ? { status: 'unreachable' } : { status: 'connected', account: check.account };
    },
  );
}

/** Every connection results from an attempt, even if nobody was asked. */
function begun(services: Services, { id, scopes }: ClientCredentialsProfile, input: ExchangeInput): Authorization {
  const now = services.now();
  return {
    ...{ id: randomUUID(), version: 1, status: 'new', profile: id, scopes },
    ...{ owner: input.owner, ownerName: input.ownerName, conversation: input.conversation },
    ...{ integration: input.integration, purpose: 'use the sign-in of the bot', triesLeft: TRIES },
    ...{ linkHash: hashSecret(newSecret(services)), createdAt: now, updatedAt: now, expiresAt: now + LINK_LIFETIME },
  };
}

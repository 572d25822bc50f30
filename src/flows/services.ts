import type { GuardedHttp } from '../http/guarded-http.ts';
import type { LogEvent } from '../logger.ts';
import type { AnyAction } from '../model/action.ts';
import type { Integration } from '../model/integration.ts';
import type { Profile } from '../model/profile.ts';
import { profileForTenant } from '../model/profile-for-tenant.ts';
import type { Setup } from '../model/setup.ts';
import type { Vault } from '../vault/vault.ts';
import type { HeardSoon } from './heard-soon.ts';
import type { Observe } from './observe.ts';
import type { UnderWay } from './under-way.ts';

/** What every flow may use. Everything arrives from outside: flows open nothing and read no environment. */
export interface Services {
  /** Milliseconds since 1970, by the clock that all processes on the store share. */
  readonly now: () => number;
  /** Cryptographically strong. */
  readonly randomBytes: (size: number) => Uint8Array;
  readonly vault: Vault;
  readonly http: GuardedHttp;
  /** As the deployment's code declares them. */
  readonly declared: readonly Integration[];
  /** What actions and people get: the declared ones with the developer's own profiles. See `refreshDirectory`. */
  readonly integrations: Map<string, Integration>;
  /** What the developer decided, by integration. */
  readonly setups: Map<string, Setup>;
  /** Whose bot this is, for what it shares: the bot's app id. */
  readonly bot: string;
  /** Something that only the developers can do. */
  readonly attention: (need: Attention) => void;
  /** Registered by id, so that what waits survives a restart. */
  readonly actions: Map<string, AnyAction>;
  readonly settings: Settings;
  readonly log: (event: LogEvent) => void;
  /** Measures, where the host wants to know. */
  readonly observe: Observe;
  /** A notice was put in the outbox: deliver soon. */
  readonly wake: () => void;
  /** Connections used since the last round, and when: see `noteUses`. */
  readonly uses: Map<string, number>;
  /** People who were refused lately, and when: see `noteRefused`. */
  readonly refused: Map<string, number>;
  /** Renewals under way in this process, by connection id. */
  readonly renewals: Map<string, Promise<unknown>>;
  /** Tells when another process is through with the renewal of a connection, by its id. */
  readonly renewalsOver: HeardSoon;
  /** What closing waits for. */
  readonly underWay: UnderWay;
  /** Names this process in leases. */
  readonly processId: string;
}

export interface Attention {
  readonly integration: string;
  /** Its name; for `not_revoked` the product's id of it, or empty. */
  readonly account: string;
  /**
   * Of an account that the bot shares: `ended`, it no longer works; `other_account`, a renewal answered for another account,
   * so it was stopped; `ends`, the product ends it at `endsAt` (milliseconds since 1970). `not_revoked`, of anybody: the
   * product could not be asked for 24 hours to end an access; revoke it manually, at `manageUrl` where that is known.
   */
  readonly why: 'ended' | 'other_account' | 'ends' | 'not_revoked';
  readonly endsAt?: number;
  readonly manageUrl?: string;
}

export interface Settings {
  /** What browsers and products see, without a trailing slash. */
  readonly publicUrl: string;
  readonly botName: string;
  /** `last`: a code shown in the browser is typed in the chat. `none`: no code; loopback only. */
  readonly confirm: 'last' | 'none';
  /** `chat`: masked fields in personal conversations, with the page beside them. `page`: only the page. */
  readonly credentialEntry: 'chat' | 'page';
  /** Who to ask when something is not allowed. */
  readonly contact?: string;
  /** Days that lines of the audit log are kept; absent: for good. */
  readonly auditDays?: number;
}

export function integrationOf(services: Services, id: string): Integration {
  const integration = services.integrations.get(id);
  if (integration === undefined) throw new Error(`the integration ${id} is not registered`);
  return integration;
}

export function profileOf(integration: Integration, id: string): Profile {
  const profile = integration.profiles.find((candidate) => candidate.id === id);
  if (profile === undefined) throw new Error(`${integration.id} has no authorization profile ${id}`);
  return profile;
}

/** The profile of a connection or an attempt, with its tenant's own client and endpoints where there are any. */
export function profileAt(
  integration: Integration,
  place: {
    readonly profile: string;
    readonly tenant?: string | undefined;
    /** What came with the grant, where endpoints need it. */
    readonly values?: Readonly<Record<string, string>> | undefined;
  },
): Profile {
  const profile = profileForTenant(integration, profileOf(integration, place.profile), place.tenant, place.values);
  if (profile === undefined) throw new Error(`${integration.id} has no client for this tenant any more`);
  return profile;
}

/** The redirect URI of an integration: always from the configured public URL, one per integration (RFC 9700 section 2.1). */
export function redirectUriOf(services: Services, integration: string): string {
  return `${services.settings.publicUrl}/oauth/callback/${integration}`;
}

/** A short id that is both in the log and in what the person reads. */
export function newReference(services: Services): string {
  return Buffer.from(services.randomBytes(5)).toString('hex');
}

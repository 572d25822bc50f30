import type { GuardedHttp } from '../http/guarded-http.ts';
import type { LogEvent } from '../logger.ts';
import type { AnyAction } from '../model/action.ts';
import type { Integration } from '../model/integration.ts';
import type { Profile } from '../model/profile.ts';
import { profileForTenant } from '../model/profile-for-tenant.ts';
import type { Setup } from '../model/setup.ts';
import type { Vault } from '../vault/vault.ts';
import type { ErrandsBegun } from './errand-limits.ts';
import type { HeardSoon } from './heard-soon.ts';
import type { Observe } from './observe.ts';
import type { OpenIdSettings } from './operator/openid-allows.ts';
import type { UnderWay } from './under-way.ts';

/** What every flow can use. Everything is passed in: flows open nothing and read no environment. */
export interface Services {
  /** Milliseconds since 1970, by the clock that all processes on the store share. */
  readonly now: () => number;
  /** Cryptographically strong. */
  readonly randomBytes: (size: number) => Uint8Array;
  readonly vault: Vault;
  readonly http: GuardedHttp;
  /** The integrations that the deployment's code declares. */
  readonly declared: readonly Integration[];
  /** The declared integrations with the developer's own profiles, for actions and people. See `refreshDirectory`. */
  readonly integrations: Map<string, Integration>;
  /** The developer's decisions, by integration. */
  readonly setups: Map<string, Setup>;
  /** The bot's app id, which owns what the bot shares. */
  readonly bot: string;
  /** How the consoles of this process let developers in. Empty: it serves none. */
  readonly consoles: Set<{ readonly openId?: OpenIdSettings | undefined }>;
  /** Reports something that only the developers can fix. */
  readonly attention: (need: Attention) => void;
  /** Actions by id, so that waiting errands survive a restart. */
  readonly actions: Map<string, AnyAction>;
  readonly settings: Settings;
  readonly log: (event: LogEvent) => void;
  /** Measures operations, if the host has set that up. */
  readonly observe: Observe;
  /** Call it after putting a notice into the outbox, so that it is delivered soon. */
  readonly wake: () => void;
  /** Connections used since the last round, and when. See `noteUses`. */
  readonly uses: Map<string, number>;
  /** People who were recently refused, and when. See `noteRefused`. */
  readonly refused: Map<string, number>;
  /** How many errands this process has begun, by person and conversation. See `trimErrands`. */
  readonly begun: Map<string, number>;
  /** The same by bot, channel and tenant. See `minutesUntilErrand`. */
  readonly begunAt: Map<string, ErrandsBegun>;
  /** Renewals in progress in this process, by connection id. */
  readonly renewals: Map<string, Promise<unknown>>;
  /** Signals that another process has finished renewing a connection, by its id. */
  readonly renewalsOver: HeardSoon;
  /** The work that closing waits for. */
  readonly underWay: UnderWay;
  /** Identifies this process in leases. */
  readonly processId: string;
}

export interface Attention {
  readonly integration: string;
  /** The account's name, or for `not_revoked` the product's id of it, or empty. */
  readonly account: string;
  /**
   * For an account that the bot shares: `ended`, it no longer works; `other_account`, a renewal returned another account, so
   * it is no longer used; `ends`, the product will end it at `endsAt` (milliseconds since 1970). For any account:
   * `not_revoked`, the product did not respond for 24 hours, so revoke the access manually, at `manageUrl` if it is known.
   */
  readonly why: 'ended' | 'other_account' | 'ends' | 'not_revoked';
  readonly endsAt?: number;
  readonly manageUrl?: string;
}

export interface Settings {
  /** The URL that browsers and products use, without a trailing slash. */
  readonly publicUrl: string;
  readonly botName: string;
  /** `last`: the browser shows a code to be typed in the chat. `none`: no code, loopback only. */
  readonly confirm: 'last' | 'none';
  /** `chat`: masked fields in personal conversations, and a link to the page. `page`: only the page. */
  readonly credentialEntry: 'chat' | 'page';
  /** Who to ask when something is not allowed. */
  readonly contact?: string;
  /** Days for which lines of the audit log are kept. Absent: forever. */
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

/** The profile of a connection or an attempt, with the tenant's own client and endpoints if there are any. */
export function profileAt(
  integration: Integration,
  place: {
    readonly profile: string;
    readonly tenant?: string | undefined;
    /** Values that came with the token, if endpoints need them. */
    readonly values?: Readonly<Record<string, string>> | undefined;
  },
): Profile {
  const profile = profileForTenant(integration, profileOf(integration, place.profile), place.tenant, place.values);
  if (profile === undefined) throw new Error(`${integration.id} has no client for this tenant any more`);
  return profile;
}

/**
 * The redirect URI of an integration. It is always made from the configured public URL, and each integration has its own
 * (RFC 9700 section 2.1).
 */
export function redirectUriOf(services: Services, integration: string): string {
  return `${services.settings.publicUrl}/oauth/callback/${integration}`;
}

/** A short id for the log and for the person's message. */
export function newReference(services: Services): string {
  return Buffer.from(services.randomBytes(5)).toString('hex');
}

import type { ConversationAddress } from './conversation.ts';
import type { Account, Credential, Site } from './credential.ts';
import type { StartedBy } from './operator.ts';
import type { Owner } from './owner.ts';

/**
 * One attempt to make a connection.
 *
 *     new ─ claim → claimed ─ redirect → redirected ─ callback → exchanging ─ quarantine → quarantined ─ confirm → done
 *      │               └──────────── quarantine (credential form) ──────────────────────────┘
 *      └─ accept (typed in the owner's chat) → done
 *
 * Side exits from every open state: expired, failed, cancelled; revoked from quarantined.
 */
export type Authorization =
  | (Begun & { readonly status: 'new' })
  | (Begun & Claim & { readonly status: 'claimed' })
  | (Begun & Claim & Redirect & { readonly status: 'redirected' })
  | (Begun & Claim & Redirect & Partial<Granted> & { readonly status: 'exchanging' })
  | (Begun & Claim & Quarantine & { readonly status: 'quarantined' })
  | (Begun & Partial<Claim> & { readonly status: 'done'; readonly connectionId: string; readonly account: Account })
  | (Begun &
      Partial<Claim> & { readonly status: 'expired' | 'failed' | 'cancelled' | 'revoked'; readonly why: EndReason });

export type AuthorizationStatus =
  | 'new'
  | 'claimed'
  | 'redirected'
  | 'exchanging'
  | 'quarantined'
  | 'done'
  | 'expired'
  | 'failed'
  | 'cancelled'
  | 'revoked';

export interface Begun {
  readonly id: string;
  readonly version: number;
  readonly owner: Owner;
  /** The person's name in the channel. Every page shows it. */
  readonly ownerName: string;
  /** Only for a shared account that a developer connects in the console. */
  readonly startedBy?: StartedBy;
  readonly conversation: ConversationAddress;
  readonly integration: string;
  readonly profile: string;
  /** The customer's name, for products whose hosts begin with it. Entered on the link's page if it was unknown before. */
  readonly tenant?: string;
  /** The tenant was typed on the link's page and can be corrected there. Absent if it is fixed. */
  readonly tenantFrom?: 'page';
  /** The requested scopes. Empty for methods without scopes. */
  readonly scopes: readonly string[];
  /** Completes "… needs access to Jira to …". */
  readonly purpose: string;
  /** The connection that this attempt replaces. */
  readonly replaces?: string;
  /** SHA-256 of the link's secret. */
  readonly linkHash: string;
  /** When the last links were created. */
  readonly linkTimes?: readonly number[];
  /** How many more wrong keys, or wrong codes, are allowed. */
  readonly triesLeft: number;
  /** MACs of the messages that were counted: a channel may deliver one again, and then it costs nothing. */
  readonly counted?: readonly string[];
  readonly createdAt: number;
  /** Time of the last transition. */
  readonly updatedAt: number;
  readonly expiresAt: number;
}

interface Claim {
  /** SHA-256 of the secret in the cookie of the browser that claimed the link. */
  readonly browserHash: string;
  /**
   * Drawn by the claim. Together with the cookie of the link's page it recreates the secret for a button that was pressed
   * twice.
   */
  readonly claimNonce?: string;
  /** SHA-256 of `state` (RFC 6749 section 10.12). Kept after use, so that a repeated callback shows the attempt's page. */
  readonly stateHash?: string;
  /** MAC of the code that this browser was shown. Kept after the end, so that a late code is recognised as the person's own. */
  readonly codeMac?: string;
}

export interface Redirect {
  readonly stateHash: string;
  /** RFC 7636; absent if the profile opts out. */
  readonly codeVerifier?: string;
}

/**
 * What the product issued, before any of it is checked. It is stored at once, so that it can be revoked whatever happens
 * next.
 */
interface Granted {
  readonly credential: Credential;
}

export interface Quarantine {
  readonly credential: Credential;
  readonly account: Account;
  /** The sites that the access covers. If there are several, one must be chosen before the code is shown. */
  readonly sites: readonly Site[];
  readonly site?: Site;
  /** MAC of the confirmation code. The code itself is not stored. */
  readonly codeMac: string;
}

export type EndReason =
  | 'expired'
  /** Refused or cancelled at the product. */
  | 'denied'
  /** An administrator at the product has not allowed this bot. */
  | 'admin_refused'
  | 'refused'
  | 'unreachable'
  | 'misconfigured'
  /** The product failed, or was too busy, while the person was there. */
  | 'product_failed'
  | 'product_busy'
  /** The product refuses the requested scopes, or refuses this client altogether. */
  | 'scope_refused'
  | 'client_refused'
  | 'interrupted'
  | 'no_site'
  | 'other_browser'
  | 'cancelled'
  /** The developer switched the integration off or removed this way to connect. */
  | 'withdrawn'
  /** A developer ended it in the console. */
  | 'stopped'
  | 'code_seen'
  | 'superseded'
  /** Displaced by too many newer attempts in the same channel and tenant. */
  | 'crowded_out'
  | 'wrong_codes'
  | 'wrong_credentials';

export type AuthorizationEvent =
  | {
      readonly type: 'renew_link';
      readonly linkHash: string;
      readonly linkTimes: readonly number[];
      readonly scopes: readonly string[];
      readonly expiresAt: number;
    }
  | {
      readonly type: 'claim';
      readonly browserHash: string;
      readonly claimNonce?: string;
      readonly tenant?: string;
      readonly tenantFrom?: 'page';
    }
  | ({ readonly type: 'redirect' } & Redirect)
  | { readonly type: 'callback' }
  | ({ readonly type: 'grant' } & Granted)
  | ({ readonly type: 'quarantine'; readonly tenant?: string; readonly expiresAt: number } & Quarantine)
  | { readonly type: 'choose_site'; readonly site: Site; readonly account: Account; readonly expiresAt: number }
  /** `message`: the MAC by which it is known when it comes again. */
  | { readonly type: 'miss'; readonly message?: string }
  | { readonly type: 'confirm'; readonly connectionId: string }
  | { readonly type: 'accept'; readonly connectionId: string; readonly account: Account }
  | { readonly type: 'end'; readonly status: 'failed' | 'cancelled' | 'revoked'; readonly why: EndReason }
  | { readonly type: 'expire' };

export type Transition =
  | { readonly ok: true; readonly authorization: Authorization }
  | { readonly ok: false; readonly why: 'expired' | 'other_browser' | 'illegal' };

/** Milliseconds for which a link works, and after it a confirmation code. */
export const LINK_LIFETIME = 10 * 60_000;
export const CODE_LIFETIME = 10 * 60_000;
/**
 * The number of wrong keys after which the attempt fails, and of wrong codes after which the new connection is revoked and
 * deleted.
 */
export const TRIES = 3;

/** Not ended yet. */
export function isOpen({ status }: { readonly status: AuthorizationStatus }): boolean {
  return OPEN.has(status);
}

const OPEN: ReadonlySet<AuthorizationStatus> = new Set(['new', 'claimed', 'redirected', 'exchanging', 'quarantined']);

/** The link's page asks for the tenant, where it can also be corrected. */
export function asksTenant({ tenant, tenantFrom }: Authorization): boolean {
  return tenant === undefined || tenantFrom === 'page';
}

/** Applies one event. Pure; flows store the result by compare-and-swap. Refuses illegal transitions. */
export function transition(from: Authorization, event: AuthorizationEvent, now: number): Transition {
  const next = arrow(from, event, now);
  if (!next.ok) return next;
  return { ok: true, authorization: { ...next.authorization, version: from.version + 1, updatedAt: now } };
}

function arrow(from: Authorization, event: AuthorizationEvent, now: number): Transition {
  if (!isOpen(from)) return { ok: false, why: 'illegal' };
  if (event.type === 'expire') return now >= from.expiresAt ? moved(ended(from, 'expired', 'expired')) : illegal;
  if (event.type === 'end') return moved(ended(from, event.status, event.why));
  if (now >= from.expiresAt) return { ok: false, why: 'expired' };
  switch (event.type) {
    case 'renew_link':
      if (from.status !== 'new') return illegal;
      return moved({ ...from, ...without(event, 'type') });
    case 'claim':
      if (from.status === 'new') return moved({ ...from, ...without(event, 'type'), status: 'claimed' });
      if (from.status !== 'claimed' && from.status !== 'redirected') return illegal;
      // the person used the back button; the next redirect replaces the older state
      if (from.browserHash !== event.browserHash) return { ok: false, why: 'other_browser' };
      return moved({ ...begun(from), ...without(event, 'type'), status: 'claimed' });
    case 'redirect':
      if (from.status !== 'claimed') return illegal;
      return moved({ ...from, ...without(event, 'type'), status: 'redirected' });
    case 'callback':
      if (from.status !== 'redirected') return illegal;
      return moved({ ...from, status: 'exchanging' });
    case 'grant':
      if (from.status !== 'exchanging') return illegal;
      return moved({ ...from, credential: event.credential });
    case 'quarantine':
      if (from.status !== 'exchanging' && from.status !== 'claimed') return illegal;
      return moved({
        ...begun(from),
        ...without(event, 'type'),
        ...claimOf(from),
        triesLeft: TRIES,
        status: 'quarantined',
      });
    case 'choose_site':
      if (from.status !== 'quarantined' || !from.sites.some((site) => site.id === event.site.id)) return illegal;
      return moved({ ...from, site: event.site, account: event.account, expiresAt: event.expiresAt });
    case 'miss': {
      const { message } = event;
      const missed = message === undefined ? from : { ...from, counted: [...(from.counted ?? []), message] };
      if (from.triesLeft > 1) return moved({ ...missed, triesLeft: from.triesLeft - 1 });
      if (from.status === 'quarantined') return moved(ended(missed, 'revoked', 'wrong_codes'));
      return moved(ended(missed, 'failed', 'wrong_credentials'));
    }
    case 'confirm':
      if (from.status !== 'quarantined' || needsSite(from)) return illegal;
      return moved({
        ...begun(from),
        ...claimOf(from),
        status: 'done',
        connectionId: event.connectionId,
        account: from.account,
      });
    case 'accept':
      if (from.status === 'quarantined' || from.status === 'exchanging') return illegal;
      return moved({
        ...begun(from),
        ...claimOf(from),
        status: 'done',
        connectionId: event.connectionId,
        account: event.account,
      });
  }
}

/** The credential of an open attempt, which has to be revoked with it. */
export function credentialOf(authorization: Authorization): Credential | undefined {
  return 'credential' in authorization ? authorization.credential : undefined;
}

/** The access covers several sites and none is chosen yet. */
export function needsSite(quarantine: Quarantine): boolean {
  return quarantine.site === undefined && quarantine.sites.length > 1;
}

const illegal: Transition = { ok: false, why: 'illegal' };

function moved(authorization: Authorization): Transition {
  return { ok: true, authorization };
}

/** Removes everything secret when an attempt ends. */
function ended(
  from: Authorization,
  status: 'expired' | 'failed' | 'cancelled' | 'revoked',
  why: EndReason,
): Authorization {
  return { ...begun(from), ...claimOf(from), status, why };
}

function claimOf<A extends Authorization>(from: A): A extends Claim ? Claim : Partial<Claim>;
function claimOf(from: Authorization): Partial<Claim> {
  if (!('browserHash' in from) || from.browserHash === undefined) return {};
  return {
    browserHash: from.browserHash,
    ...(from.stateHash === undefined ? {} : { stateHash: from.stateHash }),
    ...(from.codeMac === undefined ? {} : { codeMac: from.codeMac }),
  };
}

function begun(from: Authorization): Begun {
  return {
    id: from.id,
    version: from.version,
    owner: from.owner,
    ownerName: from.ownerName,
    ...(from.startedBy === undefined ? {} : { startedBy: from.startedBy }),
    conversation: from.conversation,
    integration: from.integration,
    profile: from.profile,
    scopes: from.scopes,
    purpose: from.purpose,
    ...(from.tenant === undefined ? {} : { tenant: from.tenant }),
    ...(from.tenantFrom === undefined ? {} : { tenantFrom: from.tenantFrom }),
    ...(from.replaces === undefined ? {} : { replaces: from.replaces }),
    linkHash: from.linkHash,
    ...(from.linkTimes === undefined ? {} : { linkTimes: from.linkTimes }),
    triesLeft: from.triesLeft,
    ...(from.counted === undefined ? {} : { counted: from.counted }),
    createdAt: from.createdAt,
    updatedAt: from.updatedAt,
    expiresAt: from.expiresAt,
  };
}

function without<T extends object, K extends keyof T>(record: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = record;
  return rest;
}

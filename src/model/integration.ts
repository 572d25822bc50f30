import type { Account, Site } from './credential.ts';
import type { GrantValue } from './grant-value.ts';
import type { OAuth2Profile, Profile } from './profile.ts';
import type { SetupGuide } from './setup-guide.ts';
import type { Tenant } from './tenant.ts';

/** A description of a third-party product, as data. A vendor's quirks belong in the vendor's file. */
export interface Integration {
  /** `jira`; also the last part of its redirect URI. */
  readonly id: string;
  /** `Jira`. */
  readonly name: string;
  /**
   * A picture instead of the tile with the first letter: a small SVG of shapes as text, or a PNG as a data URL. Use a
   * vendor's artwork only if you have a licence. Up to 32,768 characters.
   */
  readonly icon?: string;
  /** Template over `{tenant}`, `{{siteId}}` and the profile's fields. Every call of an action stays below it. */
  readonly baseUrl: string;
  /**
   * Other APIs of the product, on their own hosts, by the names that actions use: `{ sheets:
   * 'https://sheets.googleapis.com' }`. Templates like `baseUrl`. The credential goes to these and to `baseUrl`, and
   * nowhere else.
   */
  readonly apis?: Readonly<Record<string, string>>;
  readonly tenant?: Tenant;
  /** The first is offered by default. */
  readonly profiles: readonly Profile[];
  readonly check: Check;
  /** Values that come with a grant and are needed in addresses or placements, by the names that they have there. */
  readonly grantValues?: Readonly<Record<string, GrantValue>>;
  /** Called once with the new token, for grant values with `from: 'userInfo'`. */
  readonly userInfoUrl?: string;
  /** For products where one grant covers several places. */
  readonly sites?: SiteDiscovery;
  /** The initial values of a developer's OAuth profile: everything except the client. */
  readonly customProfile?: OAuth2Profile;
  /** Where to find each value at the product, for the bot's developer. */
  readonly setupGuides?: readonly SetupGuide[];
  /** The page where a person removes the access or the key manually. */
  readonly manageUrl?: string;
  /** What each scope means, in the person's words. */
  readonly scopeTexts?: Readonly<Record<string, string>>;
  /**
   * Narrower scopes that a wider one includes, if a product names only the wider one in its grant: `{ repo:
   * ['public_repo'] }`.
   */
  readonly scopeIncludes?: Readonly<Record<string, readonly string[]>>;
  /**
   * The scope that is needed for a refresh token. Without it, the bot has to ask people again whenever an access token
   * ends.
   */
  readonly refreshScope?: string;
  /** Statuses that mean a bad credential according to the product's documentation. Default 401. */
  readonly authErrorStatuses?: readonly number[];
  /** Why a call failed, if the status alone is not enough. */
  readonly judgeFailure?: (failure: FailedCall) => FailureKind;
  /** The real status, if a product reports failures with HTTP 200. */
  readonly statusOf?: (answer: {
    readonly status: number;
    readonly body: unknown;
    /** Names in lower case. */
    readonly headers: Readonly<Record<string, string>>;
  }) => number;
  /** When and with which pages of the product's documentation it was compared. */
  readonly verified?: Verified;
  /** Facts that could not be compared, one each. */
  readonly unverified?: readonly string[];
  /**
   * Names of hosts that may resolve to private addresses (RFC 1918, RFC 6598, RFC 4193): for products in the
   * deployment's own network. Exact names; never this machine or a cloud's metadata.
   */
  readonly allowPrivateHosts?: readonly string[];
  /** Allows plain http and loopback addresses for this integration: only for a sandbox on the same machine. */
  readonly allowInsecureLoopback?: boolean;
}

export interface Verified {
  /** ISO date. */
  readonly on: string;
  /** The pages that were read. */
  readonly sources: readonly string[];
}

/** One harmless call that checks a credential and names its account. */
export interface Check {
  readonly method: 'GET' | 'POST';
  /** Joined to the base URL. */
  readonly path: string;
  /**
   * Sent as JSON. Default for `POST`: an empty object, which placements in the body can fill. `none`: a POST without a
   * body, for products that refuse one.
   */
  readonly body?: Readonly<Record<string, unknown>> | 'none';
  /**
   * The account; undefined if the response is not as the product documents it, so that it says nothing about the
   * credential.
   */
  readonly account: (body: unknown, place: CheckPlace) => Account | undefined;
  /** The name of the value of the grant or the form that is the account's id, if the response has no id. */
  readonly accountValue?: string;
  /**
   * Statuses of this call, besides `authErrorStatuses`, that mean a bad credential according to the product's
   * documentation.
   */
  readonly refusedStatuses?: readonly number[];
  /**
   * A success with all of these values, by dot path, means a bad credential. Slack returns `{ ok: false }`, Zendesk an
   * anonymous user: `{ 'user.id': null }`.
   */
  readonly refusedWhen?: Readonly<Record<string, string | number | boolean | null>>;
}

/** What Latchkey knows about the account before the product says anything. */
export interface CheckPlace {
  readonly tenant?: string | undefined;
  /** Values that came with the grant, or that the person typed, by name. */
  readonly values?: Readonly<Record<string, string>> | undefined;
}

export interface SiteDiscovery {
  /** What a site is called: "site". */
  readonly noun: string;
  /** Absolute; called with the new token. */
  readonly url: string;
  /** The hosts that the addresses of sites may name, for `{{siteUrl}}` in the base URL; see `GrantValue`. */
  readonly hosts?: readonly string[];
  /** Undefined if the response is not as the product documents it. */
  readonly read: (body: unknown) => readonly Site[] | undefined;
}

export interface FailedCall {
  readonly status: number;
  readonly body: unknown;
  /** True if the access token should still be valid by our own clock. */
  readonly fresh: boolean;
}

/**
 * `credential`: renew, otherwise ask. `scope`: renewing is useless, a new consent is needed. `other`: the action handles
 * it.
 */
export type FailureKind = 'credential' | 'scope' | 'other';

/** Statuses that concern the credential unless the integration says otherwise (RFC 9110 section 15.5.2). */
export const AUTH_ERROR_STATUSES: readonly number[] = [401];

import { randomSecret } from '../random-secret.ts';
import type { TokenWay } from './definition.ts';
import type { Customer } from './place.ts';

/** What somebody has agreed to. */
export interface Grant {
  readonly way: TokenWay;
  readonly customer: Customer;
  readonly user: string;
  readonly scopes: readonly string[];
  alive: boolean;
}

interface Code {
  readonly grant: Grant;
  readonly redirectUri: string;
  readonly challenge: string | null;
  readonly expiresAt: number;
}

export interface Access {
  readonly grant: Grant;
  readonly expiresAt: number | undefined;
  alive: boolean;
}

interface Refresh {
  readonly grant: Grant;
  alive: boolean;
}

/** Everything that was issued and may be presented again, in memory. */
export interface Grants {
  readonly codes: Map<string, Code>;
  readonly access: Map<string, Access>;
  readonly refresh: Map<string, Refresh>;
}

export function emptyGrants(): Grants {
  return { codes: new Map(), access: new Map(), refresh: new Map() };
}

export function isLive(token: Access | undefined, now: number): token is Access {
  return token?.alive === true && token.grant.alive && (token.expiresAt === undefined || now < token.expiresAt);
}

/** Seconds for which an access token is valid if the definition does not say. */
const LIFE = 3_600;

export interface Issued {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  /** Seconds; absent if the token does not expire, or the response does not say. */
  readonly expiresIn: number | undefined;
}

/** A new access token, and a refresh token if the product issues them. */
export function issue(grants: Grants, grant: Grant, now: number, renewable: boolean, kept?: string): Issued {
  const { way } = grant;
  const ends = renewable || way.grant === 'client_credentials' || way.defaultExpiresIn !== undefined;
  const seconds = way.defaultExpiresIn ?? LIFE;
  const accessToken = `at-${randomSecret(24)}`;
  grants.access.set(accessToken, { grant, expiresAt: ends ? now + seconds * 1000 : undefined, alive: true });
  const refreshToken = renewable ? (kept ?? `rt-${randomSecret(24)}`) : undefined;
  if (refreshToken !== undefined && kept === undefined) grants.refresh.set(refreshToken, { grant, alive: true });
  return { accessToken, refreshToken, expiresIn: ends && way.defaultExpiresIn === undefined ? seconds : undefined };
}

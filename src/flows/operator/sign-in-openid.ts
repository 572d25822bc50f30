import { randomUUID } from 'node:crypto';
import {
  type OpenIdContext,
  type OpenIdIdentity,
  openIdIdentity,
  openIdRedirect,
  type PendingOpenId,
} from '../../auth-methods/openid/relying-party.ts';
import { HostRefusedError, OAuthRefusedError, ProviderUnreachableError } from '../../errors.ts';
import type { Operator, Vouched } from '../../model/operator.ts';
import type { Vault } from '../../vault/vault.ts';
import { audit } from '../audit.ts';
import type { Services } from '../services.ts';
import { audited } from './audited.ts';
import { isAllowed, type OpenIdSettings } from './openid-allows.ts';

export type { PendingOpenId } from '../../auth-methods/openid/relying-party.ts';
export type { OpenIdSettings } from './openid-allows.ts';

type Failure =
  /** The provider does not respond. */
  | { readonly status: 'unreachable' }
  /** The registration or the provider's metadata is wrong. */
  | { readonly status: 'misconfigured'; readonly error: string };

export type BegunOpenId =
  /** Store `pending` in this browser's session and nowhere else. */
  { readonly status: 'redirect'; readonly url: string; readonly pending: PendingOpenId } | Failure;

/** Sends an operator to the company's sign-in. */
export async function beginOpenIdSignIn(
  services: Services,
  openId: OpenIdSettings,
  input: {
    readonly redirectUri: string;
    /** Seconds. The sign-in at the provider must not be older, for example 0 to prove one's identity again. */
    readonly maxAge?: number;
  },
): Promise<BegunOpenId> {
  try {
    return { status: 'redirect', ...(await openIdRedirect(openId, input, contextOf(services, openId))) };
  } catch (error) {
    const failure = failureOf(error);
    return failure.status === 'unreachable' ? failure : { status: 'misconfigured', error: reasonOf(failure) };
  }
}

export type OpenIdOutcome =
  | { readonly status: 'signed_in'; readonly operator: Operator }
  /** The person cancelled at the provider. */
  | { readonly status: 'cancelled' }
  /** Not a response to this browser's request, or expired, used or forged. */
  | { readonly status: 'refused' }
  /** The provider knows the person, but they may not sign in here. */
  | { readonly status: 'not_allowed' }
  | Failure;

/** The browser has come back. A person who is new here becomes an operator if they are allowed. */
export async function completeOpenIdSignIn(
  services: Services,
  openId: OpenIdSettings,
  input: {
    /** The query of the callback. */
    readonly params: URLSearchParams;
    readonly redirectUri: string;
    /** From this browser's session, which must forget it, because it works once. */
    readonly pending: PendingOpenId;
  },
): Promise<OpenIdOutcome> {
  const proved = await prove(services, openId, input);
  if (!('subject' in proved)) {
    await audit(services, {
      actor: 'browser',
      what: 'sign_in_refused',
      subject: 'unknown',
      facts: { kind: 'openid_refused', code: reasonOf(proved) },
    });
    return proved;
  }
  const known = await services.vault.operators.bySubject(proved.issuer, proved.subject);
  if (!isAllowed(openId, proved)) {
    await audit(services, {
      actor: 'browser',
      what: 'sign_in_refused',
      subject: known?.id ?? 'unknown',
      facts: { kind: 'openid_refused', code: 'not_allowed' },
    });
    return { status: 'not_allowed' };
  }
  const before = known ?? (await newOperator(services, proved));
  const entry = { actor: before, what: 'signed_in' as const, subject: before.id };
  const operator = await audited(services, entry, async (vault) => ({
    value: await noteVouched(vault, before, vouchedBy(openId, proved)),
    facts: { kind: 'openid' },
  }));
  return { status: 'signed_in', operator };
}

function vouchedBy({ issuer }: OpenIdSettings, { email }: OpenIdIdentity): Vouched {
  return { provider: issuer, ...(email === undefined ? {} : { email }) };
}

/** Stores what the provider has proved, which decides at each later request whether the session may continue. */
async function noteVouched(vault: Vault, before: Operator, vouched: Vouched): Promise<Operator> {
  // a round fails if a session of the operator began or ended
  for (let present: Operator | undefined = before; present !== undefined; ) {
    if (present.vouched?.provider === vouched.provider && present.vouched.email === vouched.email) return present;
    const next: Operator = { ...present, vouched, version: present.version + 1 };
    if (await vault.operators.put(next)) return next;
    present = await vault.operators.byId(before.id);
  }
  return before;
}

async function prove(
  services: Services,
  openId: OpenIdSettings,
  input: Parameters<typeof completeOpenIdSignIn>[2],
): Promise<OpenIdIdentity | Exclude<OpenIdOutcome, { readonly status: 'signed_in' | 'not_allowed' }>> {
  try {
    return await openIdIdentity(openId, input, contextOf(services, openId));
  } catch (error) {
    return failureOf(error);
  }
}

async function newOperator(services: Services, identity: OpenIdIdentity): Promise<Operator> {
  const now = services.now();
  const operator: Operator = {
    id: randomUUID(),
    version: 1,
    name: await freeName(services, identity),
    subject: { issuer: identity.issuer, id: identity.subject },
    createdAt: now,
    updatedAt: now,
  };
  const { issuer, subject } = identity;
  const created = await services.vault.operators.put(operator);
  // the same person was first in another browser
  return created ? operator : ((await services.vault.operators.bySubject(issuer, subject)) ?? operator);
}

/** The audit log identifies operators by name, so nobody gets a name that is taken. */
async function freeName(services: Services, { issuer, subject, email }: OpenIdIdentity): Promise<string> {
  const taken = new Set((await services.vault.operators.list()).map(({ name }) => name));
  const full = `${printable(subject)} at ${new URL(issuer).host}`;
  return email === undefined || taken.has(email) ? full : email;
}

function printable(text: string): string {
  return text.replace(/[^\x21-\x7e]/g, '?').slice(0, 80);
}

function contextOf(services: Services, { issuer }: OpenIdSettings): OpenIdContext {
  const allowInsecureLoopback = issuer.startsWith('http:');
  return { sender: (origins) => services.http.sender({ origins, allowInsecureLoopback }) };
}

function failureOf(error: unknown): Exclude<OpenIdOutcome, { readonly status: 'signed_in' | 'not_allowed' }> {
  if (error instanceof ProviderUnreachableError) return { status: 'unreachable' };
  if (error instanceof HostRefusedError) return { status: 'misconfigured', error: 'host_refused' };
  if (!(error instanceof OAuthRefusedError)) throw error;
  if (error.kind === 'transient') return { status: 'unreachable' };
  if (error.kind === 'misconfigured') return { status: 'misconfigured', error: error.error };
  return { status: error.error === 'access_denied' ? 'cancelled' : 'refused' };
}

function reasonOf(failure: { readonly status: string; readonly error?: string }): string {
  return failure.error ?? failure.status;
}

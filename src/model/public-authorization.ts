import type { Authorization, Begun, EndReason } from './authorization.ts';
import type { Account } from './credential.ts';

/**
 * An attempt as the bot's code sees it: its state, its owner and how it ended. Secrets (the quarantined credential, the PKCE
 * verifier, and everything that links, browsers, states and codes are compared with) are left out.
 */
export type PublicAuthorization = PublicBegun &
  (
    | { readonly status: 'new' | 'claimed' | 'redirected' | 'exchanging' | 'quarantined' }
    | { readonly status: 'done'; readonly connectionId: string; readonly account: Account }
    | { readonly status: 'expired' | 'failed' | 'cancelled' | 'revoked'; readonly why: EndReason }
  );

type PublicBegun = Omit<Begun, 'linkHash' | 'version' | 'tenantFrom' | 'counted' | 'startedBy'>;

/** Lists the public members one by one, so that a new member stays private until it is added here. */
export function publicAuthorization(attempt: Authorization): PublicAuthorization {
  const begun = begunOf(attempt);
  switch (attempt.status) {
    case 'done':
      return { ...begun, status: 'done', connectionId: attempt.connectionId, account: attempt.account };
    case 'expired':
    case 'failed':
    case 'cancelled':
    case 'revoked':
      return { ...begun, status: attempt.status, why: attempt.why };
    default:
      return { ...begun, status: attempt.status };
  }
}

function begunOf(attempt: Authorization): PublicBegun {
  return {
    id: attempt.id,
    owner: attempt.owner,
    ownerName: attempt.ownerName,
    conversation: attempt.conversation,
    integration: attempt.integration,
    profile: attempt.profile,
    ...(attempt.tenant === undefined ? {} : { tenant: attempt.tenant }),
    scopes: attempt.scopes,
    purpose: attempt.purpose,
    ...(attempt.replaces === undefined ? {} : { replaces: attempt.replaces }),
    triesLeft: attempt.triesLeft,
    createdAt: attempt.createdAt,
    updatedAt: attempt.updatedAt,
    expiresAt: attempt.expiresAt,
  };
}

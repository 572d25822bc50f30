import type { AuditEvent } from './audit-event.ts';
import type { EndReason } from './authorization.ts';
import type { AudienceSize, Setup } from './setup.ts';

/**
 * How something went, for a line of the audit log: a kind, and the values that it needs. It has no words of a language, so that
 * each reader reads it in their own. Names are one line of at most 100 characters. No value is a secret, or names a person.
 */
export type AuditFacts =
  | { readonly kind: PlainFact }
  /** The product of a connection. */
  | { readonly kind: 'product'; readonly integration: string }
  /** The product of a connection that a developer removed, and what happened to it there. */
  | { readonly kind: 'removed'; readonly integration: string; readonly atProduct: 'queued' | 'unsupported' }
  /** How an attempt to connect ended. */
  | { readonly kind: 'ended'; readonly why: EndReason }
  /** What was changed of a set-up. Absent: it stayed as it was. */
  | {
      readonly kind: 'setup';
      readonly enabled?: boolean;
      readonly mode?: Setup['mode'];
      /** `null`: none is selected any more. */
      readonly profile?: NamedProfile | null;
      readonly audience?: AudienceSize;
    }
  | ({ readonly kind: 'profile' } & NamedProfile)
  | { readonly kind: 'developer'; readonly name: string }
  /** The id of the site of a product. */
  | { readonly kind: 'site'; readonly id: string }
  | {
      readonly kind: 'rotation';
      readonly status: 'done' | 'unfinished';
      readonly resealed: number;
      readonly broken: number;
    }
  /** What was deleted of a person, and how much of it has to be revoked at its product. */
  | { readonly kind: 'forgotten'; readonly connections: number; readonly revocations: number }
  /** A wrong name or password. Without an address if it is unknown. */
  | { readonly kind: 'wrong_password'; readonly address?: string }
  /** `code` is the one of OpenID Connect, or our own. */
  | { readonly kind: 'openid_refused'; readonly code: string }
  /** The event that was looked for, in a list with entries of all events. */
  | { readonly kind: 'looked_for'; readonly event: AuditEvent };

/** A fact that needs no values. */
export type PlainFact = (typeof PLAIN_FACTS)[number];

export const PLAIN_FACTS = [
  'ok',
  'other_browser',
  'other_person',
  'too_many',
  'refused',
  'taken',
  'changed_meanwhile',
  'tried_again',
  'somebody_first',
  'accepted',
  'not_accepted',
  'invalid',
  'unanswered',
  'not_allowed',
  'revoked',
  'queued',
  'in_use',
  'unsupported',
  'given_up',
  'other_account',
  'unused',
  'old',
  'setup_only',
  'setup_and_account',
  'begun',
  'password',
  'openid',
  'setup_token',
  'others_signed_out',
] as const;

export interface NamedProfile {
  readonly name: string;
  /** It comes with the product, so its name has translations. */
  readonly builtIn?: boolean;
}

/** The kinds of facts that each event can have. */
export const FACTS_OF = {
  connected: ['product'],
  disconnected: ['queued', 'unsupported', 'revoked', 'in_use'],
  connection_stopped: ['other_account'],
  connection_ends: ['unused', 'old'],
  revocation: ['revoked', 'in_use', 'unsupported', 'given_up'],
  link_claimed: ['ok', 'other_browser'],
  new_link_asked: ['ok', 'too_many', 'refused', 'taken'],
  callback: ['other_browser'],
  credential_submitted: ['accepted', 'not_accepted', 'unanswered', 'other_browser', 'other_person'],
  authorization_ended: ['ended'],
  setup_changed: ['setup', 'changed_meanwhile'],
  setup_deleted: ['setup_only', 'setup_and_account'],
  sharing_begun: ['profile'],
  profile_created: ['profile', 'changed_meanwhile'],
  profile_changed: ['profile', 'changed_meanwhile'],
  profile_deleted: ['profile'],
  profile_tested: ['accepted', 'not_accepted', 'invalid', 'unanswered'],
  connection_revoked: ['removed'],
  connections_viewed: ['ok'],
  authorizations_viewed: ['ok'],
  audit_viewed: ['ok', 'looked_for'],
  keys_rotated: ['rotation'],
  key_rotation_begun: ['begun'],
  signed_in: ['password', 'openid'],
  signed_out: ['ok'],
  sign_in_refused: ['wrong_password', 'openid_refused'],
  operator_created: ['setup_token', 'somebody_first'],
  operator_removed: ['developer', 'changed_meanwhile'],
  password_changed: ['others_signed_out', 'tried_again'],
  site_switched: ['site'],
  owner_forgotten: ['forgotten'],
  access_refused: ['not_allowed'],
} as const satisfies Readonly<Record<AuditEvent, readonly AuditFacts['kind'][]>>;

/** The facts that an event can have. */
export type FactsOf<Event extends AuditEvent> = OfKind<(typeof FACTS_OF)[Event][number]>;

type OfKind<Kind extends AuditFacts['kind']> = Kind extends PlainFact
  ? { readonly kind: Kind }
  : Extract<AuditFacts, { readonly kind: Kind }>;

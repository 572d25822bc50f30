import { AUDIT_EVENTS, type AuditEvent } from '../src/model/audit-event.ts';
import { type AuditFacts, FACTS_OF, PLAIN_FACTS, type PlainFact } from '../src/model/audit-facts.ts';
import { ENDINGS } from './texts/sampled-words.ts';

type Kind = AuditFacts['kind'];

/** Facts of every kind that has values: each value, and each one that can be absent. */
const WITH_VALUES: {
  readonly [One in Exclude<Kind, PlainFact>]: readonly Extract<AuditFacts, { readonly kind: One }>[];
} = {
  product: [{ kind: 'product', integration: 'forms' }],
  removed: [
    { kind: 'removed', integration: 'forms', atProduct: 'queued' },
    { kind: 'removed', integration: 'forms', atProduct: 'unsupported' },
  ],
  ended: ENDINGS.map((why) => ({ kind: 'ended', why })),
  setup: [
    { kind: 'setup', enabled: true },
    { kind: 'setup', enabled: false, mode: 'users', profile: null, audience: { kind: 'nobody' } },
    { kind: 'setup', mode: 'preauthorized', profile: { name: 'Acme' }, audience: { kind: 'everyone' } },
    { kind: 'setup', profile: { name: 'API key', builtIn: true }, audience: { kind: 'tenants', count: 1 } },
    ...[1, 2, 3, 11, 100].map((count) => ({ kind: 'setup', audience: { kind: 'users', count } }) as const),
  ],
  profile: [
    { kind: 'profile', name: 'Acme' },
    { kind: 'profile', name: 'API key', builtIn: true },
  ],
  developer: [{ kind: 'developer', name: 'omar@corp.example' }],
  site: [{ kind: 'site', id: '7c1e3f52' }],
  rotation: [
    { kind: 'rotation', status: 'done', resealed: 0, broken: 0 },
    { kind: 'rotation', status: 'unfinished', resealed: 2, broken: 1 },
  ],
  forgotten: [
    { kind: 'forgotten', connections: 0, revocations: 0 },
    { kind: 'forgotten', connections: 1, revocations: 1 },
    { kind: 'forgotten', connections: 12, revocations: 2 },
  ],
  wrong_password: [{ kind: 'wrong_password' }, { kind: 'wrong_password', address: '2001:db8::1' }],
  openid_refused: ['not_allowed', 'cancelled', 'refused', 'unreachable', 'invalid_client'].map((code) => ({
    kind: 'openid_refused',
    code,
  })),
  looked_for: AUDIT_EVENTS.map((event) => ({ kind: 'looked_for', event })),
};

/** Every kind of facts of every event. */
export const AUDIT_EXAMPLES: readonly { readonly what: AuditEvent; readonly facts: AuditFacts }[] =
  AUDIT_EVENTS.flatMap((what) => kindsOf(what).flatMap((kind) => ofKind(kind).map((facts) => ({ what, facts }))));

function kindsOf(what: AuditEvent): readonly Kind[] {
  return FACTS_OF[what];
}

function ofKind(kind: Kind): readonly AuditFacts[] {
  const plain = PLAIN_FACTS.find((one) => one === kind);
  if (plain !== undefined) return [{ kind: plain }];
  return Object.values(WITH_VALUES)
    .flat()
    .filter((facts) => facts.kind === kind);
}

import { isAuditEvent } from './audit-event.ts';
import type { AuditFacts, NamedProfile } from './audit-facts.ts';
import type { EndReason } from './authorization.ts';
import { record } from './json.ts';
import { AFTER_ATTEMPT } from './next-step.ts';
import type { AudienceSize, Setup } from './setup.ts';

type Values = Readonly<Record<string, unknown>>;

/** Reads facts that were stored with values. Undefined if a value is missing or wrong, or the kind is unknown. */
export function factsWithValues(given: Values): AuditFacts | undefined {
  switch (given.kind) {
    case 'product':
      return isText(given.integration) ? { kind: 'product', integration: given.integration } : undefined;
    case 'removed':
      return removed(given);
    case 'ended':
      return endedBy(given.why);
    case 'setup':
      return setup(given);
    case 'profile':
      return withKind('profile', namedProfile(given));
    case 'developer':
      return isText(given.name) ? { kind: 'developer', name: given.name } : undefined;
    case 'site':
      return isText(given.id) ? { kind: 'site', id: given.id } : undefined;
    case 'rotation':
      return rotation(given);
    case 'forgotten':
      return forgotten(given);
    case 'wrong_password':
      return { kind: 'wrong_password', ...(isText(given.address) ? { address: given.address } : {}) };
    case 'openid_refused':
      return isText(given.code) ? { kind: 'openid_refused', code: given.code } : undefined;
    case 'looked_for':
      return isAuditEvent(given.event) ? { kind: 'looked_for', event: given.event } : undefined;
    default:
      return undefined;
  }
}

/** Why an attempt ended, if that is a reason. */
export function endedBy(why: unknown): AuditFacts | undefined {
  return isEndReason(why) ? { kind: 'ended', why } : undefined;
}

function removed({ integration, atProduct }: Values): AuditFacts | undefined {
  if (!isText(integration) || (atProduct !== 'queued' && atProduct !== 'unsupported')) return undefined;
  return { kind: 'removed', integration, atProduct };
}

function setup({ enabled, mode, profile, audience }: Values): AuditFacts {
  const named = profile === null ? null : namedProfile(record(profile));
  const size = audienceSize(record(audience));
  return {
    kind: 'setup',
    ...(typeof enabled === 'boolean' ? { enabled } : {}),
    ...(isMode(mode) ? { mode } : {}),
    ...(named === undefined ? {} : { profile: named }),
    ...(size === undefined ? {} : { audience: size }),
  };
}

function namedProfile({ name, builtIn }: Values): NamedProfile | undefined {
  return isText(name) ? { name, ...(builtIn === true ? { builtIn } : {}) } : undefined;
}

function withKind<Kind extends string, Of>(
  kind: Kind,
  values: Of | undefined,
): (Of & { readonly kind: Kind }) | undefined {
  return values && { kind, ...values };
}

function audienceSize({ kind, count }: Values): AudienceSize | undefined {
  if (kind === 'nobody' || kind === 'everyone') return { kind };
  return (kind === 'tenants' || kind === 'users') && isCount(count) ? { kind, count } : undefined;
}

function rotation({ status, resealed, broken }: Values): AuditFacts | undefined {
  if ((status !== 'done' && status !== 'unfinished') || !isCount(resealed) || !isCount(broken)) return undefined;
  return { kind: 'rotation', status, resealed, broken };
}

function forgotten({ connections, revocations }: Values): AuditFacts | undefined {
  return isCount(connections) && isCount(revocations) ? { kind: 'forgotten', connections, revocations } : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isMode(value: unknown): value is Setup['mode'] {
  return value === 'users' || value === 'preauthorized';
}

function isEndReason(value: unknown): value is EndReason {
  return isText(value) && Object.hasOwn(AFTER_ATTEMPT, value);
}

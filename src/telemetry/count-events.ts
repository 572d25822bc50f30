import type { Attributes, Meter } from '@opentelemetry/api';
import type { LogEvent } from '../logger.ts';

/**
 * Every event of the log is counted by its name. Those that stand for what people get have a counter of their own, with why.
 * Ids of attempts, connections and references are left out.
 */
export function countEvents(meter: Meter): (event: LogEvent) => void {
  const counter = (name: string, unit: string, description: string) =>
    meter.createCounter(`latchkey.${name}`, { unit, description });
  const events = counter('events', '{event}', 'Events of the log');
  const counters = {
    begun: counter('authorizations.begun', '{authorization}', 'Attempts to connect that began'),
    ended: counter('authorizations.ended', '{authorization}', 'Attempts to connect that ended, and why'),
    renewals: counter('renewals', '{renewal}', 'Access tokens that were renewed, or could not be'),
    deliveries: counter('deliveries', '{delivery}', 'Things said unasked or revoked'),
  };
  return (event) => {
    events.add(1, { 'latchkey.event': event.event });
    const counted = countedOf(event);
    if (counted !== undefined) counters[counted.by].add(1, counted.attributes);
  };
}

interface Counted {
  readonly by: 'begun' | 'ended' | 'renewals' | 'deliveries';
  readonly attributes: Attributes;
}

function countedOf(event: LogEvent): Counted | undefined {
  switch (event.event) {
    case 'authorization_begun':
      return { by: 'begun', attributes: { 'latchkey.integration': event.integration } };
    case 'connected':
      return { by: 'ended', attributes: { 'latchkey.status': 'done', 'latchkey.reason': 'connected' } };
    case 'authorization_ended':
      return { by: 'ended', attributes: { 'latchkey.status': event.status, 'latchkey.reason': event.reason } };
    case 'renewed':
      return { by: 'renewals', attributes: { 'latchkey.outcome': 'renewed' } };
    case 'renewal_failed':
      return { by: 'renewals', attributes: { 'latchkey.outcome': event.kind } };
    case 'notice_delivered':
      return { by: 'deliveries', attributes: { 'latchkey.kind': event.notice, 'latchkey.outcome': 'delivered' } };
    case 'notice_failed':
      return { by: 'deliveries', attributes: { 'latchkey.kind': event.notice, 'latchkey.outcome': 'failed' } };
    default:
      return undefined;
  }
}

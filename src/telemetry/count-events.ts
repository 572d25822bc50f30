import type { Attributes, Meter } from '@opentelemetry/api';
import type { LogEvent } from '../logger.ts';

/**
 * Counts every event of the log by its name. Events about what people get also have a counter of their own, with the reason.
 * Ids of attempts, connections and references are left out.
 */
export function countEvents(meter: Meter): (event: LogEvent) => void {
  const counter = (name: string, unit: string, description: string) =>
    meter.createCounter(`latchkey.${name}`, { unit, description });
  const events = counter('events', '{event}', 'Events of the log');
  const counters = {
    begun: counter('authorizations.begun', '{authorization}', 'Attempts to connect that began'),
    ended: counter('authorizations.ended', '{authorization}', 'Attempts to connect that ended, and why'),
    renewals: counter('renewals', '{renewal}', 'Access tokens that were renewed, or could not be renewed'),
    deliveries: counter('deliveries', '{delivery}', 'Unprompted messages and revocations'),
  };
  const resume = meter.createHistogram('latchkey.resume.duration', {
    unit: 's',
    description: "From a person's last step of connecting to the answer that waited for it",
    advice: { explicitBucketBoundaries: WAITS },
  });
  return (event) => {
    events.add(1, { 'latchkey.event': event.event });
    const counted = countedOf(event);
    if (event.event === 'resumed') resume.record(event.seconds, resumedOf(event));
    if (counted !== undefined) counters[counted.by].add(1, counted.attributes);
  };
}

/** Seconds: from an immediate answer to one that waited for a process to come back. */
const WAITS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900];

function resumedOf({ action, integration, outcome }: Extract<LogEvent, { event: 'resumed' }>): Attributes {
  return { 'latchkey.action': action, 'latchkey.integration': integration, 'latchkey.outcome': outcome };
}

function failedFor(cause: string): Attributes {
  return { 'latchkey.outcome': 'failed', 'error.type': cause };
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
      return { by: 'deliveries', attributes: { 'latchkey.kind': event.notice, ...failedFor(event.cause) } };
    case 'words_said':
      return { by: 'deliveries', attributes: { 'latchkey.kind': 'errand', 'latchkey.outcome': 'delivered' } };
    case 'words_failed':
      return { by: 'deliveries', attributes: { 'latchkey.kind': 'errand', ...failedFor(event.cause) } };
    default:
      return undefined;
  }
}

import {
  type Attributes,
  context,
  createNoopMeter,
  type Meter,
  metrics,
  ProxyTracerProvider,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { Observe, Observed } from '../flows/observe.ts';
import type { LogEvent } from '../logger.ts';
import { causeOf } from '../model/cause-of.ts';
import type { Backlog } from '../stores/store.ts';
import { countEvents } from './count-events.ts';

/** Records measurements. The host's OpenTelemetry SDK sends them. */
export interface Telemetry {
  readonly observe: Observe;
  /** Counts an event of the log. */
  readonly hear: (event: LogEvent) => void;
  /** Records the duration of a call to the store, in seconds. */
  readonly storeTime: (seconds: number, attributes: Attributes) => void;
  /** Reads the backlog whenever metrics are collected. Returns a function that stops it. */
  readonly watch: (backlog: () => Promise<readonly Backlog[]>) => () => void;
}

const NAME = 'latchkey';
/** Seconds: from a statement to a call that times out. */
const BOUNDARIES = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Undefined if the host has set up neither traces nor metrics: then nothing is measured at all. */
export function openTelemetry(): Telemetry | undefined {
  const meter = metrics.getMeter(NAME);
  const tracer = isTracing() ? trace.getTracer(NAME) : undefined;
  if (meter === createNoopMeter() && tracer === undefined) return undefined;
  const advice = { explicitBucketBoundaries: BOUNDARIES };
  const statement = meter.createHistogram('db.client.operation.duration', {
    unit: 's',
    description: 'Duration of a call to the store',
    advice,
  });
  return {
    observe: observer(meter, tracer),
    hear: countEvents(meter),
    storeTime: (seconds, attributes) => statement.record(seconds, attributes),
    watch: (backlog) => watchBacklog(meter, backlog),
  };
}

function isTracing(): boolean {
  const provider = trace.getTracerProvider();
  return !(provider instanceof ProxyTracerProvider) || provider.getDelegateTracer(NAME) !== undefined;
}

function observer(meter: Meter, tracer: Tracer | undefined): Observe {
  const histogram = (name: Observed<unknown>['name'], description: string) =>
    meter.createHistogram(`latchkey.${name}.duration`, {
      unit: 's',
      description,
      advice: { explicitBucketBoundaries: BOUNDARIES },
    });
  const histograms = {
    action: histogram('action', 'Duration of an action, from its credential to its answer'),
    page: histogram('page', 'Duration of a page, a form or a callback'),
    delivery: histogram('delivery', 'Duration of an unprompted message or a revocation'),
    turn: histogram('turn', 'Duration of a turn, including the bot’s own part'),
  };
  return async (observed, work) => {
    const { name, about, outcome } = observed;
    const attributes = Object.fromEntries(Object.entries(about).map(([key, value]) => [attributeName(key), value]));
    const begun = performance.now();
    const span = tracer?.startSpan(`latchkey.${name}`, { attributes });
    const end = (how: Attributes) => {
      histograms[name].record((performance.now() - begun) / 1000, { ...attributes, ...how });
      span?.setAttributes(how).end();
    };
    try {
      const result = span === undefined ? await work() : await within(span, work);
      end({ 'latchkey.outcome': outcome(result) });
      return result;
    } catch (error) {
      span?.setStatus({ code: SpanStatusCode.ERROR });
      end({ 'latchkey.outcome': 'failed', 'error.type': causeOf(error) });
      throw error;
    }
  };
}

function within<Result>(span: ReturnType<Tracer['startSpan']>, work: () => Promise<Result>): Promise<Result> {
  return context.with(trace.setSpan(context.active(), span), work);
}

/** Names with a dot are from the semantic conventions already. */
function attributeName(key: string): string {
  return key.includes('.') ? key : `latchkey.${key}`;
}

/** Reported even if nothing waits. */
const KINDS = ['revoke', 'errand'] as const;

function nothing(kind: string): Backlog {
  return { kind, count: 0, oldestFor: 0 };
}

function watchBacklog(meter: Meter, backlog: () => Promise<readonly Backlog[]>): () => void {
  const depth = meter.createObservableGauge('latchkey.backlog.depth', {
    unit: '{item}',
    description: 'Items that are due and not yet said or revoked',
  });
  const age = meter.createObservableGauge('latchkey.backlog.age', {
    unit: 's',
    description: 'How long the oldest item has been due',
  });
  const look: Parameters<Meter['addBatchObservableCallback']>[0] = async (result) => {
    const waiting = await backlog();
    const idle = KINDS.filter((kind) => !waiting.some((one) => one.kind === kind));
    for (const { kind, count, oldestFor } of [...waiting, ...idle.map(nothing)]) {
      const attributes = { 'latchkey.kind': kind };
      result.observe(depth, count, attributes);
      result.observe(age, oldestFor / 1000, attributes);
    }
  };
  meter.addBatchObservableCallback(look, [depth, age]);
  return () => meter.removeBatchObservableCallback(look, [depth, age]);
}

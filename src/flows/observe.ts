/** An operation to measure. Its attributes are ids of actions, integrations and routes, never of people, and no texts. */
export interface Observed<Result> {
  readonly name: 'action' | 'page' | 'delivery' | 'turn';
  readonly about: Readonly<Record<string, string>>;
  /** The outcome, as one of a few words. */
  readonly outcome: (result: Result) => string;
}

/** Measures an operation, if the host of the bot has set that up. */
export type Observe = <Result>(observed: Observed<Result>, work: () => Promise<Result>) => Promise<Result>;

/** Measures nothing. */
export const unobserved: Observe = (_observed, work) => work();

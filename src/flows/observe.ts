/**
 * Something that takes time and is worth measuring. What it is about are ids of actions, integrations and routes, never of
 * people, and no words.
 */
export interface Observed<Result> {
  readonly name: 'action' | 'page' | 'delivery' | 'turn';
  readonly about: Readonly<Record<string, string>>;
  /** How it ended, in one of a few words. */
  readonly outcome: (result: Result) => string;
}

/** Measures work, where the host of the bot wants to know. */
export type Observe = <Result>(observed: Observed<Result>, work: () => Promise<Result>) => Promise<Result>;

/** Nobody wants to know. */
export const unobserved: Observe = (_observed, work) => work();

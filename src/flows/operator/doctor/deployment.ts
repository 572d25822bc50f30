import type { GuardedHttp } from '../../../http/guarded-http.ts';
import type { Integration } from '../../../model/integration.ts';
import type { Services } from '../../services.ts';
import type { Probe } from './probe.ts';

/** What the doctor looks at: the settings as they are written, and what opens of them. */
export interface Deployment {
  readonly now: () => number;
  /** Version of Node, without the `v`. */
  readonly node: string;
  readonly http: GuardedHttp;
  /** As it is set, whether it can work or not. */
  readonly publicUrl: string;
  readonly appId: string;
  /** As code and environment declare them. */
  readonly declared: readonly Integration[];
  readonly integrations: Opening<object>;
  readonly store: Opening<StoreFacts>;
  readonly keys: Opening<object>;
  readonly options: Opening<object>;
  /** Where store and keys open. */
  readonly services: Services | undefined;
}

/** The reason names the setting and the fix. */
export type Opening<Facts> =
  | ({ readonly status: 'open' } & Facts)
  | { readonly status: 'failed'; readonly reason: string }
  /** Something before it did not open. */
  | { readonly status: 'untried' };

export interface StoreFacts {
  readonly engine: 'sqlite' | 'postgres';
  /** The database file lies on a file system that several machines share. */
  readonly onNetworkShare: boolean;
}

/** One usual mistake, and how to see it. No observation: it could not be looked at, and another check says why. */
export interface Check {
  readonly id: string;
  readonly title: string;
  readonly run: (deployment: Deployment, probe: Probe) => Promise<readonly Observation[]> | readonly Observation[];
}

/**
 * `manual`: nobody can see it from here, so the fix says what to look at. A `warning` works now, and will not forever or not
 * for everybody.
 */
export type Verdict = 'ok' | 'warning' | 'problem' | 'manual';

export interface Observation {
  readonly verdict: Verdict;
  /** An integration, or `integration/profile`. */
  readonly about?: string;
  readonly text: string;
  /** What to do; always there unless all is well. */
  readonly fix?: string;
}

/** With the profiles that developers made, where those can be read. */
export function integrationsOf({ services, declared }: Deployment): readonly Integration[] {
  return services === undefined ? declared : [...services.integrations.values()];
}

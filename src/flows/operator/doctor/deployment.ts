import type { GuardedHttp } from '../../../http/guarded-http.ts';
import type { Integration } from '../../../model/integration.ts';
import type { Services } from '../../services.ts';
import type { Probe } from './probe.ts';

/** What the doctor examines: the settings as written, and whatever could be opened with them. */
export interface Deployment {
  readonly now: () => number;
  /** Version of Node, without the `v`. */
  readonly node: string;
  readonly http: GuardedHttp;
  /** As it is set, valid or not. */
  readonly publicUrl: string;
  readonly appId: string;
  /** The integrations that code and environment declare. */
  readonly declared: readonly Integration[];
  readonly integrations: Opening<object>;
  readonly store: Opening<StoreFacts>;
  readonly keys: Opening<object>;
  readonly options: Opening<object>;
  /** Undefined if the store or the keys do not open. */
  readonly services: Services | undefined;
}

/** The reason names the setting and the fix. */
export type Opening<Facts> =
  | ({ readonly status: 'open' } & Facts)
  | { readonly status: 'failed'; readonly reason: string }
  /** Not tried, because something that it needs did not open. */
  | { readonly status: 'untried' };

export interface StoreFacts {
  readonly engine: 'sqlite' | 'postgres';
  /** The database file is on a file system that several machines share. */
  readonly onNetworkShare: boolean;
}

/** Looks for one usual mistake. Returns no observations if it could not look; another check then says why. */
export interface Check {
  readonly id: string;
  readonly title: string;
  readonly run: (deployment: Deployment, probe: Probe) => Promise<readonly Observation[]> | readonly Observation[];
}

/**
 * `manual`: it cannot be checked from here, so the fix says what to check. `warning`: it works now, but not for everybody or not
 * forever.
 */
export type Verdict = 'ok' | 'warning' | 'problem' | 'manual';

export interface Observation {
  readonly verdict: Verdict;
  /** An integration, or `integration/profile`. */
  readonly about?: string;
  readonly text: string;
  /** What to do. Absent only if the verdict is `ok`. */
  readonly fix?: string;
}

/** All integrations, with the developers' own profiles if those can be read. */
export function integrationsOf({ services, declared }: Deployment): readonly Integration[] {
  return services === undefined ? declared : [...services.integrations.values()];
}

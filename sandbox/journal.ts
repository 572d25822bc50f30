import type { IncomingHttpHeaders } from 'node:http';
import type { ProductName } from './product.ts';

/** What arrived at a product, in full: including credentials, so that tests can check them. */
export interface RecordedRequest {
  /** Sandbox time in milliseconds. */
  readonly at: number;
  readonly product: ProductName;
  /** E.g. `POST /rest/api/3/issue`, the name under which it was counted. */
  readonly route: string;
  readonly method: string;
  /** Path and query, relative to the sandbox's origin. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** `null` until there is a response, and if it was withheld or lost. */
  readonly status: number | null;
}

export interface Journal {
  /** Records a request; the returned function records the response. */
  record(request: Omit<RecordedRequest, 'status'>, detail: string | undefined): (status: number) => void;
  counters(): Readonly<Record<string, number>>;
  requests(): readonly RecordedRequest[];
  clear(): void;
}

const mostRequests = 500;

/** In memory only: a restart forgets it. */
export function createJournal(): Journal {
  const counts = new Map<string, number>();
  const entries: { readonly request: Omit<RecordedRequest, 'status'>; status: number | null }[] = [];

  return {
    record(request, detail) {
      const counter = [request.product, request.route, detail].filter(Boolean).join(' ');
      counts.set(counter, (counts.get(counter) ?? 0) + 1);
      const entry: (typeof entries)[number] = { request, status: null };
      entries.push(entry);
      if (entries.length > mostRequests) entries.shift();
      return (status) => {
        entry.status = status;
      };
    },
    counters: () => Object.fromEntries(counts),
    requests: () => entries.map(({ request, status }) => ({ ...request, status })),
    clear() {
      counts.clear();
      entries.length = 0;
    },
  };
}

import { HostRefusedError, ProviderUnreachableError } from '../../../errors.ts';
import { isLoopbackHost } from '../../../model/loopback.ts';
import type { Deployment } from './deployment.ts';

/** Makes harmless requests without a credential, and records the clocks of the servers that respond. */
export interface Probe {
  ask(method: 'GET' | 'HEAD', url: string, trust?: Trust): Promise<ProbeAnswer>;
  /** By host, of all servers that have responded so far. */
  readonly clocks: ReadonlyMap<string, ClockReading>;
}

interface Trust {
  /** Allows plain http and loopback addresses. Default: only if the address itself is loopback. */
  readonly allowInsecureLoopback: boolean;
  readonly privateHosts?: readonly string[];
}

export type ProbeAnswer =
  | {
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | { readonly status: 'silent'; readonly reason: string }
  /** An address that we do not call, e.g. a private one. */
  | { readonly status: 'refused'; readonly reason: string };

export interface ClockReading {
  /** How far our clock is ahead, in milliseconds, as precisely as whole seconds allow. */
  readonly ahead: number;
}

export function createProbe({ http, now }: Pick<Deployment, 'http' | 'now'>): Probe {
  const clocks = new Map<string, ClockReading>();
  return {
    clocks,
    ask: async (method, address, trust) => {
      const url = URL.parse(address);
      if (url === null) return { status: 'refused', reason: 'it is not a URL' };
      const allowed = trust ?? { allowInsecureLoopback: isLoopbackHost(url.hostname) };
      const sentAt = now();
      try {
        const answer = await http.sender({ origins: [url.origin], ...allowed })({ method, url: url.href });
        const theirs = Date.parse(answer.headers.date ?? '');
        if (!Number.isNaN(theirs)) clocks.set(url.host, { ahead: aheadOf(theirs, sentAt, now()) });
        return answer;
      } catch (error) {
        if (error instanceof ProviderUnreachableError) return { status: 'silent', reason: error.message };
        if (error instanceof HostRefusedError) return { status: 'refused', reason: error.message };
        throw error;
      }
    },
  };
}

/** The `Date` header has whole seconds, and was written between sending and receiving: within that range, the clocks agree. */
function aheadOf(theirs: number, sentAt: number, receivedAt: number): number {
  if (sentAt > theirs + 1_000) return sentAt - theirs - 1_000;
  return receivedAt < theirs ? receivedAt - theirs : 0;
}

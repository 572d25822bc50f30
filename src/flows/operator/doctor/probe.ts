import { HostRefusedError, ProviderUnreachableError } from '../../../errors.ts';
import { isLoopbackHost } from '../../../model/loopback.ts';
import type { Deployment } from './deployment.ts';

/** Harmless requests without any credential, and the clocks of those who answered. */
export interface Probe {
  ask(method: 'GET' | 'HEAD', url: string, trust?: Trust): Promise<ProbeAnswer>;
  /** Of everybody who answered so far, by host. */
  readonly clocks: ReadonlyMap<string, ClockReading>;
}

interface Trust {
  /** Plain http and loopback addresses too. Default: where the address itself is loopback. */
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
  /** Milliseconds that ours is ahead, as well as a whole second tells. */
  readonly ahead: number;
}

export function createProbe({ http, now }: Pick<Deployment, 'http' | 'now'>): Probe {
  const clocks = new Map<string, ClockReading>();
  return {
    clocks,
    ask: async (method, address, trust) => {
      const url = URL.parse(address);
      if (url === null) return { status: 'refused', reason: 'it is no address' };
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

/** The header names a whole second that lay somewhere between sending and receiving; within that it is no difference. */
function aheadOf(theirs: number, sentAt: number, receivedAt: number): number {
  if (sentAt > theirs + 1_000) return sentAt - theirs - 1_000;
  return receivedAt < theirs ? receivedAt - theirs : 0;
}

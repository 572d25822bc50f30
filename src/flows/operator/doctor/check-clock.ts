import type { Check, Deployment, Observation } from './deployment.ts';
import type { ClockReading } from './probe.ts';

/** Milliseconds. Tokens are renewed shortly before they expire; codes and links last minutes. */
const NOTICEABLE = 30_000;
const HARMFUL = 120_000;
/** Between this machine and the database server. */
const SKEWED = 60_000;

/** Runs after the others, because it compares the clock with every server that responded. */
export const checkClock: Check = {
  id: 'clock',
  title: "This machine's clock is right",
  run: async (deployment, { clocks }) => [...(await besideTheStore(deployment)), ...besideOthers([...clocks])],
};

function besideOthers(readings: readonly (readonly [string, ClockReading])[]): readonly Observation[] {
  const first = readings[0];
  if (first === undefined) {
    return [
      {
        verdict: 'manual',
        text: 'no product responded, so it could not be compared',
        fix: 'compare this machine’s clock with another one, and synchronize it with NTP',
      },
    ];
  }
  // the median, because a single server can be wrong
  const [host, { ahead }] = readings.toSorted((a, b) => a[1].ahead - b[1].ahead)[readings.length >> 1] ?? first;
  return [judge(host, { ahead })];
}

/** Only for PostgreSQL. Instances use the store's clock for links and leases, so a difference does little harm. */
async function besideTheStore({ store, services, now }: Deployment): Promise<readonly Observation[]> {
  if (services === undefined || store.status !== 'open' || store.engine !== 'postgres') return [];
  const askedAt = now();
  const theirs = await services.vault.storeTime().catch(() => undefined);
  if (theirs === undefined) return [];
  const ahead = (askedAt + now()) / 2 - theirs;
  const seconds = Math.round(Math.abs(ahead) / 1000);
  if (Math.abs(ahead) <= SKEWED) return [];
  return [
    {
      verdict: 'warning',
      about: 'store',
      text: `${seconds} s ${ahead > 0 ? 'ahead of' : 'behind'} the PostgreSQL server`,
      fix: 'synchronize both clocks with NTP: links and leases use the server’s clock, sign-ins use the machine’s',
    },
  ];
}

function judge(host: string, { ahead }: ClockReading): Observation {
  const seconds = Math.round(Math.abs(ahead) / 1000);
  const text = seconds === 0 ? `the same as at ${host}` : `${seconds} s ${ahead > 0 ? 'ahead of' : 'behind'} ${host}`;
  if (Math.abs(ahead) < NOTICEABLE) return { verdict: 'ok', text };
  return {
    verdict: Math.abs(ahead) < HARMFUL ? 'warning' : 'problem',
    text,
    fix: 'synchronize the clock with NTP (timedatectl set-ntp true): it decides when tokens, links and codes expire',
  };
}

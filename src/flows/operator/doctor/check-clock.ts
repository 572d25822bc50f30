import type { Check, Deployment, Observation } from './deployment.ts';
import type { ClockReading } from './probe.ts';

/** Milliseconds. Tokens are used for half a minute less than they live; codes and links count in minutes. */
const NOTICEABLE = 30_000;
const HARMFUL = 120_000;
/** Between this machine and the database server. */
const SKEWED = 60_000;

/** After the others: it compares with everybody who has answered. */
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
        text: 'no product answered, so it could not be compared',
        fix: 'compare this machine’s clock with another one, and let it be set by NTP',
      },
    ];
  }
  // one server can be wrong; most of them are not
  const [host, { ahead }] = readings.toSorted((a, b) => a[1].ahead - b[1].ahead)[readings.length >> 1] ?? first;
  return [judge(host, { ahead })];
}

/** A SQLite file has the clock of its machine. What instances compare is the store's clock, so that being wrong harms little. */
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
      fix: 'let both clocks be set by NTP: links and leases go by the server, sign-ins by the machine',
    },
  ];
}

function judge(host: string, { ahead }: ClockReading): Observation {
  const seconds = Math.round(Math.abs(ahead) / 1000);
  const text = seconds === 0 ? `as at ${host}` : `${seconds} s ${ahead > 0 ? 'ahead of' : 'behind'} ${host}`;
  if (Math.abs(ahead) < NOTICEABLE) return { verdict: 'ok', text };
  return {
    verdict: Math.abs(ahead) < HARMFUL ? 'warning' : 'problem',
    text,
    fix: 'let the clock be set by NTP (timedatectl set-ntp true): tokens, links and codes end by it',
  };
}

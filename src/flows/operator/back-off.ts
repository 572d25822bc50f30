import { clientNetwork } from '../../model/client-network.ts';
import type { Tries } from '../../vault/vault.ts';
import type { Services } from '../services.ts';
import { knownBrowser } from './known-browser.ts';

/** An attempt to sign in with a password: the name and the origin. */
export interface Attempt {
  readonly name: string;
  /** The address that the request is counted for. */
  readonly address: string;
  /** The mark that the browser kept from a sign-in: `browserMark`. */
  readonly browser?: string;
}

/** Milliseconds. The pause grows from one second to a minute at most, so nobody is ever locked out. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;
/** Wrong passwords in a row that cause no pause. */
const FORGIVEN_NAME = 3;
const FORGIVEN_ADDRESS = 10;
/** Milliseconds without an attempt after which counting starts again. */
const QUIET = 60 * 60_000;
/** Names and addresses share this many counters, so a flood of names neither fills the disk nor reveals anything. */
const COUNTERS = 4_096;

/**
 * Counts an attempt before its password is checked, so simultaneous attempts all count. Returns the seconds to wait, or 0.
 * Whether the name exists makes no difference. If somebody has signed in with this name from this place before, attempts
 * from elsewhere do not slow them down, so an attacker cannot keep the owner of an account out.
 *
 * @param isBusy so many passwords are being checked that attempts from unknown places have to wait
 */
export async function countTry(services: Services, attempt: Attempt, isBusy = false): Promise<number> {
  const own = await ownCounter(services, attempt);
  if (own !== undefined) return countOne(services, own, FORGIVEN_NAME);
  if (isBusy) return 1;
  const wait = await countOne(services, addressCounter(services, attempt), FORGIVEN_ADDRESS);
  return wait > 0 ? wait : countOne(services, nameCounter(services, attempt), FORGIVEN_NAME);
}

/** A counter that nobody else shares, neither by the name nor by an address. */
async function ownCounter(services: Services, attempt: Attempt): Promise<string | undefined> {
  const browser = knownBrowser(services, attempt.name, attempt.browser);
  if (browser !== undefined) return browserCounter(services, browser);
  const place = placeOf(services, attempt);
  return (await services.vault.tries.byId(place)) === undefined ? undefined : place;
}

/** After a correct password: resets the counters of the name, the address and this place, which is known from now on. */
export async function forgiveTries(services: Services, attempt: Attempt): Promise<void> {
  const now = services.now();
  const browser = knownBrowser(services, attempt.name, attempt.browser);
  const ids = [
    ...[addressCounter, nameCounter, placeOf].map((idOf) => idOf(services, attempt)),
    ...(browser === undefined ? [] : [browserCounter(services, browser)]),
  ];
  await services.vault.transaction(async ({ tries }) => {
    for (const id of ids) {
      // an attempt at the same moment keeps its count
      await tries.put({ id, version: next(await tries.byId(id)), failures: 0, nextTryAt: 0, updatedAt: now });
    }
  });
}

async function countOne(services: Services, id: string, forgiven: number): Promise<number> {
  // a round fails if another attempt was first, until they all have to wait
  for (;;) {
    const now = services.now();
    const present = await services.vault.tries.byId(id);
    if (present !== undefined && now < present.nextTryAt) return Math.ceil((present.nextTryAt - now) / 1_000);
    const before = present === undefined || now - present.updatedAt > QUIET ? 0 : present.failures;
    const nextTryAt = now + pauseAfter(before + 1 - forgiven);
    if (await services.vault.tries.put({ id, version: next(present), failures: before + 1, nextTryAt, updatedAt: now }))
      return 0;
  }
}

function pauseAfter(tooMany: number): number {
  return tooMany < 0 ? 0 : Math.min(FIRST_PAUSE * 2 ** Math.min(tooMany, 16), LONGEST_PAUSE);
}

function next(present: Tries | undefined): number {
  return (present?.version ?? 0) + 1;
}

function addressCounter(services: Services, { address }: Attempt): string {
  return `address/${counterOf(services, 'sign-in-address', clientNetwork(address))}`;
}

function nameCounter(services: Services, { name }: Attempt): string {
  return `name/${counterOf(services, 'sign-in-name', name)}`;
}

/** Shared only by browsers in which somebody has signed in. */
function browserCounter(services: Services, browser: string): string {
  return `browser/${counterOf(services, 'sign-in-browser', browser)}`;
}

/** Not shared. Only people who have signed in have one. */
function placeOf(services: Services, { name, address }: Attempt): string {
  return `place/${digest(services, 'sign-in-place', `${name.length}:${name}${clientNetwork(address)}`).toString('base64url')}`;
}

function counterOf(services: Services, purpose: string, text: string): number {
  return digest(services, purpose, text).readUInt32BE() % COUNTERS;
}

/** Keyed, so that nobody can choose which values share a counter. */
function digest(services: Services, purpose: string, text: string): Buffer {
  const mac = services.vault.mac(purpose, text);
  return Buffer.from(mac.slice(mac.indexOf('.') + 1), 'base64url');
}

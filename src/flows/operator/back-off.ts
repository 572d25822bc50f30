import { clientNetwork } from '../../model/client-network.ts';
import type { Tries } from '../../vault/vault.ts';
import type { Services } from '../services.ts';
import { knownBrowser } from './known-browser.ts';

/** A sign-in with a password: with which name, and from where. */
export interface Attempt {
  readonly name: string;
  /** Who the request is counted to. */
  readonly address: string;
  /** What the browser has kept since a sign-in: `browserMark`. */
  readonly browser?: string;
}

/** Milliseconds. Growing from one second; never more than a minute, so that nobody is ever locked out. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;
/** Wrong passwords in a row that cost nothing. */
const FORGIVEN_NAME = 3;
const FORGIVEN_ADDRESS = 10;
/** Without a try for so long, counting starts over. */
const QUIET = 60 * 60_000;
/** Names and addresses share this many counters, whatever is typed: a flood of names fills no disk, and tells nothing. */
const COUNTERS = 4_096;

/**
 * Counts a try before its password is looked at, so that many at once are counted as well. Answers the seconds to wait, or
 * 0 for a try that may go on; whether there is such a name makes no difference. Where somebody signed in with this name
 * before, tries from elsewhere do not make them wait: who attacks an account cannot keep its owner out.
 *
 * @param isBusy so many passwords are being compared that those from unknown places have to wait
 */
export async function countTry(services: Services, attempt: Attempt, isBusy = false): Promise<number> {
  const own = await ownCounter(services, attempt);
  if (own !== undefined) return countOne(services, own, FORGIVEN_NAME);
  if (isBusy) return 1;
  const wait = await countOne(services, addressCounter(services, attempt), FORGIVEN_ADDRESS);
  return wait > 0 ? wait : countOne(services, nameCounter(services, attempt), FORGIVEN_NAME);
}

/** Nobody else counts there: not by the name, and not by an address that shares its counter. */
async function ownCounter(services: Services, attempt: Attempt): Promise<string | undefined> {
  const browser = knownBrowser(services, attempt.name, attempt.browser);
  if (browser !== undefined) return browserCounter(services, browser);
  const place = placeOf(services, attempt);
  return (await services.vault.tries.byId(place)) === undefined ? undefined : place;
}

/** The password was right: nothing is held against the name, the address, or this place, which is known from now on. */
export async function forgiveTries(services: Services, attempt: Attempt): Promise<void> {
  const now = services.now();
  const browser = knownBrowser(services, attempt.name, attempt.browser);
  const ids = [
    ...[addressCounter, nameCounter, placeOf].map((idOf) => idOf(services, attempt)),
    ...(browser === undefined ? [] : [browserCounter(services, browser)]),
  ];
  await services.vault.transaction(async ({ tries }) => {
    for (const id of ids) {
      // who loses against another try lets it count
      await tries.put({ id, version: next(await tries.byId(id)), failures: 0, nextTryAt: 0, updatedAt: now });
    }
  });
}

async function countOne(services: Services, id: string, forgiven: number): Promise<number> {
  // each round that fails is one that another try won, until they all have to wait
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

/** Shared by browsers in which somebody signed in, and by nobody else. */
function browserCounter(services: Services, browser: string): string {
  return `browser/${counterOf(services, 'sign-in-browser', browser)}`;
}

/** Not shared: only who signed in has one. */
function placeOf(services: Services, { name, address }: Attempt): string {
  return `place/${digest(services, 'sign-in-place', `${name.length}:${name}${clientNetwork(address)}`).toString('base64url')}`;
}

function counterOf(services: Services, purpose: string, text: string): number {
  return digest(services, purpose, text).readUInt32BE() % COUNTERS;
}

/** With a key, so that nobody can choose what shares a counter with what. */
function digest(services: Services, purpose: string, text: string): Buffer {
  const mac = services.vault.mac(purpose, text);
  return Buffer.from(mac.slice(mac.indexOf('.') + 1), 'base64url');
}

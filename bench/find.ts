import { join } from 'node:path';
import { silentLogger } from 'latchkey';
import { findCredential } from '../src/flows/find-credential.ts';
import type { Services } from '../src/flows/services.ts';
import { ownerKey } from '../src/model/owner.ts';
import { openServices } from '../src/open-services.ts';
import { copyStore } from '../src/stores/copy-store.ts';
import { type BareCredentials, openBareCredentials } from './bare-credential.ts';
import { openBarePostgres } from './bare-postgres.ts';
import { type Contestant, type Measured, measure, ratioOf } from './measure.ts';
import { integrationOf } from './product.ts';
import { compare, judge, named, printComparison, type Verdict } from './report.ts';
import { BOT, INTEGRATION, ownerOf, type StoredConnections, storeConnections, wander } from './stored-connections.ts';
import { withPostgres } from './with-postgres.ts';

const SOUGHT = { integration: INTEGRATION, scopes: ['read'] };
const LIMIT = 1.3;

/** One credential of many, by the library's own flow and by hand-written SQL, on both databases, with more and more people connected. */
export function benchFind(folder: string, short: boolean): Promise<readonly Verdict[]> {
  return withPostgres((newDatabase) => findIn(folder, short, newDatabase));
}

async function findIn(folder: string, short: boolean, newDatabase: () => Promise<string>): Promise<readonly Verdict[]> {
  const counts = short ? [1_000, 5_000] : [1_000, 100_000, 1_000_000];
  const places: Place[] = [];
  for (const count of counts) {
    const stored = await storeConnections(join(folder, `find-${count}.db`), count);
    const url = await newDatabase();
    await copyStore(stored.setting, url);
    places.push(await open('SQLite', stored, stored.setting, openBareCredentials(stored)));
    places.push(await open('PostgreSQL', stored, url, await openBarePostgres(url, stored.keys)));
  }
  // while V8 still compiles, its threads count too, and more for the contestant with more code
  const plans = {
    SQLite: { rounds: short ? 5 : 31, warmUp: short ? 16 : 4, slices: short ? 4 : 24, operations: 200 },
    PostgreSQL: { rounds: short ? 5 : 31, warmUp: 40, slices: 4, operations: 50 },
  };
  const verdicts: Verdict[] = [];
  for (const engine of ['SQLite', 'PostgreSQL'] as const) {
    const here = places.filter((place) => place.engine === engine);
    verdicts.push(...judged(here, await measure(here.flatMap(contestantsOf), plans[engine])));
  }
  for (const { services, bare } of places) {
    await services.vault.close();
    await bare.close();
  }
  return verdicts;
}

function judged(places: readonly Place[], measured: readonly Measured[]): readonly Verdict[] {
  const comparisons = places.map((place) => {
    const own = measured.filter(({ name }) => name.endsWith(placeOf(place)));
    const names = { base: `${BARE}${placeOf(place)}`, twin: `${TWIN}${placeOf(place)}` };
    return { place, ...compare(`find-credential${placeOf(place)}`, names, own) };
  });
  const verdicts = comparisons.map((comparison) => {
    printComparison(comparison);
    const library = named(measured, `${LIBRARY}${placeOf(comparison.place)}`).cpu;
    const { median } = ratioOf(library, comparison.base.cpu);
    return judge(`find-credential to a bare read${placeOf(comparison.place)}`, median, LIMIT, comparison.resolution);
  });
  const [fewest, most] = [places[0], places.at(-1)];
  if (fewest === undefined || most === undefined) return verdicts;
  const growth = (name: string) =>
    ratioOf(named(measured, `${name}${placeOf(most)}`).wall, named(measured, `${name}${placeOf(fewest)}`).wall).median;
  console.log(`  growth: the library ${growth(LIBRARY).toFixed(2)}×, the bare read ${growth(BARE).toFixed(2)}×`);
  const resolution = Math.max(...comparisons.map((one) => one.resolution));
  const promise = `growth of find-credential to that of a bare read, ${fewest.engine}`;
  return [...verdicts, judge(promise, growth(LIBRARY) / growth(BARE), 1, resolution)];
}

interface Place {
  readonly engine: 'SQLite' | 'PostgreSQL';
  readonly stored: StoredConnections;
  readonly services: Services;
  readonly bare: BareCredentials;
}

const BARE = 'bare SELECT and open';
const TWIN = 'the same again';
const LIBRARY = 'find-credential';

async function open(
  engine: Place['engine'],
  stored: StoredConnections,
  store: string,
  bare: BareCredentials,
): Promise<Place> {
  const services = await openServices({
    publicUrl: 'http://127.0.0.1:3978',
    store,
    keys: stored.keys,
    integrations: [integrationOf('http://127.0.0.1:1')],
    appId: BOT,
    logger: silentLogger,
  });
  return { engine, stored, services, bare };
}

function contestantsOf(place: Place): readonly Contestant[] {
  const { stored, services, bare } = place;
  const by = (name: string, read: (n: number) => Promise<unknown>): Contestant => {
    const next = wander(stored.count);
    return { name: `${name}${placeOf(place)}`, operation: () => read(next()) };
  };
  const readBare = async (n: number) => bare.accessToken(ownerKey(ownerOf(n)));
  return [
    by(BARE, readBare),
    by(LIBRARY, async (n) => {
      const found = await findCredential(services, { owner: ownerOf(n), action: SOUGHT });
      if (found.status !== 'ready') throw new Error(`the credential is ${found.status}`);
    }),
    by(TWIN, readBare),
  ];
}

function placeOf({ engine, stored }: Pick<Place, 'engine' | 'stored'>): string {
  return `, ${stored.count.toLocaleString('en')} connections, ${engine}`;
}

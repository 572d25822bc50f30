import { join } from 'node:path';
import { ownerKey, silentLogger } from 'latchkey';
import { findCredential } from '../src/flows/find-credential.ts';
import type { Services } from '../src/flows/services.ts';
import { openServices } from '../src/open-services.ts';
import { type BareCredentials, openBareCredentials } from './bare-credential.ts';
import { type Contestant, measure, ratioOf } from './measure.ts';
import { integrationOf } from './product.ts';
import { compare, judge, named, printComparison, type Verdict } from './report.ts';
import { BOT, INTEGRATION, ownerOf, type StoredConnections, storeConnections, wander } from './stored-connections.ts';

const SOUGHT = { integration: INTEGRATION, scopes: ['read'] };

/** One credential of many, by the library's own flow and by hand, with few and with many people connected. */
export async function benchFind(folder: string, short: boolean): Promise<readonly Verdict[]> {
  const few = await open(join(folder, 'few.db'), 1_000);
  const many = await open(join(folder, 'many.db'), 100_000);
  const contestants = [...contestantsOf(few), ...contestantsOf(many)];
  const plan = { rounds: short ? 9 : 31, warmUp: 4, slices: 24, operations: 200 };
  const measured = await measure(contestants, plan);
  for (const { services, bare } of [few, many]) {
    await services.vault.close();
    bare.close();
  }

  const [fewer, more] = [few, many].map(({ stored }) => {
    const own = measured.filter(({ name }) => name.endsWith(placeOf(stored)));
    return compare(`find-credential${placeOf(stored)}`, namesOf(stored), own);
  });
  if (fewer === undefined || more === undefined) return [];
  printComparison(fewer);
  printComparison(more);
  const growth = (name: string) => {
    const at = ({ stored }: Candidates) => named(measured, `${name}${placeOf(stored)}`).cpu;
    return ratioOf(at(many), at(few)).median;
  };
  const resolution = Math.max(fewer.resolution, more.resolution);
  console.log(`  growth: the library ${growth(LIBRARY).toFixed(2)}×, the bare read ${growth(BARE).toFixed(2)}×`);
  return [
    ...[fewer, more].map((one, at) => {
      const stored = at === 0 ? few.stored : many.stored;
      const { median } = ratioOf(named(measured, `${LIBRARY}${placeOf(stored)}`).cpu, one.base.cpu);
      return judge(`find-credential to a bare read${placeOf(stored)}`, median, 3, one.resolution);
    }),
    judge('growth of find-credential to that of a bare read', growth(LIBRARY) / growth(BARE), 1, resolution),
  ];
}

interface Candidates {
  readonly stored: StoredConnections;
  readonly services: Services;
  readonly bare: BareCredentials;
}

const BARE = 'bare SELECT and open';
const TWIN = 'the same again';
const LIBRARY = 'find-credential';

async function open(file: string, count: number): Promise<Candidates> {
  const stored = await storeConnections(file, count);
  return {
    stored,
    services: await openServices({
      publicUrl: 'http://127.0.0.1:3978',
      store: stored.setting,
      keys: stored.keys,
      integrations: [integrationOf('http://127.0.0.1:1')],
      appId: BOT,
      logger: silentLogger,
    }),
    bare: openBareCredentials(stored),
  };
}

function contestantsOf({ stored, services, bare }: Candidates): readonly Contestant[] {
  const by = (name: string, read: (n: number) => Promise<unknown>): Contestant => {
    const next = wander(stored.count);
    return { name: `${name}${placeOf(stored)}`, operation: () => read(next()) };
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

function placeOf({ count }: StoredConnections): string {
  return `, ${count.toLocaleString('en')} connections`;
}

function namesOf(stored: StoredConnections): { readonly base: string; readonly twin: string } {
  return { base: `${BARE}${placeOf(stored)}`, twin: `${TWIN}${placeOf(stored)}` };
}

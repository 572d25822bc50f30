import { join } from 'node:path';
import { verbsOf } from '../test/verbs-of.ts';
import { startProduct } from './product.ts';
import { printTable, type Verdict } from './report.ts';
import { type ServedBot, serveBot } from './served-bot.ts';
import { INTEGRATION } from './stored-connections.ts';
import { claimInBrowser, comeBack, readCode } from './web-person.ts';
import { withPostgres } from './with-postgres.ts';

/** How many people are connecting at the same time. */
const AT_ONCE = 16;

/** Whole OAuth journeys through one process, from the outside: link, button, callback, page with the code, code. */
export function benchJourneys(folder: string, short: boolean): Promise<readonly Verdict[]> {
  return withPostgres(async (newDatabase) =>
    journeysOn({ SQLite: `sqlite:${join(folder, 'journeys.db')}`, PostgreSQL: await newDatabase() }, short),
  );
}

async function journeysOn(stores: Readonly<Record<string, string>>, short: boolean): Promise<readonly Verdict[]> {
  const product = await startProduct();
  const rows: string[][] = [];
  for (const [name, store] of Object.entries(stores)) {
    const bot = await serveBot(store, product.url);
    await journeys(bot, short ? 20 : 200);
    rows.push([name, ...(await timed(bot, short ? 60 : 2_000))]);
    await bot.close();
  }
  product.close();
  console.log(`\nwhole OAuth journeys in one process, ${AT_ONCE} people at a time; their browsers run in it too`);
  printTable(['', 'journeys/s', 'CPU', 'bounded by'], rows);
  return [];
}

async function timed(bot: ServedBot, count: number): Promise<readonly string[]> {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  await journeys(bot, count);
  const { user, system } = process.cpuUsage(before);
  const wall = performance.now() - startedAt;
  const share = (user + system) / 1000 / wall;
  const bound = share > 0.85 ? 'this process' : 'waiting for the store, whose commits are on the disk';
  return [(count / (wall / 1000)).toFixed(0), `${(share * 100).toFixed(0)} %`, bound];
}

async function journeys(bot: ServedBot, count: number): Promise<void> {
  let left = count;
  const person = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await journey(bot);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, person));
}

async function journey({ authorizer, url, begin }: ServedBot): Promise<void> {
  const { owner, conversationKey, link } = await begin();
  const claimed = await claimInBrowser(link);
  const code = await readCode(await comeBack(url, INTEGRATION, claimed), claimed);
  const outcome = await verbsOf(authorizer).confirmAuthorization({ owner, conversationKey, code });
  if (outcome.status !== 'connected') throw new Error(`the code is ${outcome.status}`);
}

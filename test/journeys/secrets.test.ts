import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linkOn } from './chat-person.ts';
import { formsOf } from './forms-of.ts';
import { connected, finish, formFields, go, goToCode, type Journey, pageOf, startJourney } from './journey.ts';
import { type Row, rowsByKey, rowsOf, rowsWithBrowser } from './rows.ts';
import type { World } from './world.ts';
import { openWorlds } from './worlds.ts';

let world: World;
const enter = openWorlds((entered) => {
  world = entered;
});

/** Where a secret could have been left, each with all that is there now. */
function places(): ReadonlyMap<string, Buffer> {
  const files = readdirSync(world.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    // the product's own memory, and the key ring itself
    .filter((file) => !file.includes('/sandbox.json') && !file.endsWith('/keys'));
  return new Map([
    ...files.map((file) => [file.slice(world.folder.length + 1), contentOf(file)] as const),
    ['the log', Buffer.from(world.log.map((event) => JSON.stringify(event)).join('\n'))] as const,
    ['the pages', Buffer.from(world.pages.join('\n'))] as const,
  ]);
}

/** All but what the person must see: the card with the link, and the pages. */
function behindTheScenes(): ReadonlyMap<string, Buffer> {
  return new Map([...places()].filter(([place]) => !place.startsWith('chat.json') && place !== 'the pages'));
}

/** A draft may become the file itself between the listing and the reading. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

function found(secrets: readonly string[], wherever: ReadonlyMap<string, Buffer>): readonly string[] {
  return secrets.flatMap((secret) =>
    formsOf(secret).flatMap(([form, bytes]) =>
      [...wherever]
        .filter(([, content]) => content.includes(bytes))
        .map(([place]) => `${form} of ${secret} in ${place}`),
    ),
  );
}

/** All that can happen to a credential of this row, with what the product knew of it on the way. */
async function wholeLife(row: Row): Promise<readonly string[]> {
  const secrets = new Set<string>();
  const note = () => {
    for (const secret of world.memoryOf(row)) secrets.add(secret);
  };
  const journey = await startJourney(world, row);
  if (row.way !== 'link') {
    secrets.add(row.wrong[row.secret.key] ?? '');
    await enterWrong(journey, row);
  }
  await finish(journey);
  note();
  if (journey.callback !== undefined) secrets.add(new URL(journey.callback).searchParams.get('code') ?? '');
  if (row.way === 'link' && row.tokenLife !== undefined) {
    world.advance(row.tokenLife);
    await journey.chat.say(row.second.say);
    note();
  }
  world.sandbox.control.failNext(row.integration, { kind: 'server_error', times: 2 });
  await journey.chat.say(row.second.say);
  await journey.chat.say('retry');
  await journey.chat.say('connections');
  row.revoke(world.sandbox);
  await journey.chat.say(row.action.say);
  await journey.chat.say('cancel');
  await journey.chat.say(`disconnect ${row.integration}`);
  note();
  return [...secrets];
}

async function enterWrong(journey: Journey, row: Extract<Row, { way: 'card' | 'page' }>): Promise<void> {
  const entries = [...row.malformed.map(({ fields }) => fields), row.wrong];
  if (row.way === 'card') {
    for (const fields of entries) await journey.chat.submit(journey.asked, fields);
    return;
  }
  await go(journey, 'pressed Continue');
  for (const fields of entries) {
    journey.page = await journey.browser.submit(pageOf(journey), formFields(fields));
  }
}

describe.each(rowsOf('J17'))('$name', (row) => {
  enter(row);

  it('J17 R57 no secret is left in any file, log line, page or message, in any spelling', async () => {
    const secrets = await wholeLife(row);
    expect(secrets.length).toBeGreaterThan(0);
    await world.round();
    expect(found(secrets, places())).toEqual([]);
    await world.restart();
    expect(found(secrets, places())).toEqual([]);
  });

  it('J17 the scan would find them: each stands in what the product keeps or was sent', async () => {
    await connected(world, row);
    const known = world.memoryOf(row);
    const remembered = readFileSync(join(world.folder, 'sandbox.json'), 'utf8');
    const product = Buffer.from(`${remembered} ${JSON.stringify(world.sandbox.control.requests())}`);
    const missed = known.filter((secret) => found([secret], new Map([['the product', product]])).length === 0);
    expect(missed).toEqual([]);
  });
});

describe.each(rowsByKey('J17').filter(({ way, wrong }) => way === 'card' && Object.keys(wrong).length === 1))(
  '$name',
  (row) => {
    enter(row);

    it('J17 a key typed as a message stands in the history of the channel and nowhere else', async () => {
      const { chat } = await startJourney(world, row);
      const typed = Object.values(row.fields(world.sandbox));
      const wrong = Object.values(row.wrong);
      for (const value of [...wrong, ...typed]) await chat.say(value);
      // until then a draft of the history may stand beside it
      await world.restart();
      const all = new Map(places());
      const lines = all.get('chat.json')?.toString('utf8').split('\n').filter(Boolean) ?? [];
      const said = lines.flatMap((line) => JSON.parse(line).said ?? []);
      const byBot = said.filter(({ activity }: { activity: { from: { id: string } } }) => activity.from.id === 'bot');
      expect(byBot.length).toBeGreaterThan(0);
      all.set('chat.json', Buffer.from(JSON.stringify(byBot)));
      expect(found([...wrong, ...typed], all)).toEqual([]);
    });
  },
);

describe.each(rowsWithBrowser('J17'))('$name', (row) => {
  enter(row);

  it('R1 R12 link, state, cookie and code are stored as hashes only, and in no log line', async () => {
    const journey = await startJourney(world, row);
    const oneTime = [linkOn(journey.asked).replace(/^.*\//, '')];
    await go(journey, 'pressed Continue');
    if (row.way === 'link') {
      oneTime.push(new URL(journey.browser.onward(pageOf(journey))).searchParams.get('state') ?? '');
    }
    const code = await goToCode(journey);
    oneTime.push(code, code.replace('-', ''));
    for (const cookie of journey.browser.cookies.values()) {
      oneTime.push(cookie.replace(/^secret\./, ''));
    }
    expect(oneTime.every((secret) => secret.length >= 8)).toBe(true);
    expect(oneTime[0]).toMatch(/^[\w-]{43}$/);
    expect(found(oneTime, behindTheScenes())).toEqual([]);
    await finish(journey);
    expect(found(oneTime, behindTheScenes())).toEqual([]);
  });
});

describe('the scan', () => {
  it.each([
    ['as it is', (secret: string) => secret],
    ['in a query', (secret: string) => `?a=${encodeURIComponent(secret)}`],
    ['in JSON in JSON', (secret: string) => JSON.stringify(JSON.stringify({ secret }))],
    ['in Basic', (secret: string) => btoa(`user:${secret}`)],
    ['in Basic as the user', (secret: string) => btoa(`${secret}:x`)],
    ['in base64url behind something', (secret: string) => Buffer.from(`ab${secret}c`).toString('base64url')],
    ['in hex', (secret: string) => Buffer.from(secret).toString('hex')],
  ])('J17 finds a secret %s', (_how, written) => {
    const secret = 'p&ss "w<rd"/+?=1234';
    expect(found([secret], new Map([['there', Buffer.from(`before ${written(secret)} after`)]]))).not.toEqual([]);
  });
});

describe('the key ring', () => {
  enter();

  it('J17 stands in its own file, which nobody else may read, and nowhere else', async () => {
    const ring = readFileSync(join(world.folder, 'keys'), 'utf8');
    const key = ring.replace(/^[^:]*:/, '').trim();
    const raw = Buffer.from(key, 'base64');
    const everywhere = places();
    expect(raw).toHaveLength(32);
    expect(found([key], everywhere)).toEqual([]);
    expect([...everywhere].filter(([, content]) => content.includes(raw)).map(([place]) => place)).toEqual([]);
  });
});

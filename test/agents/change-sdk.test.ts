import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BrowserPerson, codeOn, openBrowser, type Page } from '../journeys/browser-person.ts';
import { type ChatPerson, linkOn, textsOf } from '../journeys/chat-person.ts';
import { type StrictProduct, startStrictProduct } from '../journeys/strict-product.ts';
import { openTestBot } from '../journeys/test-bot.ts';
import { openAgentsBot } from './agents-bot.ts';

/** What of a bot does not depend on its SDK. */
interface Bot {
  readonly url: string;
  chat(user: string): ChatPerson | Promise<ChatPerson>;
  advance(milliseconds: number): void;
  round(): Promise<void>;
  close(): Promise<void>;
}

let folder: string;
let product: StrictProduct;
const closing: Bot[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-change-'));
  product = await startStrictProduct(() => Date.now());
});
afterEach(async () => {
  for (const bot of closing.splice(0)) await bot.close();
  await product.close();
  rmSync(folder, { recursive: true, force: true });
});

const SDKS = ['botbuilder', 'agents'] as const;
type Sdk = (typeof SDKS)[number];

/** The same bot, over the same store, with another SDK. */
async function open(sdk: Sdk): Promise<Bot> {
  const store = `sqlite:${join(folder, 'latchkey.db')}`;
  const { actions, integration } = product;
  const bot =
    sdk === 'agents'
      ? await openAgentsBot({ integrations: [integration], actions, store })
      : await openTestBot({ integrations: () => [integration], actions, store });
  closing.push(bot);
  return bot;
}

async function close(bot: Bot): Promise<void> {
  closing.splice(closing.indexOf(bot), 1);
  await bot.close();
}

async function consent(browser: BrowserPerson, link: string): Promise<Page> {
  const moving = await browser.submit(await browser.get(link));
  return browser.get(browser.onward(moving));
}

describe.each(SDKS.map((from) => ({ from, to: from === 'agents' ? 'botbuilder' : 'agents' }) as const))(
  'a bot that changes from $from to $to',
  ({ from, to }) => {
    it('asks nobody to connect again', async () => {
      const before = await open(from);
      const alice = await before.chat('alice');
      const asked = await alice.say('Count my things');
      await alice.say(codeOn(await consent(openBrowser(), linkOn(asked))));
      await close(before);
      const after = await open(to);
      expect(textsOf(await (await after.chat('alice')).say('Count my things'))).toBe('You have 3 things');
    });

    it('takes the code of a link that the other one sent, and does what was asked for', async () => {
      const before = await open(from);
      const asked = await (await before.chat('alice')).say('Count my things');
      await close(before);
      const after = await open(to);
      // a real bot keeps its address
      const link = linkOn(asked).replace(before.url, after.url);
      const code = codeOn(await consent(openBrowser(), link));
      const done = textsOf(await (await after.chat('alice')).say(code));
      expect(done).toContain('Connected to Acme');
      expect(done).toContain('You have 3 things');
    });

    it('says in the same conversation that the link has expired', async () => {
      const before = await open(from);
      await (await before.chat('alice')).say('Count my things');
      await close(before);
      const after = await open(to);
      const alice = await after.chat('alice');
      after.advance(11 * 60_000);
      await after.round();
      const heard = await alice.hear();
      expect(textsOf(heard)).toContain('expired');
      expect(heard.map(({ from: speaker }) => speaker?.id)).toEqual(['bot']);
    });
  },
);

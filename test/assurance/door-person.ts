import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type BrowserPerson, codeOn, openBrowser, type Page } from '../journeys/browser-person.ts';
import { linkOn, textsOf } from '../journeys/chat-person.ts';
import type { BotProcess, Theatre } from './theatre.ts';

/** Somebody with a chat, a browser, and an account at the product that is named like them. */
export interface DoorPerson {
  readonly user: string;
  /** All that the bot has said to them, as words. */
  heard(): string;
  /** Says something to a process; gives what was said in the conversation meanwhile. */
  say(text: string, bot: BotProcess, id?: string): Promise<string>;
  /** Opens the last link and consents. Gives the address that the product leads back to. */
  consent(bot: BotProcess): Promise<string>;
  /** Comes back from the product to a process, in the browser that has left, or another tab of it. */
  comeBack(callback: string, bot: BotProcess): Promise<Page>;
  /** Says what they want and goes through it until they read the code; gives it. */
  goToCode(text: string, bot: BotProcess): Promise<string>;
  /** Opens the last link, consents and comes back; the code, if the page shows one. */
  readCode(bot: BotProcess): Promise<string | undefined>;
  /** Is connected, with the process's help. */
  connect(bot: BotProcess): Promise<void>;
}

export function enterPerson(theatre: Theatre, user = `ann-${randomUUID()}`): DoorPerson {
  const conversation = `chat-${user}`;
  const { publicUrl } = theatre;
  let browser: BrowserPerson = openBrowser();
  const at = (bot: BotProcess): BrowserPerson => {
    browser.through(publicUrl, bot.url);
    return browser;
  };
  const heard = () => theatre.heardIn(conversation);
  const say: DoorPerson['say'] = async (text, bot, id = randomUUID()) => {
    const before = heard().length;
    await bot.order({
      verb: 'turn',
      activity: {
        type: 'message',
        id,
        text,
        channelId: 'test',
        from: { id: user, name: 'Ann' },
        conversation: { id: conversation, isGroup: false, conversationType: 'personal' },
      },
    });
    return textsOf(heard().slice(before));
  };
  const consent: DoorPerson['consent'] = async (bot) => {
    const link = linkOn(heard().toReversed());
    browser = openBrowser();
    const page = await at(bot).get(link);
    const leaving = await at(bot).submit(page);
    const asked = new URL(browser.onward(leaving));
    const state = asked.searchParams.get('state');
    const back = asked.searchParams.get('redirect_uri');
    assert(state !== null && back !== null, `does not lead to the product: ${leaving.text}`);
    return `${back}?${new URLSearchParams({ state, code: `of ${user}` })}`;
  };
  const comeBack: DoorPerson['comeBack'] = async (callback, bot) => {
    const tab = openBrowser();
    tab.share(browser);
    tab.through(publicUrl, bot.url);
    return tab.get(callback);
  };
  const goToCode: DoorPerson['goToCode'] = async (text, bot) => {
    await say(text, bot);
    return codeOn(await comeBack(await consent(bot), bot));
  };
  return {
    user,
    heard: () => textsOf(heard()),
    say,
    consent,
    comeBack,
    goToCode,
    readCode: async (bot) => {
      const callback = await consent(bot).catch(() => undefined);
      if (callback === undefined) return undefined;
      return /\b[B-Z]{4}-[B-Z]{4}\b/.exec((await comeBack(callback, bot)).text)?.[0];
    },
    connect: async (bot) => {
      const code = await goToCode('Count them', bot);
      const said = await say(code, bot);
      assert.match(said, /Connected to Acme[\s\S]*There are 3/);
    },
  };
}

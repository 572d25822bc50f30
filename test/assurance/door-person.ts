import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type BrowserPerson, codeOn, openBrowser, type Page } from '../journeys/browser-person.ts';
import { linkOn, textsOf } from '../journeys/chat-person.ts';
import type { BotProcess, Theatre } from './theatre.ts';

/** Somebody with a chat, a browser, and an account at the product that is named like them. */
export interface DoorPerson {
  readonly user: string;
  /** At the product. */
  readonly account: string;
  /** Their own chat. */
  readonly conversation: string;
  /** The last link that was sent to them. */
  link(): string;
  /** All that the bot has said to them, as words. */
  heard(): string;
  /** Says something to a process, in their own chat or another one; gives what was said in the conversation meanwhile. */
  say(text: string, bot: BotProcess, id?: string, place?: string): Promise<string>;
  /** Opens the last link, or another one, and consents. Gives the address that the product leads back to. */
  consent(bot: BotProcess, link?: string): Promise<string>;
  /** Comes back from the product to a process, in the browser that has left, or another tab of it. */
  comeBack(callback: string, bot: BotProcess): Promise<Page>;
  /** Says what they want and goes through it until they read the code; gives it. */
  goToCode(text: string, bot: BotProcess): Promise<string>;
  /** Opens the last link, consents and comes back; the code, if the page shows one. */
  readCode(bot: BotProcess): Promise<string | undefined>;
  /** Is connected, with the process's help. */
  connect(bot: BotProcess): Promise<void>;
}

/** How a channel names somebody. */
export interface Identity {
  readonly user: string;
  readonly channel: string;
  /** Empty where the channel has none. */
  readonly tenant: string;
}

export function enterPerson(
  theatre: Theatre,
  { user, channel, tenant }: Identity = { user: `ann-${randomUUID()}`, channel: 'test', tenant: '' },
  account = user,
): DoorPerson {
  const conversation = `chat-${randomUUID()}`;
  const { publicUrl } = theatre;
  let browser: BrowserPerson = openBrowser();
  const at = (bot: BotProcess): BrowserPerson => {
    browser.through(publicUrl, bot.url);
    return browser;
  };
  const heard = (place = conversation) => theatre.heardIn(place);
  const say: DoorPerson['say'] = async (text, bot, id = randomUUID(), place = conversation) => {
    const before = heard(place).length;
    await bot.order({
      verb: 'turn',
      activity: {
        type: 'message',
        id,
        text,
        channelId: channel,
        from: { id: user, name: 'Ann' },
        conversation: {
          id: place,
          isGroup: false,
          conversationType: 'personal',
          ...(tenant === '' ? {} : { tenantId: tenant }),
        },
        ...(tenant === '' ? {} : { channelData: { tenant: { id: tenant } } }),
      },
    });
    return textsOf(heard(place).slice(before));
  };
  const link = () => linkOn(heard().toReversed());
  const consent: DoorPerson['consent'] = async (bot, opened = link()) => {
    browser = openBrowser();
    const page = await at(bot).get(opened);
    const leaving = await at(bot).submit(page);
    const asked = new URL(browser.onward(leaving));
    const state = asked.searchParams.get('state');
    const back = asked.searchParams.get('redirect_uri');
    assert(state !== null && back !== null, `does not lead to the product: ${leaving.text}`);
    return `${back}?${new URLSearchParams({ state, code: `of ${account}` })}`;
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
    account,
    conversation,
    link,
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

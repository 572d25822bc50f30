import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type BrowserPerson, codeOn, openBrowser, type Page } from '../journeys/browser-person.ts';
import { cardDataOn, linkOn, linksOn, textsOf } from '../journeys/chat-person.ts';
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
  /** Every link, `state`, cookie, code and key that they had in their hands. */
  secrets(): readonly string[];
  /** Every link that was sent to them. */
  links(): readonly string[];
  /** All that the bot has said to them, as words. */
  heard(): string;
  /** Says something to a process, in their own chat or another one; gives what was said in the conversation meanwhile. */
  say(text: string, bot: BotProcess, id?: string, place?: string): Promise<string>;
  /** Sends a key in the last card that asks for one. */
  giveKey(key: string, bot: BotProcess): Promise<string>;
  /** Opens the last link, sends a key on its page, and says the code that it shows. */
  giveKeyOnPage(key: string, bot: BotProcess): Promise<string>;
  /** What a link shows them. */
  look(link: string, bot: BotProcess): Promise<Page>;
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
  const send = async (bot: BotProcess, activity: Readonly<Record<string, unknown>>, place: string): Promise<string> => {
    const before = heard(place).length;
    await bot.order({
      verb: 'turn',
      activity: {
        type: 'message',
        channelId: channel,
        from: { id: user, name: 'Ann' },
        conversation: {
          id: place,
          isGroup: false,
          conversationType: 'personal',
          ...(tenant === '' ? {} : { tenantId: tenant }),
        },
        ...(tenant === '' ? {} : { channelData: { tenant: { id: tenant } } }),
        ...activity,
      },
    });
    return textsOf(heard(place).slice(before));
  };
  const say: DoorPerson['say'] = (text, bot, id = randomUUID(), place = conversation) => send(bot, { id, text }, place);
  const had = new Set<string>();
  const noteCookies = () => {
    for (const cookie of browser.cookies.values()) had.add(cookie.replace(/^secret\./, ''));
  };
  const link = () => {
    const last = linkOn(heard().toReversed());
    had.add(last.replace(/^.*\//, ''));
    return last;
  };
  const open = async (bot: BotProcess, opened: string): Promise<Page> => {
    browser = openBrowser();
    const page = await at(bot).get(opened);
    const next = await at(bot).submit(page);
    noteCookies();
    return next;
  };
  const consent: DoorPerson['consent'] = async (bot, opened = link()) => {
    const leaving = await open(bot, opened);
    const asked = new URL(browser.onward(leaving));
    const state = asked.searchParams.get('state');
    const back = asked.searchParams.get('redirect_uri');
    assert(state !== null && back !== null, `does not lead to the product: ${leaving.text}`);
    const code = randomUUID();
    for (const secret of [state, code]) had.add(secret);
    return `${back}?${new URLSearchParams({ state, code: `of ${account} ${code}` })}`;
  };
  const noteCode = (page: Page): Page => {
    const code = /\b[B-Z]{4}-[B-Z]{4}\b/.exec(page.text)?.[0];
    if (code !== undefined) had.add(code);
    return page;
  };
  const comeBack: DoorPerson['comeBack'] = async (callback, bot) => {
    const tab = openBrowser();
    tab.share(browser);
    tab.through(publicUrl, bot.url);
    return noteCode(await tab.get(callback));
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
    secrets: () => [...had],
    links: () => linksOn(heard()),
    look: (opened, bot) => at(bot).get(opened),
    heard: () => textsOf(heard()),
    say,
    giveKey: (key, bot) => {
      had.add(key);
      return send(bot, { id: randomUUID(), value: { ...cardDataOn(heard().toReversed()), apiKey: key } }, conversation);
    },
    giveKeyOnPage: async (key, bot) => {
      had.add(key);
      const form = await open(bot, link());
      const page = noteCode(await at(bot).submit(form, { 'field.apiKey': key }));
      return say(codeOn(page), bot);
    },
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

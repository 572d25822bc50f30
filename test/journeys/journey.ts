import { expect } from 'vitest';
import { type BrowserPerson, codeOn, type Page } from './browser-person.ts';
import { type ChatPerson, type Heard, linkOn, textsOf } from './chat-person.ts';
import type { Fields, Row } from './rows.ts';
import type { World } from './world.ts';

/** Somebody on the way from a request to its answer, with everything that this person holds in hand. */
export interface Journey {
  readonly world: Stage;
  readonly row: Row;
  readonly chat: ChatPerson;
  readonly browser: BrowserPerson;
  /** What the bot said last. */
  heard: readonly Heard[];
  /** The prompt. */
  asked: readonly Heard[];
  page: Page | undefined;
  /** Where the product sends the browser. */
  callback: string | undefined;
  /** Steps that are done. */
  steps: number;
}

/** What of a world a journey needs. */
export type Stage = Pick<World, 'sandbox' | 'chat' | 'browser'>;

/** A step says in its name what the person has done. */
export interface Step {
  readonly name: StepName;
  take(journey: Journey): Promise<void>;
}

/** The person asks for the row's action. */
export async function startJourney(world: Stage, row: Row, given: Partial<Pick<Journey, 'chat' | 'browser'>> = {}) {
  const journey: Journey = {
    world,
    row,
    chat: given.chat ?? (await world.chat()),
    browser: given.browser ?? world.browser(),
    heard: [],
    asked: [],
    page: undefined,
    callback: undefined,
    steps: 0,
  };
  await take(journey, ASK);
  return journey;
}

/** Connects in the shortest way and has the action's answer. */
export async function connected(world: Stage, row: Row, given: Partial<Pick<Journey, 'chat' | 'browser'>> = {}) {
  const journey = await startJourney(world, row, given);
  await finish(journey);
  return journey;
}

/** All steps that are left; the last one has to end with the action's answer. */
export async function finish(journey: Journey): Promise<void> {
  for (const step of stepsAfterAsking(journey.row).slice(journey.steps)) await take(journey, step);
  expectDone(journey);
}

/** Steps until the one of this name is done. */
export async function go(journey: Journey, last: StepName): Promise<void> {
  for (const step of stepsAfterAsking(journey.row).slice(journey.steps)) {
    await take(journey, step);
    if (step.name === last) return;
  }
  throw new Error(`${journey.row.name} has no step "${last}" any more`);
}

/** Until the page shows the code. */
export async function goToCode(journey: Journey): Promise<string> {
  const steps = stepsAfterAsking(journey.row);
  for (const step of steps.slice(journey.steps, steps.indexOf(TYPE_CODE))) await take(journey, step);
  return codeOn(pageOf(journey));
}

export function expectDone({ heard, row }: Journey): void {
  expect(textsOf(heard)).toContain(`Connected to ${row.product} as **${row.account}**`);
  expect(textsOf(heard)).toMatch(row.action.answer);
}

export function pageOf({ page, row }: Journey): Page {
  if (page === undefined) throw new Error(`nobody has opened a page of ${row.name} yet`);
  return page;
}

export function callbackOf({ callback, row }: Journey): string {
  if (callback === undefined) throw new Error(`nobody has consented for ${row.name} yet`);
  return callback;
}

/** Of the ways that only the playground of `npm start` offers together. */
const CHOSEN_AT_START: Readonly<Record<string, string>> = { jira: 'Atlassian account' };

/** Asks for something, and says how to connect where the bot wants to know. Gives all that the bot said to both. */
export async function ask(chat: ChatPerson, row: Row, said: string): Promise<readonly Heard[]> {
  const heard = await chat.say(said);
  const method = row.method ?? CHOSEN_AT_START[row.integration];
  const chooses = method !== undefined && textsOf(heard).includes(whichMethod(row));
  return chooses ? [...heard, ...(await chat.say(method))] : heard;
}

export function whichMethod({ product }: Row): string {
  return `How do you want to connect ${product}?`;
}

/** The one prompt is the reason, maybe with the question how to connect, what has to be said beside it, and a card. */
export function promptLength({ warning }: Row): number {
  return warning === undefined ? 2 : 3;
}

async function take(journey: Journey, step: Step): Promise<void> {
  await step.take(journey);
  if (step !== ASK) journey.steps += 1;
}

const ASK: Step = {
  name: 'asked',
  take: async (journey) => {
    const { chat, row } = journey;
    journey.heard = await ask(chat, row, row.action.say);
    journey.asked = journey.heard;
  },
};

const OPEN_LINK: Step = {
  name: 'opened the link',
  take: async (journey) => {
    journey.page = await journey.browser.get(linkOn(journey.asked));
  },
};

const CONTINUE: Step = {
  name: 'pressed Continue',
  take: async (journey) => {
    const page = pageOf(journey);
    journey.page = await journey.browser.submit(page, placeFor(journey.row, page));
  },
};

/** The customer's name at the product, unless it is known already. */
function placeFor(row: Row, { html }: Page): Fields {
  const isAsked = row.way === 'link' && row.tenant !== undefined && html.includes('name="field.tenant"');
  return isAsked ? { 'field.tenant': row.tenant } : {};
}

const CONSENT: Step = {
  name: 'consented',
  take: async (journey) => {
    const { row, world, browser } = journey;
    if (row.way !== 'link') return;
    journey.callback = await world.sandbox.consent(browser.onward(pageOf(journey)), row.consent);
  },
};

const COME_BACK: Step = {
  name: 'came back',
  take: async (journey) => {
    journey.page = await journey.browser.get(callbackOf(journey));
  },
};

const CHOOSE_SITE: Step = {
  name: 'chose the site',
  take: async (journey) => {
    const { row, world, browser } = journey;
    if (row.way !== 'link' || row.site === undefined) return;
    journey.page = await browser.submit(pageOf(journey), { site: row.site(world.sandbox) });
  },
};

const SEND_FORM: Step = {
  name: 'sent the form',
  take: async (journey) => {
    const { row, world, browser } = journey;
    if (row.way !== 'page') return;
    journey.page = await browser.submit(pageOf(journey), formFields(row.fields(world.sandbox)));
  },
};

const SEND_CARD: Step = {
  name: 'sent the card',
  take: async (journey) => {
    const { row, world, chat } = journey;
    if (row.way !== 'card') return;
    journey.heard = await chat.submit(journey.asked, row.fields(world.sandbox));
  },
};

const TYPE_CODE: Step = {
  name: 'typed the code',
  take: async (journey) => {
    journey.heard = await journey.chat.say(codeOn(pageOf(journey)));
  },
};

export type StepName =
  | 'asked'
  | 'opened the link'
  | 'pressed Continue'
  | 'consented'
  | 'came back'
  | 'chose the site'
  | 'sent the form'
  | 'sent the card'
  | 'typed the code';

/** In order, after the request. */
export function stepsAfterAsking(row: Row): readonly Step[] {
  switch (row.way) {
    case 'link':
      return [OPEN_LINK, CONTINUE, CONSENT, COME_BACK, ...(row.site === undefined ? [] : [CHOOSE_SITE]), TYPE_CODE];
    case 'page':
      return [OPEN_LINK, CONTINUE, SEND_FORM, TYPE_CODE];
    case 'card':
      return [SEND_CARD];
  }
}

/** As the page names its fields. */
export function formFields(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [`field.${key}`, value]));
}

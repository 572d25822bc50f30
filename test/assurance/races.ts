import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { codeOn } from '../journeys/browser-person.ts';
import { type DoorPerson, enterPerson } from './door-person.ts';
import { type BotProcess, openTheatre, type Theatre } from './theatre.ts';

/** Two processes of one bot on one store, and the people who talk with both. Each round has a person of its own. */
export interface Arena {
  readonly theatre: Theatre;
  readonly bots: readonly [BotProcess, BotProcess];
  close(): Promise<void>;
}

export async function openArena(store: string): Promise<Arena> {
  const theatre = await openTheatre(store, 'grant');
  const bots = [await theatre.enter(), await theatre.enter()] as const;
  return { theatre, bots, close: () => theatre.close() };
}

/** What two processes do at the same moment in one conversation, and what must be true afterwards whoever was first. */
export const RACES: Readonly<Record<string, (arena: Arena) => Promise<void>>> = {
  'one message that is delivered to both': async ({ theatre, bots: [one, two] }) => {
    const person = await connected(theatre, one);
    const id = randomUUID();
    await Promise.all([person.say('Make tea', one, id), person.say('Make tea', two, id)]);
    assert.equal(theatre.product.made(person.user), 1);
    assert.equal(times(person, 'Made tea'), 1);
  },
  'two messages': async ({ theatre, bots: [one, two] }) => {
    const person = enterPerson(theatre);
    const code = await person.goToCode('Make tea', one);
    await Promise.all([person.say(code, one), person.say(code, two)]);
    await rounds(one, two);
    assert.equal(times(person, 'Connected to Acme'), 1);
    assert.equal(theatre.product.made(person.user), 1);
    await isConnected(theatre, person, two);
  },
  'a message and a callback': async ({ theatre, bots: [one, two] }) => {
    const person = enterPerson(theatre);
    await person.say('Make tea', one);
    const callback = await person.consent(one);
    const [, page] = await Promise.all([person.say('cancel', one), person.comeBack(callback, two)]);
    await rounds(one, two);
    assert.equal(times(person, "I've stopped"), 1);
    // whoever was first: nothing that a page shows is worth anything, and nothing is left at the product
    if (/[B-Z]{4}-[B-Z]{4}/.test(page.text)) await person.say(codeOn(page), two);
    await rounds(one, two);
    await isDisconnected(theatre, person, two);
    assert.equal(theatre.product.made(person.user), 0);
  },
  'two callbacks': async ({ theatre, bots: [one, two] }) => {
    const person = enterPerson(theatre);
    await person.say('Make tea', one);
    const callback = await person.consent(one);
    const before = theatre.product.asked('/token');
    const pages = await Promise.all([person.comeBack(callback, one), person.comeBack(callback, two)]);
    assert.equal(theatre.product.asked('/token') - before, 1);
    const code = pages.map(({ text }) => /[B-Z]{4}-[B-Z]{4}/.exec(text)?.[0]).find((found) => found !== undefined);
    assert(code !== undefined, pages.map(({ text }) => text).join('\n'));
    assert.match(await person.say(code, two), /Connected to Acme[\s\S]*Made tea/);
  },
  'a code and cancel': async ({ theatre, bots: [one, two] }) => {
    const person = enterPerson(theatre);
    const code = await person.goToCode('Make tea', one);
    await Promise.all([person.say(code, one), person.say('cancel', two)]);
    await rounds(one, two);
    const isIn = times(person, 'Connected to Acme') === 1;
    // what is said is what is true
    assert.equal(times(person, 'Nothing was saved'), isIn ? 0 : 1);
    if (isIn) await isConnected(theatre, person, two);
    else await isDisconnected(theatre, person, two);
    assert.equal(theatre.product.made(person.user), times(person, 'Made tea'));
  },
  'a renewal and disconnect': async ({ theatre, bots: [one, two] }) => {
    const person = await connected(theatre, one);
    theatre.product.age(person.user);
    await Promise.all([person.say('Count them', one), person.say('disconnect acme', two)]);
    await rounds(one, two);
    assert.match(person.heard(), /Removed/);
    await isDisconnected(theatre, person, one);
  },
  'a reconnect and a renewal': async ({ theatre, bots: [one, two] }) => {
    const person = await connected(theatre, one);
    theatre.product.age(person.user);
    const code = await person.goToCode('reconnect acme', two);
    await Promise.all([person.say('Count them', one), person.say(code, two)]);
    await rounds(one, two);
    assert.equal(times(person, 'Connected to Acme'), 2);
    await isConnected(theatre, person, one);
    // also when it has to be renewed
    theatre.product.age(person.user);
    await isConnected(theatre, person, two);
  },
  'two begins': async ({ theatre, bots: [one, two] }) => {
    const person = enterPerson(theatre);
    await Promise.all([person.say('Count them', one), person.say('Count them', two)]);
    assert.match(person.heard(), /I need access to your Acme account/);
    // one attempt: the link that was made last is alive, in whatever order the two messages have arrived
    const pages = await Promise.all(person.links().map(async (link) => ({ link, page: await person.look(link, two) })));
    const [alive, ...more] = pages.filter(({ page }) => page.status === 200);
    assert(alive !== undefined && more.length === 0, `${more.length + 1} links are alive`);
    const callback = await person.consent(two, alive.link);
    const page = await person.comeBack(callback, one);
    assert.match(await person.say(codeOn(page), one), /Connected to Acme[\s\S]*There are 3/);
  },
};

async function connected(theatre: Theatre, bot: BotProcess): Promise<DoorPerson> {
  const person = enterPerson(theatre);
  await person.connect(bot);
  return person;
}

function times(person: DoorPerson, words: string): number {
  return person.heard().split(words).length - 1;
}

async function rounds(...bots: readonly BotProcess[]): Promise<void> {
  for (const bot of bots) await bot.order({ verb: 'round' });
}

async function isConnected({ product }: Theatre, person: DoorPerson, bot: BotProcess): Promise<void> {
  assert.match(await person.say('Count them', bot), /There are 3/);
  assert.notEqual(product.live(person.user).length, 0);
}

/** Nothing is usable, and nothing lives at the product. */
async function isDisconnected({ product }: Theatre, person: DoorPerson, bot: BotProcess): Promise<void> {
  assert.match(await person.say('connections', bot), /You have not connected anything yet/);
  assert.deepEqual(product.live(person.user), []);
}

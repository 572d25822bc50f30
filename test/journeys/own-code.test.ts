import type { LogEvent, Texts } from 'latchkey';
import { afterEach, expect, it } from 'vitest';
import { codeOn } from './browser-person.ts';
import { linkOn, textsOf } from './chat-person.ts';
import { countThings, type StrictProduct, startStrictProduct } from './strict-product.ts';
import { openTestBot, type TestBot, type TestBotOptions } from './test-bot.ts';

let product: StrictProduct;
let bot: TestBot;

afterEach(async () => {
  await bot.close();
  await product.close();
});

const open = async (options: Partial<TestBotOptions> = {}) => {
  product = await startStrictProduct(() => Date.now());
  bot = await openTestBot({ integrations: () => [product.integration], actions: [countThings], ...options });
};
const throws = (): never => {
  throw new Error('the secret is sk_live_4242424242424242');
};
/** Asks for something and connects. Gives all that the bot said. */
const journey = async (): Promise<string> => {
  const chat = await bot.chat('ann');
  const asked = await chat.say('Count my things');
  const browser = bot.browser();
  const page = await browser.get(browser.onward(await browser.submit(await browser.get(linkOn(asked)))));
  return textsOf([...asked, ...(await chat.say(codeOn(page)))]);
};

it.each([
  ['throws', throws],
  ['rejects', async () => throws()],
  ['never settles', () => new Promise<void>(() => {})],
])('a logger that %s breaks no turn and no page', async (_how, logger) => {
  await open({ logger });
  expect(await journey()).toContain('You have 3 things');
});

it.each([
  ['throws', throws],
  ['gives a promise', async () => 'words'],
  ['gives a number', () => 7],
])('an own text that %s is said in English, and the log names it', async (_how, needsAccess) => {
  const texts: Partial<Texts> = { connected: (name) => `Hooray, ${name}!` };
  // as a bot in JavaScript can
  Reflect.set(texts, 'needsAccess', needsAccess);
  const log: LogEvent[] = [];
  await open({
    logger: (event) => void log.push(event),
    texts,
    pageTexts: { connectTitle: throws },
  });
  const said = await journey();
  expect(said).toContain('I need access to your Acme account to count your things.');
  expect(said).toContain('Hooray, Acme!');
  const failed = log.filter(({ event }) => event === 'own_code_failed');
  expect(failed).toContainEqual(expect.objectContaining({ code: 'text needsAccess' }));
  expect(failed).toContainEqual(expect.objectContaining({ code: 'text connectTitle', error: 'Error' }));
  expect(JSON.stringify(log)).not.toContain('sk_live');
});

it('what is done is done, although the words for it cannot be found', async () => {
  await open({ actions: [{ ...countThings, answer: throws }] });
  const said = await journey();
  expect(said).toContain('Done.');
  expect(said).not.toContain('went wrong');
  expect(bot.log).toContainEqual(expect.objectContaining({ event: 'own_code_failed', code: 'answer' }));
});

it('who speaks is nobody, and others may listen, where the bot’s own answer to it throws', async () => {
  await open({ senders: { ownerOf: throws } });
  const chat = await bot.chat('ann');
  expect(textsOf(await chat.say('Count my things'))).toContain('not allowed');
  expect(bot.log).toContainEqual(expect.objectContaining({ event: 'own_code_failed', code: 'ownerOf' }));
  await bot.close();
  await product.close();
  await open({ senders: { isPersonal: throws } });
  const other = await bot.chat('ann');
  expect(textsOf(await other.say('Count my things'))).toContain(bot.authorizer.textsIn().groupRefused);
});

it.each([
  ['a promise', async () => ({ user: 'ann' })],
  ['a promise that rejects', async () => throws()],
  ['a text', () => 'ann'],
  ['a number for a user', () => ({ user: 7 })],
  ['a number for a tenant', () => ({ user: 'ann', tenant: 7 })],
])('who speaks is nobody where ownerOf gives %s', async (_what, ownerOf) => {
  await open({ senders: Object.fromEntries([['ownerOf', ownerOf]]) });
  const chat = await bot.chat('ann');
  expect(textsOf(await chat.say('Count my things'))).toContain('not allowed');
  expect(bot.log).toContainEqual(expect.objectContaining({ event: 'own_code_failed', code: 'ownerOf' }));
});

it.each([
  ['a promise', async () => false],
  ['a promise that rejects', async () => throws()],
  ['a text', () => 'no'],
])('others may listen where isPersonal gives %s', async (_what, isPersonal) => {
  await open({ senders: Object.fromEntries([['isPersonal', isPersonal]]) });
  const chat = await bot.chat('ann');
  expect(textsOf(await chat.say('Count my things'))).toContain(bot.authorizer.textsIn().groupRefused);
  expect(bot.log).toContainEqual(expect.objectContaining({ event: 'own_code_failed', code: 'isPersonal' }));
});

it.each([
  ['trustSkillCallers', 'a-list-of-one', 'trustSkillCallers: it must be a list of app ids'],
  ['trustSkillCallers', [''], 'trustSkillCallers: it must be a list of app ids'],
  ['trustSkillCaller', ['parent'], 'trustSkillCaller: there is no such option; did you mean trustSkillCallers?'],
  ['ownerOf', { user: 'ann' }, 'ownerOf: it must be a function'],
  ['isPersonal', true, 'isPersonal: it must be a function'],
])('the bot’s side refuses %s: %j', async (name, value, problem) => {
  await open();
  const senders = Object.fromEntries([[name, value]]);
  await expect(openTestBot({ integrations: () => [product.integration], actions: [], senders })).rejects.toThrow(
    problem,
  );
});

import { afterEach, expect, it } from 'vitest';
import { codeOn } from './browser-person.ts';
import { linkOn, suggestionsOn, textsOf } from './chat-person.ts';
import { countThings, deleteThings, type StrictProduct, startStrictProduct } from './strict-product.ts';
import { openTestBot, type TestBot } from './test-bot.ts';

let product: StrictProduct;
let bot: TestBot;

afterEach(async () => {
  await bot.close();
  await product.close();
});

const open = async (locale = 'de-AT') => {
  product = await startStrictProduct(() => Date.now());
  bot = await openTestBot({ integrations: () => [product.integration], actions: [countThings, deleteThings] });
  return bot.chat('ann', { locale });
};

it('a person whose client is German reads German from the question to the answer', async () => {
  const chat = await open();
  const asked = await chat.say('Count my things');
  expect(textsOf(asked)).toContain('Dafür brauche ich Zugriff auf Ihr Acme-Konto');
  expect(textsOf(asked)).toContain('Acme verbinden');
  expect(suggestionsOn(asked)).toEqual(['neuer Link', 'abbrechen']);
  const again = await chat.say('neuer Link');
  expect(linkOn(again)).not.toBe(linkOn(asked));
  const browser = bot.browser();
  const connect = await browser.get(linkOn(again), { headers: { 'accept-language': 'fr' } });
  expect(connect.html).toContain('<html lang="de" dir="ltr">');
  expect(connect.text).toContain('Acme mit diesem Bot verbinden');
  expect(connect.text).toContain('Wie es weitergeht');
  const page = await browser.get(browser.onward(await browser.submit(connect)));
  expect(page.text).toContain('Schreiben Sie diesen Code in Ihren Chat');
  const done = textsOf(await chat.say(codeOn(page)));
  expect(done).toContain('Mit Acme verbunden als');
  expect(done).toContain('You have 3 things');
  const really = await chat.say('Delete my things');
  expect(textsOf(really)).toContain('Wirklich in Acme');
  expect(suggestionsOn(really)).toEqual(['ja', 'abbrechen']);
  expect(textsOf(await chat.say('nein'))).toBe('OK, abgebrochen: delete your things. Acme bleibt verbunden.');
  const connections = await chat.say('verbindungen');
  expect(textsOf(connections)).toContain('Ihre Verbindungen');
  const [disconnect = ''] = suggestionsOn(connections);
  expect(disconnect).toBe('acme trennen');
  expect(textsOf(await chat.say(disconnect))).toBe('Entfernt. Acme hat es bestätigt.');
});

it('what is said unasked is said in the language of whoever asked', async () => {
  const chat = await open();
  await chat.say('Count my things');
  bot.advance(11 * 60_000);
  await bot.round();
  expect(textsOf(await chat.hear(/abgelaufen/))).toContain('Die Zeit, um Acme zu verbinden, ist abgelaufen.');
});

it('a person whose client is Arabic reads Arabic, and says what the buttons offer', async () => {
  const chat = await open('ar-EG');
  const asked = await chat.say('Count my things');
  expect(textsOf(asked)).toContain('أحتاج إلى الوصول إلى حسابك في Acme');
  expect(suggestionsOn(asked)).toEqual(['رابط جديد', 'إلغاء']);
  const again = await chat.say('رابط جديد');
  const browser = bot.browser();
  const connect = await browser.get(linkOn(again));
  expect(connect.html).toContain('<html lang="ar" dir="rtl">');
  expect(connect.text).toContain('ربط Acme مع هذا البوت');
  const page = await browser.get(browser.onward(await browser.submit(connect)));
  expect(page.text).toContain('اكتب هذا الرمز في محادثتك');
  expect(textsOf(await chat.say(codeOn(page)))).toContain('تم ربط Acme');
  expect(textsOf(await chat.say('Delete my things'))).toContain('لا يمكن التراجع عن ذلك');
  expect(textsOf(await chat.say('إلغاء'))).toBe('حسنًا، أُلغي delete your things. يبقى Acme مربوطًا.');
  const [disconnect = ''] = suggestionsOn(await chat.say('اتصالاتي'));
  expect(disconnect).toBe('افصل acme');
  expect(textsOf(await chat.say(disconnect))).toBe('أُزيل. أكّد Acme ذلك.');
});

it('a link that nobody knows is answered in the language of the browser', async () => {
  await open();
  const page = await bot.browser().get(`${bot.url}/connect/${'x'.repeat(43)}`, {
    headers: { 'accept-language': 'it,ja;q=0.8,en;q=0.5' },
  });
  expect(page.status).toBe(404);
  expect(page.html).toContain('<html lang="ja" dir="ltr">');
  expect(page.text).toContain('このリンクは使えません');
  const english = await bot
    .browser()
    .get(`${bot.url}/connect/${'x'.repeat(43)}`, { headers: { 'accept-language': 'it' } });
  expect(english.html).toContain('<html lang="en" dir="ltr">');
});

it('words of the bot’s own are on its pages, for one language and for all', async () => {
  product = await startStrictProduct(() => Date.now());
  bot = await openTestBot({
    integrations: () => [product.integration],
    actions: [countThings],
    pageTexts: { footer: 'Acme Corp.', de: { nextLabel: 'Danach' } },
  });
  const german = await bot
    .browser()
    .get(linkOn(await (await bot.chat('ann', { locale: 'de' })).say('Count my things')));
  expect(german.text).toContain('Danach');
  expect(german.text).toContain('Acme Corp.');
  const english = await bot
    .browser()
    .get(linkOn(await (await bot.chat('bob', { locale: 'en' })).say('Count my things')));
  expect(english.text).toContain('What happens next');
  expect(english.text).toContain('Acme Corp.');
});

it('an action of the bot’s own is asked for, and named, as the bot translates it', async () => {
  product = await startStrictProduct(() => Date.now());
  bot = await openTestBot({
    integrations: () => [product.integration],
    actions: [countThings],
    translations: { de: { 'Count my things': 'Meine Dinge zählen', 'count your things': 'Ihre Dinge zählen' } },
  });
  const german = await (await bot.chat('ann', { locale: 'de-DE' })).say('Meine Dinge zählen');
  expect(textsOf(german)).toContain('Dafür brauche ich Zugriff auf Ihr Acme-Konto: Ihre Dinge zählen.');
  const page = await bot.browser().get(linkOn(german));
  expect(page.text).toContain('Ihre Dinge zählen');
  const french = await (await bot.chat('bob', { locale: 'fr' })).say('Count my things');
  expect(textsOf(french)).toContain('pour count your things');
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOn } from './browser-person.ts';
import { cardDataOn, linkOn, suggestionsOn, textOf, textsOf } from './chat-person.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const WORDS = [
  {
    locale: 'de-DE',
    ask: 'Meine Formulare in Jotform auflisten',
    reason: 'Dafür brauche ich Zugriff auf Ihr Jotform-Konto: Ihre Formulare auflisten.',
    answer: 'Ihre Formulare',
    refused: 'Jotform hat diesen Schlüssel abgelehnt. Es wurde nichts gespeichert.',
    triesLeft: 'Sie haben noch 2 Versuche.',
    suggestions: ['neu anfangen', 'abbrechen'],
    connected: 'Mit Jotform verbunden als',
    heading: 'Ihre Daten für Jotform',
    field: 'API-Schlüssel von Jotform',
    isRtl: false,
    html: '<html lang="de" dir="ltr">',
  },
  {
    locale: 'ar-SA',
    ask: 'عرض نماذجي في Jotform',
    reason: 'أحتاج إلى الوصول إلى حسابك في Jotform من أجل \u2068عرض نماذجك\u2069.',
    answer: 'نماذجك',
    refused: 'رفض Jotform هذا المفتاح. لم يُحفظ أي شيء.',
    triesLeft: 'بقيت لك محاولتان.',
    suggestions: ['من جديد', 'إلغاء'],
    connected: 'تم ربط Jotform باسم',
    heading: 'أدخل بياناتك في Jotform',
    field: 'مفتاح API في Jotform',
    isRtl: true,
    html: '<html lang="ar" dir="rtl">',
  },
];

describe.each(WORDS)('a key in $locale', (words) => {
  const { locale } = words;
  const ask = { type: 'message', text: words.ask, locale };

  it('is asked for, refused and taken in the chat', async () => {
    const chat = await world.chat();
    const asked = await chat.send(ask);
    expect(textsOf(asked)).toContain(words.reason);
    expect(suggestionsOn(asked)).toEqual(words.suggestions);
    expect(textsOf(asked)).toContain(words.field);
    expect(JSON.stringify(asked).includes('"rtl":true')).toBe(words.isRtl);
    const submit = (apiKey: string) => chat.send({ type: 'message', value: { ...cardDataOn(asked), apiKey }, locale });
    const refused = textsOf(await submit('0'.repeat(32)));
    expect(refused).toContain(words.refused);
    expect(refused).toContain(words.triesLeft);
    const done = textsOf(await submit(world.sandbox.jotform.apiKey));
    expect(done).toContain(words.connected);
    expect(done).toContain(words.answer);
  });

  it('is taken on the page, which speaks as the chat does', async () => {
    const chat = await world.chat();
    const asked = await chat.send(ask);
    const browser = world.browser();
    const form = await browser.submit(await browser.get(linkOn(asked), { headers: { 'accept-language': 'en' } }));
    expect(form.html).toContain(words.html);
    expect(form.text).toContain(words.heading);
    expect(form.text).toContain(words.field);
    const refused = await browser.submit(form, { 'field.apiKey': '0'.repeat(32) });
    expect(refused.text).toContain(words.triesLeft);
    const done = await browser.submit(refused, { 'field.apiKey': world.sandbox.jotform.apiKey });
    expect(done.html).toContain(words.html);
    const [connected] = await chat.send({ type: 'message', text: codeOn(done), locale });
    expect(textOf(connected)).toContain(words.connected);
  });
});

describe.each(['en-US', 'de-DE', 'fr-FR', 'es-ES', 'pt-BR', 'ja-JP', 'ar-SA'])('a refused key in %s', (locale) => {
  const WRONG = '0'.repeat(32);

  it('is perhaps for another host of the product: all others are named, in the chat and on the page', async () => {
    const chat = await world.chat();
    const asked = await chat.send({ type: 'message', text: 'List my Jotform forms', locale });
    const card = { ...cardDataOn(asked), apiKey: WRONG, tenant: 'eu' };
    const inChat = textsOf(await chat.send({ type: 'message', value: card, locale })).replaceAll('\\', '');
    const browser = world.browser();
    const form = await browser.submit(await browser.get(linkOn(asked)));
    const refused = await browser.submit(form, { 'field.apiKey': WRONG, 'field.tenant': 'eu' });
    const onPage = /role="alert"[\s\S]*?<\/div>/.exec(refused.html)?.[0] ?? '';
    for (const said of [inChat, onPage]) {
      expect(said).toContain('Jotform HIPAA (hipaa.jotform.com)');
      expect(said).toContain('Jotform (US)');
      expect(said).not.toContain('(eu.jotform.com)');
    }
  });
});

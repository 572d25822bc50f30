import { wordsIn } from 'latchkey/dialogs';
import { describe, expect, it } from 'vitest';
import { tonguesOf } from '../../src/answers/languages/languages.ts';

const LOCALES = ['en', 'de', 'fr', 'es', 'pt-BR', 'ja', 'ar'];

describe.each(LOCALES)('what people can always say in %s', (locale) => {
  const words = wordsIn(locale);
  const [own] = tonguesOf(locale);
  const commands = own?.words.commands;

  it('is heard, with a mark at its end and in large letters too', () => {
    for (const command of ['cancel', 'help', 'again', 'skip', 'connections'] as const) {
      for (const phrase of commands?.[command] ?? []) {
        expect(words[command].test(phrase), phrase).toBe(true);
        expect(words[command].test(phrase.toUpperCase()), phrase).toBe(true);
        expect(words[command].test(`${phrase} now please`), phrase).toBe(false);
      }
    }
    expect(words.cancelAlone.test(commands?.cancel[0] ?? '')).toBe(true);
    expect(words.cancelAlone.test(commands?.cancel[1] ?? '')).toBe(false);
  });

  it('is heard as people type it and copy it', () => {
    const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    const withoutMarks = (text: string) => text.normalize('NFD').replace(/[\u0300-\u036f\u0653-\u0655]/g, '');
    const written: readonly ((text: string) => string)[] = [
      (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`,
      (text) => ` ${text}  `,
      (text) => `*${text}*`,
      (text) => `${text}!!`,
      (text) => `${text} …`,
      (text) => `${text}。`,
      (text) => `${text}؟`,
      (text) => `\u200f${text}\u200f`,
      wide,
      withoutMarks,
      (text) => text.normalize('NFD'),
    ];
    for (const command of ['cancel', 'again', 'skip', 'connections', 'help', 'yes'] as const) {
      const phrases = command === 'yes' ? (own?.words.yes ?? []) : (commands?.[command] ?? []);
      for (const phrase of phrases) {
        for (const as of written) expect(words[command].test(as(phrase)), as(phrase)).toBe(true);
        expect(words[command].test(`“${phrase}”`), phrase).toBe(true);
        expect(words[command].test(`${phrase}${'!'.repeat(100)}`)).toBe(false);
      }
    }
    for (const as of written) expect(words.cancelAlone.test(as(commands?.cancel[0] ?? ''))).toBe(true);
    for (const command of ['disconnect', 'connect', 'use'] as const) {
      for (const phrase of commands?.[command] ?? []) {
        const said = phrase.replace('{}', 'Jira');
        for (const as of written)
          expect(words[command].exec(as(said).trim())?.[1], as(said)).toMatch(/Jira|jira|Ｊｉｒａ/i);
      }
    }
  });

  it('does not cancel while any text would be an answer, where the word is in quotes', () => {
    expect(words.cancelAlone.test(`"${commands?.cancel[0]}"`)).toBe(false);
  });

  it('names a product and an account', () => {
    for (const command of ['disconnect', 'connect', 'use'] as const) {
      for (const phrase of commands?.[command] ?? []) {
        const name = 'jira jane@acme.example at Acme';
        expect(words[command].exec(phrase.replace('{}', name))?.[1], phrase).toBe(name);
      }
    }
  });

  it('is also heard in English', () => {
    for (const said of ['cancel', 'no', 'stop', 'never mind', 'Forget it.']) expect(words.cancel.test(said)).toBe(true);
    for (const said of ['retry', 'new link', 'start over', 'resend']) expect(words.again.test(said)).toBe(true);
    for (const said of ['yes', 'Sure!', 'do it']) expect(words.yes.test(said)).toBe(true);
    expect(words.disconnect.exec('disconnect from jira')?.[1]).toBe('jira');
    expect(words.connect.exec('reconnect jira')?.[1]).toBe('jira');
  });

  it('is heard with and without the marks on its letters', () => {
    const marked = { es: ['sí', 'SÍ', 'si'], 'pt-BR': ['claro', 'sim'], ar: ['أجل', 'اجل', 'حسنًا'] };
    for (const [tag, phrases] of Object.entries(marked))
      for (const one of phrases) expect(wordsIn(tag).yes.test(one), one).toBe(true);
    for (const one of ['não', 'Nao', 'na\u0303o']) expect(wordsIn('pt').cancel.test(one), one).toBe(true);
    for (const one of ['arrête', 'arrete']) expect(wordsIn('fr').cancel.test(one), one).toBe(true);
    for (const one of ['überspringen', 'uberspringen', 'UEBERSPRINGEN'])
      expect(wordsIn('de').skip.test(one), one).toBe(true);
    for (const one of ['ｷｬﾝｾﾙ', 'キャンセル！']) expect(wordsIn('ja').cancel.test(one), one).toBe(true);
    for (const one of ['إعادة المحاولة', 'اعاده المحاوله']) expect(wordsIn('ar').again.test(one), one).toBe(true);
  });

  it('is never two things at once', () => {
    const said = [...(commands?.cancel ?? []), ...(own?.words.no ?? [])];
    for (const one of said) {
      for (const command of ['help', 'again', 'skip', 'yes', 'connections'] as const) {
        expect(words[command].test(one), one).toBe(false);
      }
    }
  });
});

describe.each([
  ['en', 'again', ['Send me a new link, please', 'a new link', "let's try again", 'yes retry', 'once more please 🙏']],
  ['en', 'cancel', ['cancel it', 'please cancel that', 'I changed my mind.', 'stop it please']],
  ['en', 'skip', ['skip this one please', 'leave it blank']],
  ['de', 'again', ['neuen Link bitte', 'Bitte einen neuen Link', 'noch mal', 'schick mir einen neuen Link']],
  ['de', 'cancel', ['bitte abbrechen', 'doch nicht', 'brich das ab']],
  ['de', 'skip', ['keine Angabe', 'leer lassen']],
  ['fr', 'again', ['un nouveau lien svp', 'encore une fois', 'renvoie le lien']],
  ['fr', 'cancel', ['annulez', 'laissez tomber, merci']],
  ['fr', 'skip', ['laisser vide', 'passez']],
  ['es', 'again', ['un enlace nuevo, por favor', 'volver a intentar']],
  ['es', 'cancel', ['cancélalo', 'cancelar por favor']],
  ['es', 'skip', ['dejar en blanco']],
  ['pt-BR', 'again', ['um novo link, por favor', 'outra vez']],
  ['pt-BR', 'cancel', ['não quero mais', 'cancela por favor']],
  ['pt-BR', 'skip', ['deixar em branco']],
  ['ja', 'again', ['新しいリンクをお願いします', 'もう一回お願いします', 'リトライ']],
  ['ja', 'cancel', ['キャンセルしてください', 'やめます', 'キャンセルでお願いします']],
  ['ja', 'skip', ['スキップします']],
  ['ar', 'again', ['رابط جديد من فضلك', 'حاول مرة أخرى', 'أرسل رابطا جديدا']],
  ['ar', 'cancel', ['إلغاء من فضلك', 'إلغاء الأمر']],
  ['ar', 'skip', ['اتركه فارغا']],
] as const)('what people say in %s for %s', (locale, command, said) => {
  it.each(said)('%s', (one) => {
    expect(wordsIn(locale)[command].test(one)).toBe(true);
  });
});

it.each(['retry the payment job', 'a new link in the footer is broken', 'cancel my order please', 'new links'])(
  'nothing is heard in a sentence about something else: %s',
  (said) => {
    const { again, cancel, cancelAlone, skip } = wordsIn('en');
    for (const command of [again, cancel, cancelAlone, skip]) expect(command.test(said)).toBe(false);
  },
);

import type { AnyAction, PublicIntegration } from 'latchkey';
import * as actions from 'latchkey/actions';
import { askedAction, wordsIn } from 'latchkey/dialogs';
import { describe, expect, it } from 'vitest';
import { helpText, type Offer, productsText, SENTENCES, suggestions } from '../../playground/what-to-ask.ts';
import { isOneOf, playgroundWords } from '../../playground/words/words-for.ts';
import { translate } from '../../src/actions/sentences/translate.ts';
import { CATALOG } from '../../src/integrations/catalog-index.ts';

const all = Object.values<AnyAction>(actions);
/** Those that are built in. */
const products = Object.keys(SENTENCES);
const integrations = products.map((id) => ({ id, name: id }) as PublicIntegration);
const acme = { id: 'acme', name: 'Acme *CRM*' } as PublicIntegration;

function offerOf(has: Offer['products'], language: keyof typeof playgroundWords = 'en'): Offer {
  return {
    words: playgroundWords[language],
    products: has,
    actions: all,
    inWords: (title) => translate(title, language),
  };
}

describe('what is offered', () => {
  it('is one sentence for each product, six at most, and none that deletes', () => {
    expect(suggestions(offerOf(integrations))).toHaveLength(6);
    expect(suggestions(offerOf([...integrations, acme]))).toHaveLength(6);
    const asked = suggestions(offerOf(integrations)).map((sentence) => askedAction(sentence, all)?.action);
    expect(asked.map((action) => action?.integration)).toEqual(products);
    expect(asked.filter((action) => action?.id.includes('delete'))).toEqual([]);
  });

  it('is understood, every word of it', () => {
    for (const [product, sentences] of Object.entries(SENTENCES)) {
      for (const sentence of sentences) expect(askedAction(sentence, all)?.action.integration, sentence).toBe(product);
    }
  });

  it('names every product in the help, and how to connect one that has no sentences', () => {
    const text = helpText(offerOf([...integrations, acme]));
    for (const { name } of integrations) expect(text).toContain(`**${name}**`);
    expect(text).toContain('*connect acme*');
    expect(text).not.toContain('Acme *CRM*');
  });

  it('is short in the help, however many products there are, and all of them are a word away', () => {
    const many = [...integrations, ...CATALOG.filter(({ id }) => !products.includes(id))];
    const help = helpText(offerOf(many));
    expect(help.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(integrations.length);
    expect(help).toContain(`${many.length - integrations.length} more products`);
    expect(help).toContain('*connect asana* · *connect hubspot* · *connect notion*');
    expect(help.length).toBeLessThan(1_000);
    const listed = productsText(offerOf(many));
    for (const { name } of many.slice(integrations.length))
      expect(listed.replaceAll('\u2060', '').replaceAll('\\', '')).toContain(name);
    expect(listed).toContain('*Create an Asana task*');
    expect(listed).not.toContain('monday.com');
  });

  it('is the help where there are no more products', () => {
    expect(productsText(offerOf(integrations))).toBe(helpText(offerOf(integrations)));
  });
});

const LANGUAGES = Object.keys(playgroundWords) as readonly (keyof typeof playgroundWords)[];

describe.each(LANGUAGES)('what the playground says in %s', (language) => {
  const words = playgroundWords[language];
  const offer = offerOf([...integrations, ...CATALOG], language);
  const said = [helpText(offer), productsText(offer), words.welcome('Ann'), words.notUnderstood];

  it('offers what is heard', () => {
    const heard = wordsIn(language);
    const isHeard = (phrase: string) =>
      Object.values(heard).some((word) => word.test(phrase)) ||
      isOneOf(phrase, words.products) ||
      askedAction(phrase, all, (title) => translate(title, language)) !== undefined;
    const offered = said.flatMap((text) =>
      [...text.replace(/\*\*.+?\*\*/g, '').matchAll(/\*([^*]+)\*/g)].map(([, phrase = '']) => phrase),
    );
    expect(offered.length).toBeGreaterThan(12);
    for (const phrase of [...offered, ...suggestions(offer)]) expect(isHeard(phrase), phrase).toBe(true);
  });

  it('is that language alone', () => {
    expect(words.lang).toBe(language);
    expect(words.dir).toBe(language === 'ar' ? 'rtl' : 'ltr');
    if (language === 'en') return;
    const plain = { ...words, lang: '', dir: '' };
    const same = Object.entries(plain).filter(
      ([name, text]) => typeof text === 'string' && text !== '' && text === Reflect.get(playgroundWords.en, name),
    );
    expect(same.map(([name]) => name)).toEqual(SAME[language] ?? []);
    const names = ['Ann', 'Bob'] as const;
    for (const say of ['welcome', 'groupChat', 'openAs', 'openGroupAs', 'youAre', 'chatWith', 'connect'] as const)
      for (const name of names) expect(words[say](name)).toContain(name);
    expect(words.welcome('Ann')).not.toContain('Hello');
  });

  it('hears greetings and thanks as people write them', () => {
    for (const phrase of [...words.greetings, ...words.thanks, ...words.products]) {
      const own = words.thanks.includes(phrase) ? words.thanks : [...words.greetings, ...words.products];
      for (const as of [phrase, `${phrase.toUpperCase()}!`, ` ${phrase}。`, `${phrase} 🙂`.replace(' 🙂', '')])
        expect(isOneOf(as, own), as).toBe(true);
      expect(isOneOf(`${phrase} jira`, own)).toBe(false);
    }
  });
});

/** A word that the language has in common with English. */
const SAME: Readonly<Record<string, readonly string[]>> = { de: ['chats'] };

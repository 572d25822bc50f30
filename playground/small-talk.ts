import type { AnyAction, Authorizer } from 'latchkey';
import { wordsIn } from 'latchkey/dialogs';
import { helpText, type Offer, productsText, suggestions } from './what-to-ask.ts';
import { isOneOf, wordsFor } from './words/words-for.ts';

/** A message of the sample bot's own, with buttons for what people can ask for. */
export interface OwnAnswer {
  readonly text: string;
  readonly suggestions: readonly string[];
}

export interface SmallTalk {
  /** The reply to a question about the bot, whatever else it waits for; undefined for other messages. */
  readonly aside: (said: string, locale: string | undefined) => OwnAnswer | undefined;
  /** The reply to a message that nothing else handled. */
  readonly otherwise: (said: string, locale: string | undefined) => OwnAnswer;
  readonly welcome: (name: string, locale: string | undefined) => OwnAnswer;
}

/** The sample bot's own messages, in the person's language and whichever SDK it is built with. */
export function createSmallTalk(authorizer: Authorizer, actions: readonly AnyAction[]): SmallTalk {
  const offerIn = (locale: string | undefined): Offer => ({
    words: wordsFor(locale),
    products: authorizer.integrations,
    actions,
    inWords: (title) => authorizer.translate(title, locale),
  });
  const withButtons = (text: string, offer: Offer): OwnAnswer => ({ text, suggestions: suggestions(offer) });
  return {
    aside(said, locale) {
      const offer = offerIn(locale);
      if (isHeard(said, 'products', locale)) return withButtons(productsText(offer), offer);
      const asksForHelp = wordsIn(locale ?? 'en').help.test(said) || isHeard(said, 'greetings', locale);
      return asksForHelp ? withButtons(helpText(offer), offer) : undefined;
    },
    otherwise(said, locale) {
      const { youAreWelcome, notUnderstood } = wordsFor(locale);
      if (wordsIn(locale ?? 'en').cancel.test(said))
        return { text: authorizer.textsIn(locale).nothingToCancel, suggestions: [] };
      if (isHeard(said, 'thanks', locale)) return { text: youAreWelcome, suggestions: [] };
      return withButtons(notUnderstood, offerIn(locale));
    },
    welcome: (name, locale) => withButtons(wordsFor(locale).welcome(name), offerIn(locale)),
  };
}

/** English is understood in addition to every other language. */
function isHeard(said: string, what: 'greetings' | 'products' | 'thanks', locale: string | undefined): boolean {
  return isOneOf(said, [...wordsFor(locale)[what], ...wordsFor('en')[what]]);
}

import { kept } from '../languages/kept.ts';
import { bare } from './fold.ts';

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Currencies that we also recognise by name in the person's language and in English. */
const NAMED = 'USD EUR GBP JPY CNY BRL CHF CAD AUD INR MXN SAR AED EGP SEK NOK DKK PLN CZK TRY KRW'.split(' ');

/** The amount without a currency's symbol, code or name before or after it. */
export function withoutCurrency(amount: string, locale: string): string {
  const match = /^([+-]?)\s*([^\d+\-.,٫]*)\s*(.*?\d)\s*(\D*)$/su.exec(amount);
  if (match === null) return amount;
  const [, sign = '', before = '', number = '', behind = ''] = match;
  if (![before, behind].every((words) => isCurrency(words.trim(), locale))) return amount;
  return `${sign}${number}`;
}

function isCurrency(words: string, locale: string): boolean {
  if (words === '' || /^\p{L}{0,3}\p{Sc}$/u.test(words) || CODES.has(words.toUpperCase())) return true;
  const name = bare(words);
  return /\p{L}/u.test(name) && namesOf(locale).some((known) => ` ${known} `.includes(` ${name} `));
}

/** "euros", "US dollars", "円" */
const namesOf = kept((locale) =>
  [locale, 'en'].flatMap((language) =>
    NAMED.flatMap((currency) =>
      [1, 2, 11].map((count) =>
        bare(
          new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'name' })
            .formatToParts(count)
            .filter(({ type }) => type === 'currency')
            .map(({ value }) => value)
            .join(' '),
        ),
      ),
    ),
  ),
);

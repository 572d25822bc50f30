import { kept } from '../languages/kept.ts';
import { type InEachLanguage, isLanguage, type LanguageTag, nearestLanguage } from '../languages/language-tag.ts';
import type { LogEvent } from '../logger.ts';
import { callOwnCode } from './own-code.ts';

/**
 * A bot's own texts: entries for every language, entries for one language (`{ de: { … } }`), or a function that returns the
 * entries for a locale (BCP 47), which may be a language that the library does not have. The library fills in what is
 * missing.
 */
export type OwnTexts<Texts> =
  | (Partial<Texts> & { readonly [Tag in LanguageTag]?: Partial<Texts> })
  | ((locale: string) => Partial<Texts> | undefined);

/** The texts for a locale: those of the nearest language with the bot's own entries. Created once for each locale. */
export function textsByLocale<Texts extends object>(
  tables: InEachLanguage<Texts>,
  own: OwnTexts<Texts> | undefined,
  log: (event: LogEvent) => void,
): (locale?: string) => Texts {
  const known = kept((locale) => {
    const language = nearestLanguage(locale);
    return ownTexts(tables[language], ownEntries(own, language, locale, log), log);
  });
  return (locale = 'en') => known(locale);
}

function ownEntries<Texts extends object>(
  own: OwnTexts<Texts> | undefined,
  language: LanguageTag,
  locale: string,
  log: (event: LogEvent) => void,
): Partial<Texts> | undefined {
  if (typeof own === 'function') {
    return tableOf(
      callOwnCode(log, 'texts', () => own(locale)),
      log,
    );
  }
  if (own === undefined) return undefined;
  const forAll = Object.fromEntries(Object.entries(own).filter(([name]) => !isLanguage(name)));
  return { ...forAll, ...tableOf(own[language], log) };
}

/** Refuses a promise or a list, which have no entries. */
function tableOf<Table>(given: Table | undefined, log: (event: LogEvent) => void): Table | undefined {
  if (given === undefined || given === null || (isTable(given) && !(given instanceof Promise))) return given;
  callOwnCode(log, 'texts', () => {
    throw new TypeError('not a table of texts');
  });
  return undefined;
}

/**
 * A table of texts with the bot's own entries. If an own entry throws, has an unknown name, or returns another type than the
 * library's would (a promise, a number, an incomplete table), the library's text is used and the log names the entry. So no turn
 * and no page fails because of a text.
 */
function ownTexts<Texts extends object>(
  library: Texts,
  own: Partial<Texts> | undefined,
  log: (event: LogEvent) => void,
): Texts {
  const texts = { ...library };
  for (const [name, entry] of Object.entries<unknown>({ ...own })) {
    const ours: unknown = Object.hasOwn(library, name) ? Reflect.get(library, name) : undefined;
    if (ours === undefined) refuse(name, log);
    else if (entry !== undefined) Reflect.set(texts, name, guarded(name, ours, entry, log, texts));
  }
  return texts;
}

function guarded(name: string, ours: unknown, entry: unknown, log: (event: LogEvent) => void, table: object): unknown {
  if (typeof ours !== 'function' || typeof entry !== 'function') {
    const whole = isTable(ours) && isTable(entry) ? { ...ours, ...entry } : entry;
    if (isAlike(ours, whole)) return whole;
    refuse(name, log);
    return ours;
  }
  return (...values: readonly unknown[]): unknown => {
    const text: unknown = callOwnCode(log, `text ${name}`, () => Reflect.apply(entry, table, values));
    const expected: unknown = Reflect.apply(ours, table, values);
    if (isAlike(expected, text)) return text;
    if (text !== undefined) refuse(name, log);
    return expected;
  };
}

function refuse(name: string, log: (event: LogEvent) => void): void {
  callOwnCode(log, `text ${name}`, () => {
    throw new TypeError('not of the same type as the library’s text');
  });
}

/** Whether a bot's entry can replace ours. A table must have every text of ours, but may leave out booleans. */
function isAlike(ours: unknown, entry: unknown): boolean {
  if (Array.isArray(ours)) return Array.isArray(entry) && entry.every((one) => typeof one === 'string');
  if (!isTable(ours)) return typeof ours === typeof entry;
  if (!isTable(entry)) return false;
  return Object.entries(ours).every(([name, one]) => {
    const other: unknown = Reflect.get(entry, name);
    return one === undefined || isAlike(one, other) || (other === undefined && typeof one === 'boolean');
  });
}

function isTable(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

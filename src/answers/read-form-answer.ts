import { ADDRESS_PARTS, type FormAnswer, type FormQuestion, NAME_PARTS } from '../model/form-question.ts';
import { isMailAddress } from '../model/mail-address.ts';
import { dayInWords } from './day.ts';
import { tonguesOf } from './languages/languages.ts';
import { mailAddressIn, phoneNumberIn } from './mail-and-phone.ts';
import { plainText } from './plain-text.ts';
import { readChoice } from './read-choice.ts';
import { readChoices } from './read-choices.ts';
import { readDay } from './read-day.ts';
import { readNumber } from './read-number.ts';
import { readRating } from './read-rating.ts';
import { readTime } from './read-time.ts';
import { type Spoken, spokenIn } from './spoken.ts';

export type FormReading =
  /** `isExact`: it cannot mean anything else. Free text can. */
  | { readonly status: 'read'; readonly answer: FormAnswer; readonly isExact: boolean }
  /** It may mean any of these. */
  | { readonly status: 'unclear'; readonly choices: readonly string[] };

/**
 * Reads an answer to a question of a form. Undefined if it is not an answer, or is unclear.
 *
 * @param given a typed text, or what a card submitted under the question's name or its parts
 * @param spoken default: English, UTC, now
 */
export function readFormAnswer(
  question: FormQuestion,
  given: unknown,
  spoken: Spoken = spokenIn('en', 'UTC', Date.now()),
): FormAnswer | undefined {
  const reading = readForm(question, given, spoken);
  return reading?.status === 'read' ? reading.answer : undefined;
}

/** The same, and says whether the answer is exact or unclear. */
export function readForm(question: FormQuestion, given: unknown, spoken: Spoken): FormReading | undefined {
  const text = typeof given === 'string' ? given.trim() : '';
  const { choices = [], max = 5 } = question;
  switch (question.kind) {
    case 'choice': {
      const reading = readChoice(text, choices, spoken.locale);
      return reading && read(choices[reading.index], reading.exact);
    }
    case 'choices': {
      const reading = readChoices(text, choices, spoken.locale);
      return (
        reading &&
        read(
          reading.indexes.flatMap((index) => choices[index] ?? []),
          reading.exact,
        )
      );
    }
    case 'number':
      return exact(readNumber(text, spoken.locale)?.toString());
    case 'rating':
      return exact(readRating(text, max, spoken.locale)?.toString());
    case 'date': {
      const reading = readDay(text, spoken);
      if (reading?.status !== 'unclear') return exact(reading?.day);
      return { status: 'unclear', choices: reading.days.map((day) => dayInWords(day, spoken.locale)) };
    }
    case 'time':
      return exact(readTime(text, spoken.locale));
    case 'email': {
      const address = plainText(text);
      return exact(isMailAddress(address) ? address.replace(/^mailto:/i, '') : mailAddressIn(text));
    }
    case 'phone':
      return exact(matching(/^\+?[\d\s()/.-]{5,30}$/, plainText(text)) ?? phoneNumberIn(text));
    case 'full_name':
      return filled(NAME_PARTS, given) ?? read(nameIn(withoutIntroduction(text, spoken.locale)), false);
    case 'address':
      return filled(ADDRESS_PARTS, given) ?? read(text === '' ? undefined : { street: text }, false);
    case 'text':
    case 'long_text':
      return read(text === '' ? undefined : text, false);
  }
}

function read(answer: FormAnswer | undefined, isExact: boolean): FormReading | undefined {
  return answer === undefined ? undefined : { status: 'read', answer, isExact };
}

function exact(answer: FormAnswer | undefined): FormReading | undefined {
  return read(answer, true);
}

function matching(shape: RegExp, text: string): string | undefined {
  return shape.test(text) ? text : undefined;
}

/** "My name is Ann Lee." as "Ann Lee". */
function withoutIntroduction(text: string, locale: string): string {
  const plain = text.replace(/[.!。！]+$/u, '').replace(/[’`]/g, "'");
  for (const { words } of tonguesOf(locale)) {
    const said = words.myNameIs.find((one) => plain.toLowerCase().startsWith(one) && plain.length > one.length);
    if (said !== undefined)
      return plain
        .slice(said.length)
        .replace(/^[\s,:：]+/u, '')
        .replace(/です$/u, '');
  }
  return text;
}

/** Takes the last word for the family name. */
function nameIn(text: string): FormAnswer | undefined {
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return undefined;
  const [last = ''] = words.slice(-1);
  return words.length === 1 ? { first: last } : { first: words.slice(0, -1).join(' '), last };
}

/** The parts that a card has submitted. */
function filled(parts: readonly string[], given: unknown): FormReading | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const typed = Object.entries(given).filter(
    ([part, value]) => parts.includes(part) && typeof value === 'string' && value.trim() !== '',
  );
  if (typed.length === 0) return undefined;
  return exact(Object.fromEntries(typed.map(([part, value]) => [part, String(value).trim()])));
}

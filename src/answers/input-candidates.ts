import type { InputKind, InputOption, SingleKind } from '../model/input-kind.ts';
import { dayInWords } from './day.ts';
import { expectedOf } from './expected-input.ts';
import { mailAddressIn } from './mail-and-phone.ts';
import { plainText } from './plain-text.ts';
import { readChoice } from './read-choice.ts';
import { readChoices } from './read-choices.ts';
import { type DayReading, readDay } from './read-day.ts';
import type { InputReading } from './read-input.ts';
import { readMoment } from './read-moment.ts';
import { readNumber } from './read-number.ts';
import { readTime } from './read-time.ts';
import { readYesNo } from './read-yes-no.ts';
import type { Spoken } from './spoken.ts';

/** A value that an answer may mean. The first one that the schema accepts counts. */
export interface Candidate {
  readonly value: unknown;
  /** Absent for free text, whose exactness depends on the schema. */
  readonly isExact?: boolean;
}

export type Candidates =
  | { readonly status: 'found'; readonly candidates: readonly Candidate[] }
  | Extract<InputReading, { status: 'refused' }>;

export function candidatesOf(kind: InputKind, said: unknown, spoken: Spoken): Candidates {
  if (kind.kind !== 'list') return ofOne(kind, said, spoken);
  if (Array.isArray(said)) return ofAll(kind.of, said, spoken);
  if (typeof said !== 'string') return ofAll(kind.of, [said], spoken);
  if (kind.of.kind === 'choice') return ofChoices(kind.of.options, said, spoken);
  const lists = [SEPARATE, ANY_COMMA].map((separator) => said.split(separator).filter((one) => one.trim() !== ''));
  const [first, second] = lists.map((list) =>
    ofAll(
      kind.of,
      list.map((one) => one.trim()),
      spoken,
    ),
  );
  return first?.status === 'refused' && second?.status === 'found' ? second : (first ?? refused(kind.of, spoken));
}

/** "1,200; 5" and "1,200, 5": a comma without a space may be part of a number. */
const SEPARATE = /[;\n；]|[,،、，](?:\s+(?:and|und|et|y|e)\s)?(?=\s|\D)/u;
const ANY_COMMA = /[,;\n،、，；]/u;

function ofOne(kind: SingleKind, said: unknown, spoken: Spoken): Candidates {
  if (said instanceof Date) return exact(Number.isNaN(said.getTime()) ? undefined : [said.toISOString()], kind, spoken);
  if (typeof said !== 'string') return exact([said], kind, spoken);
  switch (kind.kind) {
    case 'text':
      return {
        status: 'found',
        candidates: [...new Set([said, plainText(said), mailAddressIn(said) ?? said])].map((value) => ({ value })),
      };
    case 'number': {
      const number = readNumber(said, spoken.locale);
      if (kind.asText !== true) return exact(number === undefined ? undefined : [number], kind, spoken);
      return exact(number === undefined ? undefined : [String(number), said], kind, spoken);
    }
    case 'yes_no': {
      const isYes = readYesNo(said, spoken.locale);
      if (kind.asText !== true) return exact(isYes === undefined ? undefined : [isYes], kind, spoken);
      return exact(isYes === undefined ? [said] : [said, String(isYes)], kind, spoken);
    }
    case 'day':
      return ofDay(readDay(said, spoken), (day) => [day], kind, spoken);
    case 'time': {
      const time = readTime(said, spoken.locale);
      return exact(time === undefined ? undefined : [time, `${time}:00`], kind, spoken);
    }
    case 'moment':
      return ofMoment(said, kind, spoken);
    case 'date': {
      const day = readDay(said, spoken);
      return day === undefined
        ? ofMoment(said, kind, spoken)
        : ofDay(day, (one) => [`${one}T00:00:00.000Z`], kind, spoken);
    }
    case 'choice':
      return ofChoice(kind, said, spoken);
  }
}

function ofMoment(said: string, kind: SingleKind, spoken: Spoken): Candidates {
  const moment = readMoment(said, spoken);
  if (moment?.status === 'unclear') return unclear(moment.days, spoken);
  const at = moment?.at.toISOString();
  return exact(at === undefined ? undefined : [at, at.replace('.000Z', 'Z')], kind, spoken);
}

function ofDay(
  reading: DayReading | undefined,
  values: (day: string) => readonly string[],
  kind: SingleKind,
  spoken: Spoken,
): Candidates {
  if (reading?.status === 'unclear') return unclear(reading.days, spoken);
  return exact(reading && values(reading.day), kind, spoken);
}

function unclear(days: readonly string[], { locale }: Spoken): Candidates {
  return { status: 'refused', problem: { why: 'which_day' }, choices: days.map((day) => dayInWords(day, locale)) };
}

function ofChoice(kind: Extract<SingleKind, { kind: 'choice' }>, said: string, spoken: Spoken): Candidates {
  const { options } = kind;
  const reading =
    readChoice(
      said,
      options.map(({ label }) => label),
      spoken.locale,
    ) ??
    readChoice(
      said,
      options.map(({ value }) => String(value)),
      spoken.locale,
    );
  const option = reading && options[reading.index];
  if (option === undefined || reading === undefined) return refused(kind, spoken);
  return { status: 'found', candidates: [{ value: option.value, isExact: reading.exact }] };
}

function ofChoices(options: readonly InputOption[], said: string, spoken: Spoken): Candidates {
  const reading = readChoices(
    said,
    options.map(({ label }) => label),
    spoken.locale,
  );
  if (reading === undefined) return refused({ kind: 'choice', options }, spoken);
  const value = reading.indexes.map((index) => options[index]?.value);
  return { status: 'found', candidates: [{ value, isExact: reading.exact }] };
}

function ofAll(kind: SingleKind, said: readonly unknown[], spoken: Spoken): Candidates {
  const values: unknown[] = [];
  for (const one of said) {
    const found = ofOne(kind, one, spoken);
    if (found.status === 'refused') return found;
    values.push(found.candidates[0]?.value);
  }
  return { status: 'found', candidates: [{ value: values, ...(kind.kind === 'text' ? {} : { isExact: true }) }] };
}

function exact(values: readonly unknown[] | undefined, kind: SingleKind, spoken: Spoken): Candidates {
  if (values === undefined) return refused(kind, spoken);
  return { status: 'found', candidates: values.map((value) => ({ value, isExact: true })) };
}

function refused(kind: SingleKind, spoken: Spoken): Candidates {
  return { status: 'refused', problem: { why: 'not_a_kind', kind: kind.kind, example: expectedOf(kind.kind, spoken) } };
}

import { restoredInput } from '../model/action-input.ts';
import { type InputIssue, type InputSchema, inputKindOf } from '../model/input-kind.ts';
import { type InputProblem, problemOf, UNSAID } from '../model/input-problem.ts';
import { parsedAtOnce } from '../model/parsed-at-once.ts';
import { dayInWords } from './day.ts';
import { type Candidate, candidatesOf } from './input-candidates.ts';
import type { Spoken } from './spoken.ts';

export type InputReading =
  /** `value` is in the form that is stored. `isExact`: it cannot mean anything else. */
  | { readonly status: 'read'; readonly value: unknown; readonly isExact: boolean }
  | {
      readonly status: 'refused';
      readonly problem: InputProblem;
      /** What it could mean, if there are several possibilities. */
      readonly choices?: readonly string[];
    };

/** A text that a schema accepts only if it accepts any text. */
const CANCEL = 'cancel';

/** Reads what the person said, or what code supplied, as an input with this schema. */
export function readInput(schema: InputSchema, said: unknown, spoken: Spoken): InputReading {
  const kind = inputKindOf(schema) ?? { kind: 'text' as const };
  const found = candidatesOf(kind, said, spoken);
  if (found.status === 'refused') return found.choices === undefined ? inItsWords(schema, said, found) : found;
  let refusal: InputIssue | undefined;
  for (const candidate of found.candidates) {
    const { isFit, issue } = fitOf(schema, candidate.value);
    if (isFit) return { status: 'read', value: candidate.value, isExact: exactly(schema, candidate) };
    refusal ??= issue;
  }
  return { status: 'refused', problem: problemOf(refusal, shownIn(spoken)) };
}

/** Prefers the schema's own message, if it has one. */
function inItsWords(
  schema: InputSchema,
  said: unknown,
  refused: Extract<InputReading, { status: 'refused' }>,
): InputReading {
  const { issue } = fitOf(schema, said);
  return issue === undefined || issue.message === UNSAID
    ? refused
    : { ...refused, problem: { why: 'said', text: issue.message } };
}

/** Writes limits in the person's locale. */
function shownIn({ locale }: Pick<Spoken, 'locale'>): Parameters<typeof problemOf>[1] {
  return {
    number: (value) => new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(value),
    day: (date) => dayInWords(date.toISOString().slice(0, 10), locale),
  };
}

function fitOf(
  schema: InputSchema,
  stored: unknown,
): { readonly isFit: boolean; readonly issue?: InputIssue | undefined } {
  const parsed = parsedAtOnce(schema, restoredInput(schema, stored), { error: () => UNSAID });
  return parsed === undefined || parsed.success ? { isFit: true } : { isFit: false, issue: parsed.error.issues[0] };
}

/** Free text is exact only if the schema does not accept just any word. */
function exactly(schema: InputSchema, { isExact }: Candidate): boolean {
  return isExact ?? !fitOf(schema, CANCEL).isFit;
}

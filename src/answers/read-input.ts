import { restoredInput } from '../model/action-input.ts';
import { type InputIssue, type InputSchema, inputKindOf } from '../model/input-kind.ts';
import { type InputProblem, problemOf, UNSAID } from '../model/input-problem.ts';
import { dayInWords } from './day.ts';
import { type Candidate, candidatesOf } from './input-candidates.ts';
import type { Spoken } from './spoken.ts';

export type InputReading =
  /** `value` is what is stored; `isExact`: nothing else could have been meant by it. */
  | { readonly status: 'read'; readonly value: unknown; readonly isExact: boolean }
  | {
      readonly status: 'refused';
      readonly problem: InputProblem;
      /** Where it could be one of several. */
      readonly choices?: readonly string[];
    };

/** Any text that no question should take for its answer. */
const CANCEL = 'cancel';

/** What was said, or what code gave, as an input of this schema. */
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

/** What the schema itself says about it, where it says something. */
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

/** How limits are written for the person. */
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
  try {
    const parsed = schema.safeParse(restoredInput(schema, stored), { error: () => UNSAID });
    return parsed.success ? { isFit: true } : { isFit: false, issue: parsed.error.issues[0] };
  } catch {
    // a rule that asks elsewhere is looked at when the action runs
    return { isFit: true };
  }
}

/** Free text may be anything, and so it is exact only where the schema would not take just any word. */
function exactly(schema: InputSchema, { isExact }: Candidate): boolean {
  return isExact ?? !fitOf(schema, CANCEL).isFit;
}

import type { InputIssue, SingleKind } from './input-kind.ts';

/** Why an answer cannot be used. `texts.inputProblem` turns it into a sentence. */
export type InputProblem =
  /** The action's own words. */
  | { readonly why: 'said'; readonly text: string }
  | { readonly why: 'not_a_kind'; readonly kind: SingleKind['kind']; readonly example: string }
  | { readonly why: 'not_whole' }
  /** `isIncluded`: the limit itself is allowed. */
  | { readonly why: 'too_small' | 'too_large'; readonly limit: string; readonly isIncluded: boolean }
  | { readonly why: 'no_multiple'; readonly of: string }
  | { readonly why: 'too_short' | 'too_long'; readonly limit: number }
  | { readonly why: 'too_few' | 'too_many'; readonly limit: number }
  | { readonly why: 'too_early' | 'too_late'; readonly limit: string }
  | { readonly why: 'no_email' | 'no_address' }
  /** The date is ambiguous. */
  | { readonly why: 'which_day' }
  | { readonly why: 'other' };

/** The message of an issue without words of its own. */
export const UNSAID = '\u0000';

/** `shown` formats numbers and days in the person's language. */
export function problemOf(
  issue: InputIssue | undefined,
  shown: { readonly number: (value: number) => string; readonly day: (date: Date) => string },
): InputProblem {
  if (issue === undefined) return { why: 'other' };
  if (issue.message !== UNSAID) return { why: 'said', text: issue.message };
  if (issue.expected === 'int') return { why: 'not_whole' };
  if (issue.code === 'invalid_format') return formatProblem(issue.format);
  if (issue.code === 'not_multiple_of') return { why: 'no_multiple', of: shown.number(Number(issue.divisor)) };
  const isSmall = issue.code === 'too_small';
  if (!isSmall && issue.code !== 'too_big') return { why: 'other' };
  const limit = Number(isSmall ? issue.minimum : issue.maximum);
  switch (issue.origin) {
    case 'string':
      return { why: isSmall ? 'too_short' : 'too_long', limit };
    case 'array':
      return { why: isSmall ? 'too_few' : 'too_many', limit };
    case 'date':
      return { why: isSmall ? 'too_early' : 'too_late', limit: shown.day(new Date(limit)) };
    default: {
      const isIncluded = issue.inclusive !== false;
      return { why: isSmall ? 'too_small' : 'too_large', limit: shown.number(limit), isIncluded };
    }
  }
}

function formatProblem(format: string | undefined): InputProblem {
  if (format === 'email') return { why: 'no_email' };
  return format === 'url' ? { why: 'no_address' } : { why: 'other' };
}

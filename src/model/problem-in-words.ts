import type { InputProblem } from './input-problem.ts';

/** What an action has against an answer, in the person's language; `inWords` leaves what it does not know as it is. */
export function problemInWords(problem: InputProblem, inWords: (text: string) => string): InputProblem {
  return problem.why === 'said' ? { ...problem, text: inWords(problem.text) } : problem;
}

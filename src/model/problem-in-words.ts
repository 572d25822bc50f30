import type { InputProblem } from './input-problem.ts';

/** Why an answer cannot be used, in the person's language. `inWords` returns unknown texts unchanged. */
export function problemInWords(problem: InputProblem, inWords: (text: string) => string): InputProblem {
  return problem.why === 'said' ? { ...problem, text: inWords(problem.text) } : problem;
}

import type { InputProblem } from '../model/input-problem.ts';
import { problemInWords } from '../model/problem-in-words.ts';
import { escapeSentence } from '../texts/name-in-chat.ts';
import type { Turn } from './turn.ts';

/** What is wrong with an answer. An action's own sentence may have a product's words in it: nothing of it becomes a link. */
export function problemSaid({ texts, inWords }: Pick<Turn, 'texts' | 'inWords'>, given: InputProblem): string {
  const problem = problemInWords(given, inWords);
  return texts.inputProblem(problem.why === 'said' ? { ...problem, text: escapeSentence(problem.text) } : problem);
}

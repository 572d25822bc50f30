import { areNumbered } from '../answers/read-choice.ts';

/** A line for each choice, with the number that selects it; in one line where the choices are numbers themselves. */
export function numbered(choices: readonly string[], dress: (line: string) => string): readonly string[] {
  if (choices.length === 0) return [];
  if (!areNumbered(choices)) return [choices.map(dress).join(', ')];
  return choices.map((choice, index) => `${index + 1}. ${dress(choice)}`);
}

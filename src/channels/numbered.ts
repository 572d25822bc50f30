import { areNumbered } from '../answers/read-choice.ts';

/** A line for each choice with its number, or a single line if the choices are numbers themselves. */
export function numbered(choices: readonly string[], dress: (line: string) => string): readonly string[] {
  if (choices.length === 0) return [];
  if (!areNumbered(choices)) return [choices.map(dress).join(', ')];
  return choices.map((choice, index) => `${index + 1}. ${dress(choice)}`);
}

import type { Field } from './field.ts';

/** A field with what people read of it in their language. */
export function fieldInWords(field: Field, inWords: (text: string) => string): Field {
  const { title, hint, choices } = field;
  return {
    ...field,
    title: inWords(title),
    ...(hint === undefined ? {} : { hint: inWords(hint) }),
    ...(choices === undefined
      ? {}
      : { choices: choices.map((choice) => ({ ...choice, title: inWords(choice.title) })) }),
  };
}

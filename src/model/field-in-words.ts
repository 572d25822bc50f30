import type { Field, FieldFault } from './field.ts';

/** A field with its texts in the person's language. */
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

/** The faults of a form, with their fields in the person's language. */
export function faultsInWords(faults: readonly FieldFault[], inWords: (text: string) => string): readonly FieldFault[] {
  return faults.map((fault) => ({ ...fault, field: fieldInWords(fault.field, inWords) }));
}

import type { FieldFault, FieldProblem } from '../model/field.ts';

/** `apiKey: it should be 32 letters and digits`. Never contains the value. */
export function faultLine({ field, reason }: FieldFault): string {
  const { key, shape, choices = [] } = field;
  if (choices.length > 0) {
    return `${key}: it must be one of ${choices.map(({ value, title }) => `${value} (${title})`).join(', ')}`;
  }
  if (reason === 'wrong_shape' && shape !== undefined) return `${key}: it should ${shape}`;
  return `${key}: ${WORDS[reason]}`;
}

const WORDS: Readonly<Record<FieldProblem, string>> = {
  missing: 'it is missing',
  too_long: 'it is longer than 4,096 characters',
  not_printable: 'it contains non-printable characters, such as a line break',
  wrong_shape: 'it does not have the format of this field',
  not_a_choice: 'it is not one of the choices',
  has_colon: 'it must not contain a colon',
  foreign_host: 'the integration does not list this host',
  nobody_there: 'the product has no such customer',
};

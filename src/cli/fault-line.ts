import type { FieldFault, FieldProblem } from '../model/field.ts';

/** `apiKey: it should be 32 letters and digits`; never the value. */
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
  not_printable: 'it has characters that cannot be printed, such as a line end',
  wrong_shape: 'it does not look like the values of this field',
  not_a_choice: 'it is none of the choices',
  has_colon: 'it must have no colon',
  foreign_host: 'it is a host that the integration does not list',
  nobody_there: 'there is no such customer at the product',
};

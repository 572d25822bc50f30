import { HostRefusedError } from '../errors.ts';
import { chosenOf, type Field } from './field.ts';
import { replacePlaceholders } from './template.ts';

/**
 * Fills fixed choices into an address. The replacement comes from the integration and never from the person, so it becomes
 * part of the template: `{{region}}/forms` becomes `https://eu-api.example.com/forms`, and is then filled and checked like
 * any template.
 *
 * @throws HostRefusedError for a value that is not one of the choices
 */
export function chosenAddress(
  template: string,
  fields: readonly Field[],
  values: Readonly<Record<string, string | undefined>>,
): string {
  const closed = new Map(fields.filter((field) => field.choices !== undefined).map((field) => [field.key, field]));
  return replacePlaceholders(template, (name) => {
    const field = closed.get(name);
    if (field === undefined) return undefined;
    const choice = chosenOf(field, values[name]);
    if (choice === undefined) throw new HostRefusedError(`the value of ${name} is not one of its choices`);
    return choice.address ?? choice.value;
  });
}

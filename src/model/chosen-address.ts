import { HostRefusedError } from '../errors.ts';
import { chosenOf, type Field } from './field.ts';
import { replacePlaceholders } from './template.ts';

/**
 * Fills the closed choices into an address. What replaces a choice is the integration's word and never the person's, so
 * it becomes part of the template: `{{region}}/forms` is `https://eu-api.example.com/forms`, to be filled and checked as if
 * it had been written like that.
 *
 * @throws HostRefusedError for a value that is none of the choices
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
    if (choice === undefined) throw new HostRefusedError(`the value of ${name} is none of its choices`);
    return choice.address ?? choice.value;
  });
}

import type { Field } from '../model/field.ts';
import type { Texts } from '../texts/texts.ts';
import type { CardField } from './message.ts';

/** A field of a credential on a card: masked, plain, chosen from a list, or only shown. */
export function credentialField(field: Field, texts: Texts): CardField {
  const hint = field.hint === undefined ? {} : { hint: field.hint };
  if (field.visibility === 'read-only') return { kind: 'shown', text: `${field.title}: ${field.value ?? ''}`, ...hint };
  const isRequired = field.required !== false;
  const common = { key: field.key, label: field.title, ...hint };
  if (field.choices !== undefined) {
    const choices = field.choices.map(({ title, value }) => ({ title, value }));
    const chosen = field.value ?? choices[0]?.value;
    return {
      kind: 'choice',
      ...common,
      required: { isRequired, errorMessage: texts.formExpected('choice', 0, '') },
      choices,
      ...(chosen === undefined ? {} : { value: chosen }),
    };
  }
  const required = { isRequired, errorMessage: texts.fieldMissing(field.title) };
  return { kind: field.type === 'password' ? 'secret' : 'text', ...common, required };
}

import type { FormCondition, FormTerm } from '../model/form-question.ts';
import { list, parsedJson, record, text } from '../model/json.ts';

/**
 * When each question is shown, by its number: the conditions of type `field` in a form's properties, which arrive as JSON in
 * JSON. The API's documentation does not describe them; their members are those that Jotform's own form pages pass to
 * `JotForm.setConditions` (compared with pages of 2012 to 2022). `action` is a list, or one object in old forms; `ShowMultiple` and
 * `HideMultiple` name their `fields`. If several conditions concern one question, the first counts.
 *
 * @param nameOf the name of a question by its number; undefined if we do not ask it, which drops conditions that depend on it
 */
export function showingConditions(
  properties: unknown,
  nameOf: (number: string) => string | undefined,
): ReadonlyMap<string, FormCondition> {
  const found = new Map<string, FormCondition>();
  for (const condition of entries(record(properties).conditions)) {
    const { type, link, disabled } = condition;
    if (text(type) !== 'field' || disabled === true || text(disabled) === '1') continue;
    const terms = entries(condition.terms).map((term) => termOf(term, nameOf));
    const known = terms.filter((term) => term !== undefined);
    // a condition that we cannot judge must not hide anything
    if (known.length !== terms.length || known.length === 0) continue;
    for (const { fields, hides } of entries(condition.action).flatMap(actionOf)) {
      for (const field of fields) {
        if (found.has(field)) continue;
        found.set(field, {
          terms: known,
          link: /^all$/i.test(text(link)) ? 'all' : 'any',
          ...(hides ? { hides } : {}),
        });
      }
    }
  }
  return found;
}

type Entry = Readonly<Record<string, unknown>>;

/** The entries of a list, of a list in JSON text, or a single entry. */
function entries(value: unknown): readonly Entry[] {
  const read = typeof value === 'string' ? parsedJson(value) : value;
  return (Array.isArray(read) ? list(read) : [read].filter((one) => one !== undefined)).map(record);
}

function actionOf({
  field,
  fields,
  visibility,
}: Entry): readonly { readonly fields: readonly string[]; readonly hides: boolean }[] {
  const kind = /^(show|hide)(?:multiple)?$/i.exec(text(visibility))?.[1]?.toLowerCase();
  if (kind === undefined) return [];
  const all = [text(field), ...list(fields).map(text)].filter((one) => one !== '');
  return [{ fields: all, hides: kind === 'hide' }];
}

function termOf(
  { field, operator, value }: Entry,
  nameOf: (number: string) => string | undefined,
): FormTerm | undefined {
  const question = nameOf(text(field));
  const compared = Object.hasOwn(OPERATORS, text(operator)) ? OPERATORS[text(operator)] : undefined;
  return question === undefined || compared === undefined ? undefined : { question, ...compared, value: text(value) };
}

const OPERATORS: Readonly<Record<string, Pick<FormTerm, 'is' | 'not'>>> = {
  equals: { is: 'equal' },
  notEquals: { is: 'equal', not: true },
  contains: { is: 'containing' },
  notContains: { is: 'containing', not: true },
  isFilled: { is: 'filled' },
  isEmpty: { is: 'filled', not: true },
};

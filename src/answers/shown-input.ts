import { restoredInput } from '../model/action-input.ts';
import { type InputKind, type InputSchema, inputKindOf } from '../model/input-kind.ts';
import { parsedAtOnce } from '../model/parsed-at-once.ts';
import { dayInWords } from './day.ts';

/** A stored input as the person reads it when asked to confirm an action. */
export function shownInput(schema: InputSchema, stored: unknown, locale: string): string {
  const kind = inputKindOf(schema);
  const given = restoredInput(schema, stored);
  // the schema turns text into the product's own spelling
  if (kind?.kind === 'text') {
    const parsed = parsedAtOnce(schema, given);
    return String(parsed?.success === true ? parsed.data : given);
  }
  if (!Array.isArray(stored)) return shownAs(kind, stored, locale);
  const of = kind?.kind === 'list' ? kind.of : kind;
  return stored.map((one) => shownAs(of, one, locale)).join(', ');
}

function shownAs(kind: InputKind | undefined, stored: unknown, locale: string): string {
  switch (kind?.kind) {
    case 'number':
      return new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(Number(stored));
    case 'choice':
      return kind.options.find(({ value }) => value === stored)?.label ?? String(stored);
    case 'day':
    case 'date': {
      const day = String(stored).slice(0, 10);
      return /^\d{4}-\d{2}-\d{2}$/.test(day) ? dayInWords(day, locale) : String(stored);
    }
    default:
      return String(stored);
  }
}

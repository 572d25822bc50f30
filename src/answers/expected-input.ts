import type { FormQuestion } from '../model/form-question.ts';
import type { SingleKind } from '../model/input-kind.ts';
import { addDays, todayOf } from './day.ts';
import type { Spoken } from './spoken.ts';

/** An example of an answer of this kind, as the person would write it. Empty for kinds that need none. */
export function expectedOf(kind: SingleKind['kind'], spoken: Spoken): string {
  const { locale } = spoken;
  const tomorrow = new Date(`${addDays(todayOf(spoken), 1)}T18:30:00Z`);
  const written = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeZone: 'UTC', ...options }).format(tomorrow);
  switch (kind) {
    case 'number':
      return new Intl.NumberFormat(locale, { useGrouping: 'always' }).format(1200.5);
    case 'day':
    case 'date':
      return written({ dateStyle: 'long' });
    case 'time':
      return written({ timeStyle: 'short' });
    case 'moment':
      return `${written({ dateStyle: 'long' })}, ${written({ timeStyle: 'short' })}`;
    default:
      return '';
  }
}

/** The same for a question of a form. Empty except for days and times. */
export function expectedInForm(kind: FormQuestion['kind'], spoken: Spoken): string {
  return kind === 'date' || kind === 'time' ? expectedOf(kind, spoken) : '';
}

import { answerInWords, type FormAnswer, type FormQuestion } from '../model/form-question.ts';
import { dayInWords } from './day.ts';

/** Shows stored answers to a form as the person writes numbers, days and times. */
export function shownInForm(locale: string): (question: Pick<FormQuestion, 'kind'>, answer: FormAnswer) => string {
  return ({ kind }, answer) => {
    const said = answerInWords(answer);
    if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(said)) return dayInWords(said, locale);
    if (kind === 'time' && /^\d{2}:\d{2}$/.test(said)) return timeInWords(said, locale);
    if (kind === 'number' && said !== '' && Number.isFinite(Number(said))) return numberInWords(said, locale);
    return said;
  };
}

function numberInWords(number: string, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(Number(number));
}

function timeInWords(time: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(
    new Date(`2027-01-01T${time}:00Z`),
  );
}

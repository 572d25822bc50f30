import { kept } from '../../../languages/kept.ts';
import { nearestLanguage } from '../../../languages/language-tag.ts';
import { type Html, html } from '../../html.ts';

/** A time in words, `27 Nov 2026`, in UTC as in the log, so that it is the same for every reader. */
export function when(lang: string, at: number): Html {
  const { shortDays, times } = formats(lang);
  return html`<time datetime="${new Date(at).toISOString()}"><span>${shortDays.format(at)}</span> <span>${times.format(at)} UTC</span></time>`;
}

/** A day, `27 November 2026`, in UTC. */
export function dayIn(lang: string, at: number): string {
  return formats(lang).days.format(at);
}

const formats = kept((lang) => {
  const language = nearestLanguage(lang);
  // English is read in many countries, and the day before the month is understood in all of them
  const locale = language === 'en' ? 'en-GB' : language;
  return {
    days: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
    shortDays: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
    times: new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }),
  };
});

import { kept } from '../../../languages/kept.ts';
import { nearestLanguage } from '../../../languages/language-tag.ts';
import { type Html, html } from '../../html.ts';

/** In words, `27 Nov 2026`; in UTC, so that it is the same for everybody who reads it, and in the log. */
export function when(lang: string, at: number): Html {
  const { shortDays, times } = formats(lang);
  return html`<time datetime="${new Date(at).toISOString()}"><span>${shortDays.format(at)}</span> <span>${times.format(at)} UTC</span></time>`;
}

/** The day, `27 November 2026`, in UTC. */
export function dayIn(lang: string, at: number): string {
  return formats(lang).days.format(at);
}

const formats = kept((lang) => {
  const language = nearestLanguage(lang);
  // English is read in many countries: the day before the month is understood in all
  const locale = language === 'en' ? 'en-GB' : language;
  return {
    days: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
    shortDays: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
    times: new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }),
  };
});

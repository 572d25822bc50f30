import { kept } from '../languages/kept.ts';
import { usableLocale } from '../languages/usable-locale.ts';

/** The locale, time zone and time of a message. They decide what "1,200", "03/04/2027" and "tomorrow" mean. */
export interface Spoken {
  /** BCP 47: `de-AT`. */
  readonly locale: string;
  /** IANA name of the person's time zone; `UTC` if the channel does not send it. */
  readonly timeZone: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** From what a channel sends. English and UTC replace values that are missing or invalid. */
export function spokenIn(locale: unknown, timeZone: unknown, now: number): Spoken {
  return { locale: usableLocale(locale), timeZone: usableTimeZone(timeZone), now };
}

function usableTimeZone(timeZone: unknown): string {
  return typeof timeZone === 'string' && timeZone !== '' ? canonicalTimeZone(timeZone) : 'UTC';
}

const canonicalTimeZone = kept((timeZone) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
});

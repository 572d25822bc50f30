import { kept } from '../languages/kept.ts';
import { usableLocale } from '../languages/usable-locale.ts';

/** Where and when something is said: it decides what "1,200", "03/04/2027" and "tomorrow" mean. */
export interface Spoken {
  /** BCP 47, as the activity has it: `de-AT`. */
  readonly locale: string;
  /** IANA name of the person's time zone; channels that do not tell it leave `UTC`. */
  readonly timeZone: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What a channel says about the person, where it can be used; else English and UTC. */
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

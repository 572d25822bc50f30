import { kept } from '../languages/kept.ts';

/** How a locale says "tomorrow" and "in 1 day". */
export const relativeFormats = kept((locale) => ({
  auto: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
  always: new Intl.RelativeTimeFormat(locale, { numeric: 'always' }),
}));

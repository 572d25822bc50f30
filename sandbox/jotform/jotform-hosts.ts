import type { JotformRegion } from './seed.ts';

/** Path prefixes that stand for `api.jotform.com`, `eu-api.jotform.com` and `hipaa-api.jotform.com`. */
export const jotformHosts: Readonly<Record<JotformRegion, string>> = {
  us: '/jotform',
  eu: '/jotform-eu',
  hipaa: '/jotform-hipaa',
};

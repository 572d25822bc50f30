import type { Api } from '../model/action.ts';

/** The website that belongs to each API. */
const PAGES: Readonly<Record<string, string>> = {
  'https://api.jotform.com': 'https://www.jotform.com',
  'https://eu-api.jotform.com': 'https://eu.jotform.com',
  'https://hipaa-api.jotform.com': 'https://hipaa.jotform.com',
};

/** The page of a submission on the account's website; none if we don't know that, as with a stand-in. */
export function submissionPage(api: Pick<Api, 'defaults'>, id: string): { readonly url?: string } {
  const base = api.defaults.baseURL ?? '';
  // an Enterprise account has its API on the host of its pages
  const pages = PAGES[base] ?? /^(https:\/\/[^/]+)\/API$/.exec(base)?.[1];
  return pages === undefined || id === '' ? {} : { url: `${pages}/submission/${id}` };
}

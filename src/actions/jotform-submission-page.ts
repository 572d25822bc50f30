import type { Api } from '../model/action.ts';

/** Where people see what the API of the same account answers. */
const PAGES: Readonly<Record<string, string>> = {
  'https://api.jotform.com': 'https://www.jotform.com',
  'https://eu-api.jotform.com': 'https://eu.jotform.com',
  'https://hipaa-api.jotform.com': 'https://hipaa.jotform.com',
};

/** The address of a submission where its account lives; none where that is unknown, as with a stand-in. */
export function submissionPage(api: Pick<Api, 'defaults'>, id: string): { readonly url?: string } {
  const base = api.defaults.baseURL ?? '';
  // an Enterprise account has its API on the host of its pages
  const pages = PAGES[base] ?? /^(https:\/\/[^/]+)\/API$/.exec(base)?.[1];
  return pages === undefined || id === '' ? {} : { url: `${pages}/submission/${id}` };
}

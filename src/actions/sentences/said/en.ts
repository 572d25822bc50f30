import type { Counted, PluralsOf } from './said.ts';

/** English needs a table for plurals only: every other sentence names itself. */
export const englishCounts: PluralsOf<Counted, 'en'> = {
  customers: { one: 'One customer', other: '# customers' },
  submissions: { one: '# submission', other: '# submissions' },
  withoutOrganizations: {
    one: 'Without those of one organization that wants single sign-on: your access has not been through it.',
    other: 'Without those of # organizations that want single sign-on: your access has not been through it.',
  },
};

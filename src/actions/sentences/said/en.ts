import type { Counted, PluralsOf } from './said.ts';

/** English needs a table only for plurals: every other sentence is its own key. */
export const englishCounts: PluralsOf<Counted, 'en'> = {
  customers: { one: 'One customer', other: '# customers' },
  submissions: { one: '# submission', other: '# submissions' },
  withoutOrganizations: {
    one: 'Issues in one organization are missing: it requires single sign-on, and your access is not authorized for it.',
    other:
      'Issues in # organizations are missing: they require single sign-on, and your access is not authorized for them.',
  },
};

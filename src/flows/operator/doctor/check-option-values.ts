import type { Check } from './deployment.ts';

/** Each option by itself. Other checks test whether the store and the keys open. */
export const checkOptionValues: Check = {
  id: 'options',
  title: 'Every option has a valid value',
  run: ({ options }) => {
    if (options.status !== 'failed') return [{ verdict: 'ok', text: 'it does' }];
    return [{ verdict: 'problem', text: 'an option is invalid', fix: options.reason }];
  },
};

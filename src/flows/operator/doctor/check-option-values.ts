import type { Check } from './deployment.ts';

/** Each by itself; whether store and keys open is looked at by others. */
export const checkOptionValues: Check = {
  id: 'options',
  title: 'Every option has a value that can work',
  run: ({ options }) => {
    if (options.status !== 'failed') return [{ verdict: 'ok', text: 'it has' }];
    return [{ verdict: 'problem', text: 'an option cannot work', fix: options.reason }];
  },
};

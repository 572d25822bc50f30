import { keysInUse } from '../keys-in-use.ts';
import type { Check } from './deployment.ts';

export const checkKeys: Check = {
  id: 'keys',
  title: 'The key ring opens the store',
  run: ({ keys }) => {
    switch (keys.status) {
      case 'untried':
        return [];
      case 'failed':
        return [{ verdict: 'problem', text: 'the store does not open with LATCHKEY_KEYS', fix: keys.reason }];
      case 'open':
        return [{ verdict: 'ok', text: 'it does' }];
    }
  },
};

export const checkRotation: Check = {
  id: 'rotation',
  title: 'One key seals everything',
  run: async ({ services }) => {
    if (services === undefined) return [];
    const older = (await keysInUse(services)).filter(({ role, rows }) => role === 'opens' && rows > 0);
    const sealed = older.reduce((sum, { rows }) => sum + rows, 0);
    if (sealed === 0) return [{ verdict: 'ok', text: 'the first key of the ring does' }];
    return [
      {
        verdict: 'warning',
        text: `${sealed} rows still need an older key (${older.map(({ id }) => id).join(', ')})`,
        fix: 'run `npx latchkey keys rotate`, and keep the older key in LATCHKEY_KEYS until it is done',
      },
    ];
  },
};

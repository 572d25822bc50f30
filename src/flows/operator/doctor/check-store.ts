import type { Check, StoreFacts } from './deployment.ts';

export const checkStore: Check = {
  id: 'store',
  title: 'The store opens and is writable',
  run: async ({ store, services }) => {
    if (store.status === 'untried') return [];
    if (store.status === 'failed') {
      return [{ verdict: 'problem', text: 'it does not open', fix: store.reason }];
    }
    const failure = await services?.vault.ping().then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : 'unknown'),
    );
    if (failure !== undefined) {
      return [{ verdict: 'problem', text: failure, fix: 'give the process write permission for LATCHKEY_STORE' }];
    }
    return [{ verdict: 'ok', text: DESCRIPTIONS[store.engine] }];
  },
};

const DESCRIPTIONS: Readonly<Record<StoreFacts['engine'], string>> = {
  sqlite: 'SQLite with a write-ahead log, for one machine',
  postgres: 'PostgreSQL, for any number of instances',
};

export const checkNetworkShare: Check = {
  id: 'network_share',
  title: 'The database file is on a local disk',
  run: ({ store }) => {
    if (store.status !== 'open' || store.engine !== 'sqlite') return [];
    if (!store.onNetworkShare) return [{ verdict: 'ok', text: 'it is, as far as the system can tell' }];
    return [
      {
        verdict: 'problem',
        text: 'it is on a network share, where SQLite loses locks and writes',
        fix: 'set LATCHKEY_STORE to a file on a local disk, or to a PostgreSQL URL (postgres://…)',
      },
    ];
  },
};

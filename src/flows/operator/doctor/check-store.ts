import type { Check, StoreFacts } from './deployment.ts';

export const checkStore: Check = {
  id: 'store',
  title: 'The store opens, and can be written to',
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
      return [{ verdict: 'problem', text: failure, fix: 'give the process the right to write to LATCHKEY_STORE' }];
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
  title: 'The database file lies on a local disk',
  run: ({ store }) => {
    if (store.status !== 'open' || store.engine !== 'sqlite') return [];
    if (!store.onNetworkShare) return [{ verdict: 'ok', text: 'it does, as far as the system tells' }];
    return [
      {
        verdict: 'problem',
        text: 'it lies on a network share, where SQLite loses locks and writes',
        fix: 'name a file on a local disk in LATCHKEY_STORE, or PostgreSQL with postgres://…',
      },
    ];
  },
};

import { StoreNewerError } from '../errors.ts';
import { auditRows } from './audit-rows.ts';
import { authorizationRows } from './authorization-rows.ts';
import { backlogOf } from './backlog.ts';
import { botStateRows } from './bot-state-rows.ts';
import { connectionRows } from './connection-rows.ts';
import type { Database } from './database.ts';
import { errandRows } from './errand-rows.ts';
import { factRows } from './fact-rows.ts';
import { keyIds } from './key-ids.ts';
import { refuseBesideNewer } from './migrations.ts';
import { outboxRows } from './outbox-rows.ts';
import { sealedRows } from './sealed-rows.ts';
import { sessionRows } from './session-rows.ts';
import { settingRows } from './setting-rows.ts';
import type { Store } from './store.ts';
import { storeTime } from './store-time.ts';
import { useRows } from './use-rows.ts';

/** The port, implemented once for both databases. */
export function kyselyStore(database: Database): Store {
  return {
    authorizations: authorizationRows(database),
    connections: connectionRows(database),
    uses: useRows(database),
    errands: errandRows(database),
    outbox: outboxRows(database),
    sessions: sessionRows(database),
    botState: botStateRows(database),
    settings: settingRows(database),
    audit: auditRows(database),
    facts: factRows(database),
    sealed: sealedRows(database),
    keyIds: () => keyIds(database),
    transaction: (work) => database.transaction((inner) => work(kyselyStore(inner))),
    now: () => storeTime(database),
    isOnThisMachine: database.engine === 'sqlite',
    backlog: (now) => backlogOf(database, now),
    ping: async () => {
      // must change something: on a full disk, other statements still succeed
      const value = String(Date.now());
      const write = database.build.insertInto('facts').values({ name: 'ping', value });
      await database.changed(write.onConflict((on) => on.column('name').doUpdateSet({ value })));
    },
    checkVersion: async () => {
      try {
        await refuseBesideNewer(database);
      } catch (error) {
        if (error instanceof StoreNewerError) database.retire(error);
        throw error;
      }
    },
    listen: async (hear) => database.listen(hear),
    close: () => database.close(),
  };
}

import { compiledOnce, type Database } from './database.ts';
import { isHeld } from './is-held.ts';
import type { ConnectionRow, ConnectionRows, UsedConnectionRow } from './store.ts';

/** All columns but the sealed ones. */
const LISTED = [
  'id',
  'version',
  'ownerKey',
  'integration',
  'accountKey',
  'status',
  'details',
  'isDefault',
  'expiresAt',
  'warnAt',
  'createdAt',
  'updatedAt',
  'leaseOwner',
  'leaseUntil',
  'keyId',
] as const;

/** The columns needed to use a connection, if owner and integration are known. */
const USED = ['id', 'version', 'status', 'expiresAt', 'updatedAt', 'sealed'] as const;

// runs in every turn of a chat; the index has this order, so the first entry is the result
const current = compiledOnce((build) =>
  build
    .selectFrom('connections')
    .select(USED)
    .where('ownerKey', '=', '')
    .where('integration', '=', '')
    .orderBy('isDefault', 'desc')
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit((eb) => eb.lit(1)),
);

// the audience of a shared account must be the current one, and a turn must still cost only one statement
const currentDecided = compiledOnce((build) =>
  build
    .selectFrom('settings as decided')
    .leftJoin('connections as used', (join) => join.on('used.ownerKey', '=', '').on('used.integration', '=', ''))
    .select([
      'decided.kind as settingKind',
      'decided.id as settingId',
      'decided.version as settingVersion',
      'decided.lookup as settingLookup',
      'decided.createdAt as settingCreatedAt',
      'decided.updatedAt as settingUpdatedAt',
      'decided.keyId as settingKeyId',
      'decided.sealed as settingSealed',
      'used.id',
      'used.version',
      'used.status',
      'used.expiresAt',
      'used.updatedAt',
      'used.sealed',
    ])
    .where('decided.kind', '=', '')
    .where('decided.id', '=', '')
    .orderBy('used.isDefault', 'desc')
    .orderBy('used.createdAt', 'desc')
    .orderBy('used.id', 'desc')
    .limit((eb) => eb.lit(1)),
);

export function connectionRows(database: Database): ConnectionRows {
  const { build } = database;
  const all = () => build.selectFrom('connections').selectAll();
  const moved = ({ id, version, status, details, expiresAt, updatedAt, keyId, sealed }: ConnectionRow) =>
    build
      .updateTable('connections')
      .set({ version, status, details, expiresAt, updatedAt, keyId, sealed })
      .where('id', '=', id)
      .where('version', '=', version - 1);
  // after the connections, so that a use stored at the same time is either skipped or already there
  const forgetUses = async (ids: readonly string[]) => {
    if (ids.length > 0) await database.changed(build.deleteFrom('uses').where('connectionId', 'in', ids));
  };
  const written = (row: ConnectionRow) => {
    const { leaseOwner, leaseUntil, warnAt } = row;
    return moved(row).set({ leaseOwner, leaseUntil, warnAt });
  };
  return {
    byId: (id) => database.first(all().where('id', '=', id)),
    current: (ownerKey, integration) => database.first(current(database, ownerKey, integration)),
    currentDecided: async (ownerKey, integration, kind) => {
      const row = await database.first(currentDecided(database, ownerKey, integration, kind, integration));
      if (row === undefined) return undefined;
      const setting = {
        kind: row.settingKind,
        id: row.settingId,
        version: row.settingVersion,
        lookup: row.settingLookup,
        createdAt: row.settingCreatedAt,
        updatedAt: row.settingUpdatedAt,
        keyId: row.settingKeyId,
        sealed: row.settingSealed,
      };
      return { setting, connection: isWhole(row) ? row : undefined };
    },
    at: (ownerKey, integration) =>
      database.all(all().where('ownerKey', '=', ownerKey).where('integration', '=', integration)),
    list: (ownerKey) =>
      database.all(all().where('ownerKey', '=', ownerKey).orderBy('integration').orderBy('createdAt').orderBy('id')),
    hold: (ownerKey) =>
      isHeld(database, build.selectFrom('connections').select('id').where('ownerKey', '=', ownerKey).orderBy('id')),
    listAccount: (integration, accountKey) =>
      database.all(
        build
          .selectFrom('connections')
          .select(LISTED)
          .where('integration', '=', integration)
          .where('accountKey', '>', `${accountKey}/`)
          // `0` follows `/`, in byte order
          .where('accountKey', '<', `${accountKey}0`)
          .orderBy('id'),
      ),
    listAll: ({ integration, after, limit }) => {
      let page = build.selectFrom('connections').select(LISTED).orderBy('id').limit(limit);
      if (integration !== undefined) page = page.where('integration', '=', integration);
      if (after !== undefined) page = page.where('id', '>', after);
      return database.all(page);
    },
    dueWarnings: (now, limit) =>
      database.all(
        build
          .selectFrom('connections')
          .select(['id', (eb) => eb.ref('warnAt').$notNull().as('warnAt')])
          .where('warnAt', 'is not', null)
          .where('warnAt', '<=', now)
          .orderBy('warnAt')
          .limit(limit),
      ),
    setWarning: async (id, from, warnAt) => {
      const update = build.updateTable('connections').set({ warnAt });
      return (await database.changed(update.where('id', '=', id).where('warnAt', '=', from))) === 1;
    },
    insert: async (row) => {
      const insert = build.insertInto('connections').values(row);
      const unlessConnected = insert.onConflict((on) =>
        on.columns(['ownerKey', 'integration', 'accountKey']).doNothing(),
      );
      return (await database.changed(unlessConnected)) === 1;
    },
    swap: async (row) => (await database.changed(written(row))) === 1,
    swapLeased: async (row, leaseOwner) =>
      (await database.changed(written(row).where('leaseOwner', '=', leaseOwner))) === 1,
    relocate: async (row, now) => {
      const { id, ownerKey, integration, accountKey } = row;
      const another = build
        .selectFrom('connections as other')
        .select('other.id')
        .where('other.ownerKey', '=', ownerKey)
        .where('other.integration', '=', integration)
        .where('other.accountKey', '=', accountKey)
        .where('other.id', '<>', id);
      const update = moved(row)
        .set({ accountKey })
        .where((eb) => eb.or([eb('leaseOwner', 'is', null), eb('leaseUntil', '<=', now)]))
        .where((eb) => eb.not(eb.exists(another)));
      return (await database.changed(update)) === 1;
    },
    lease: async (id, version, leaseOwner, now, until) => {
      const update = build.updateTable('connections').set({ leaseOwner, leaseUntil: until });
      const free = update.where((eb) => eb.or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<=', now)]));
      return (await database.changed(free.where('id', '=', id).where('version', '=', version))) === 1;
    },
    release: async (id, leaseOwner, notBefore) => {
      const update = build.updateTable('connections').set({ leaseOwner: null, leaseUntil: notBefore });
      await database.changed(update.where('id', '=', id).where('leaseOwner', '=', leaseOwner));
    },
    makeDefault: async (ownerKey, integration, id) => {
      const update = build.updateTable('connections').set((eb) => ({
        isDefault: eb.case().when('id', '=', id).then(eb.lit(1)).else(eb.lit(0)).end(),
      }));
      await database.changed(update.where('ownerKey', '=', ownerKey).where('integration', '=', integration));
    },
    remove: async (id) => {
      const removed = await database.first(build.deleteFrom('connections').where('id', '=', id).returningAll());
      await forgetUses([id]);
      return removed;
    },
    removeOf: async (ownerKey) => {
      const removed = await database.all(
        build.deleteFrom('connections').where('ownerKey', '=', ownerKey).returningAll(),
      );
      await forgetUses(removed.map(({ id }) => id));
      return removed;
    },
  };
}

/** False if the outer join found no connection. */
function isWhole<Row extends { readonly id: string | null }>(row: Row): row is Row & UsedConnectionRow {
  return row.id !== null;
}

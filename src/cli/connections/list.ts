import type { Connection } from '../../model/connection.ts';
import type { Owner } from '../../model/owner.ts';
import { type Command, done, readWords, UsageError } from '../command.ts';
import { day, table } from '../table.ts';

const PAGE = 50;

export const listConnections: Command = {
  name: 'connections list',
  summary: 'list who has connected what; reads no secrets',
  usage: '[--integration ID] [--limit N] [--after ID]',
  help: [
    ['--integration ID', 'only connections to this integration'],
    ['--limit N', `show at most N, 1 to 1000; default: ${PAGE}`],
    ['--after ID', 'continue after this id, the last one of the previous page'],
  ],
  run: async (words, call) => {
    const { values } = readWords(words, [], {
      integration: { type: 'string' },
      limit: { type: 'string' },
      after: { type: 'string' },
    });
    const limit = Number(values.limit ?? PAGE);
    if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new UsageError('--limit must be 1 to 1000');
    const { integration, after } = values;
    const connections = await (await call.open()).listConnections({
      limit,
      ...(integration === undefined ? {} : { integration }),
      ...(after === undefined ? {} : { after }),
    });
    const rows = connections.map((connection) => [
      connection.id,
      connection.integration,
      connection.place === undefined || connection.place === connection.account.label
        ? connection.account.label
        : `${connection.account.label} at ${connection.place}`,
      ownerText(connection.owner),
      connection.status,
      day(connection.updatedAt),
    ]);
    return done(
      { connections: connections.map(connectionJson) },
      table(['ID', 'INTEGRATION', 'ACCOUNT', 'OWNER', 'STATUS', 'CHANGED (UTC)'], rows, 'no connections'),
    );
  },
};

function connectionJson(connection: Connection) {
  const { id, integration, profile, status, account, owner, scopes, tenant, site } = connection;
  return {
    id,
    integration,
    profile,
    status,
    account: account.label,
    owner,
    tenant: tenant ?? null,
    site: site?.url ?? null,
    scopes,
    expiresAt: timeOrNull(connection.expiresAt),
    createdAt: timeOrNull(connection.createdAt),
    updatedAt: timeOrNull(connection.updatedAt),
  };
}

function timeOrNull(time: number | undefined): string | null {
  return time === undefined ? null : new Date(time).toISOString();
}

function ownerText(owner: Owner): string {
  if (owner.kind === 'shared') return 'shared';
  return [owner.channel, owner.tenant, owner.user].join('/');
}

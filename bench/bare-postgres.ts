import { Client } from 'pg';
import { type BareCredentials, bytesOf, opener, selectCredential } from './bare-credential.ts';
import { INTEGRATION } from './stored-connections.ts';

/** The same on PostgreSQL: one prepared statement on one connection. */
export async function openBarePostgres(url: string, keys: string): Promise<BareCredentials> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const open = opener(keys);
  const text = selectCredential(['$1', '$2']);
  return {
    accessToken: async (ownerKey) => {
      const { rows } = await client.query<{ readonly id: string; readonly sealed: unknown }>({
        name: 'find',
        text,
        values: [ownerKey, INTEGRATION],
      });
      const [row] = rows;
      if (row === undefined) throw new Error('nobody is connected');
      return open(row.id, ownerKey, bytesOf(row.sealed));
    },
    close: () => client.end(),
  };
}

import { createDecipheriv, createSecretKey, hkdfSync } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { INTEGRATION, type StoredConnections } from './stored-connections.ts';

export interface BareCredentials {
  accessToken(ownerKey: string): string | Promise<string>;
  close(): void | Promise<void>;
}

/** Reads in this process, synchronously. */
export interface BareCredentialsAtHand extends BareCredentials {
  accessToken(ownerKey: string): string;
  close(): void;
}

/** The query for either database; `?` or `$1` stand for the owner's key and the integration. */
export function selectCredential([owner, integration]: readonly [string, string]): string {
  return (
    `select id, sealed from connections where "ownerKey" = ${owner} and integration = ${integration} ` +
    'order by "isDefault" desc, "createdAt" desc, id desc limit 1'
  );
}

/**
 * The limit: the least that reading a sealed credential needs. One prepared SELECT on the library's own rows, AES-256-GCM with
 * the key in memory, parsing the JSON. No query builder, no promise, no check whether it may be used.
 */
export function openBareCredentials({ file, keys }: StoredConnections): BareCredentialsAtHand {
  const database = new DatabaseSync(file, { readOnly: true });
  const select = database.prepare(selectCredential(['?', '?']));
  const open = opener(keys);
  return {
    accessToken: (ownerKey) => {
      const row = select.get(ownerKey, INTEGRATION);
      if (row === undefined) throw new Error('nobody is connected');
      return open(String(row.id), ownerKey, bytesOf(row.sealed));
    },
    close: () => database.close(),
  };
}

/** Opens what the library has sealed, with the key in memory. Returns the access token in it. */
export function opener(keys: string): (id: string, ownerKey: string, sealed: Buffer) => string {
  const master = Buffer.from(keys.slice(keys.indexOf(':') + 1), 'base64');
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', master, '', 'latchkey/v1/seal/connections.sealed', 32)));
  return (id, ownerKey, sealed) => {
    const ivAt = 2 + (sealed[1] ?? 0);
    const tagAt = sealed.length - 16;
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(ivAt, ivAt + 12), { authTagLength: 16 });
    const place = `/11:connections/6:sealed/${id.length}:${id}/${ownerKey.length}:${ownerKey}/${INTEGRATION.length}:${INTEGRATION}`;
    decipher.setAAD(Buffer.concat([sealed.subarray(0, ivAt), Buffer.from(place)]));
    decipher.setAuthTag(sealed.subarray(tagAt));
    const text = decipher.update(sealed.subarray(ivAt + 12, tagAt));
    decipher.final();
    return JSON.parse(text.toString('utf8')).record.credential.accessToken;
  };
}

export function bytesOf(value: unknown): Buffer {
  if (!(value instanceof Uint8Array)) throw new TypeError('not sealed');
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
}

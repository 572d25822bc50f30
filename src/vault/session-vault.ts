import { createHash } from 'node:crypto';
import type { SessionRows } from '../stores/store.ts';
import type { SealContext } from './cipher.ts';
import type { Sealer } from './sealer.ts';

/** Browser sessions. A session id gives access, so the store gets only its SHA-256. */
export interface SessionVault {
  get(sid: string, now: number): Promise<string | undefined>;
  set(sid: string, json: string, expiresAt: number): Promise<void>;
  remove(sid: string): Promise<void>;
  /** Deletes ended sessions. Returns their number. */
  sweep(now: number, limit: number): Promise<number>;
}

export function sessionVault(rows: SessionRows, sealer: Sealer): SessionVault {
  return {
    get: async (sid, now) => {
      const row = await rows.get(hashOf(sid), now);
      if (row === undefined) return undefined;
      const answer = sealer.open(contextOf(row.sidHash), 'session', row);
      return answer.status === 'open' ? answer.record : undefined;
    },
    set: (sid, json, expiresAt) => {
      const sidHash = hashOf(sid);
      return rows.set({ sidHash, expiresAt, ...sealer.seal(contextOf(sidHash), 'session', json) });
    },
    remove: (sid) => rows.remove(hashOf(sid)),
    sweep: (now, limit) => rows.sweep(now, limit),
  };
}

function hashOf(sid: string): string {
  return createHash('sha256').update(sid).digest('base64url');
}

function contextOf(sidHash: string): SealContext {
  return { table: 'sessions', column: 'sealed', row: sidHash, owner: '', integration: '' };
}

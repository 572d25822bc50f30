import type { Notice } from '../model/notice.ts';
import type { OutboxChoice, OutboxRow, OutboxRows } from '../stores/store.ts';
import type { SealContext } from './cipher.ts';
import type { Sealer } from './sealer.ts';

export interface OutboxVault {
  /** Changes nothing while a notice with the same dedupe key waits. */
  put(id: string, dedupeKey: string, dueAt: number, now: number, notice: Notice): Promise<void>;
  /** Leases up to `limit` due notices to `leaseOwner`, and counts the attempt. */
  claim(
    now: number,
    until: number,
    leaseOwner: string,
    limit: number,
    which?: OutboxChoice<Notice['kind']>,
  ): Promise<readonly ClaimedNotice[]>;
  /** Removes a notice that this owner still holds. */
  finish(id: string, leaseOwner: string): Promise<boolean>;
  /** Tries again at `dueAt`. */
  postpone(id: string, leaseOwner: string, dueAt: number): Promise<boolean>;
  /** Deletes rows whose dedupe key is this one, or continues it after a slash, whoever holds them. Returns their number. */
  removeBy(dedupeKey: string): Promise<number>;
  /** Deletes everything about an owner, whoever holds it. Returns what can be opened. */
  removeOf(ownerKey: string): Promise<readonly QueuedNotice[]>;
}

interface QueuedNotice {
  readonly createdAt: number;
  readonly notice: Notice;
}

export interface ClaimedNotice extends QueuedNotice {
  readonly id: string;
  /** Including this one. */
  readonly attempts: number;
}

export function outboxVault(rows: OutboxRows, sealer: Sealer): OutboxVault {
  return {
    put: (id, dedupeKey, dueAt, now, notice) => {
      const sealed = sealer.seal(contextOf(id), 'notice', notice);
      const { kind } = notice;
      const owner = kind === 'verify' ? undefined : notice.owner;
      const when = { attempts: 0, dueAt, createdAt: now };
      return rows.enqueue({ id, dedupeKey, kind, ownerKey: owner ?? null, ...when, ...sealed });
    },
    claim: async (now, until, leaseOwner, limit, which) => {
      const claimed: ClaimedNotice[] = [];
      for (const row of await rows.claim(now, until, leaseOwner, limit, which)) {
        const notice = noticeOf(row, sealer);
        if (notice === 'broken') await rows.finish(row.id, leaseOwner);
        else if (notice !== 'foreign')
          claimed.push({ id: row.id, attempts: row.attempts, createdAt: row.createdAt, notice });
      }
      return claimed;
    },
    finish: (id, leaseOwner) => rows.finish(id, leaseOwner),
    postpone: (id, leaseOwner, dueAt) => rows.postpone(id, leaseOwner, dueAt),
    removeBy: (dedupeKey) => rows.removeBy(dedupeKey),
    removeOf: async (ownerKey) =>
      (await rows.removeOf(ownerKey)).flatMap((row) => {
        const notice = noticeOf(row, sealer);
        return typeof notice === 'string' ? [] : { createdAt: row.createdAt, notice };
      }),
  };
}

function noticeOf(row: OutboxRow, sealer: Sealer): Notice | 'broken' | 'foreign' {
  const answer = sealer.open(contextOf(row.id), 'notice', row);
  return answer.status === 'open' ? answer.record : answer.status;
}

function contextOf(id: string): SealContext {
  return { table: 'outbox', column: 'sealed', row: id, owner: '', integration: '' };
}

import type { Generated } from 'kysely';
import type {
  AuditEntry,
  AuthorizationRow,
  BotStateRow,
  ConnectionRow,
  ErrandRow,
  OutboxRow,
  SessionRow,
  SettingRow,
  UseRow,
} from './store.ts';

/** Columns have the names of the port's properties, so a row needs no conversion. */
export interface Schema {
  authorizations: AuthorizationRow & {
    readonly slot: Generated<string | null>;
    readonly source: Generated<string | null>;
  };
  connections: ConnectionRow;
  uses: UseRow;
  errands: ErrandRow;
  outbox: OutboxRow & { readonly leaseOwner: string | null; readonly leaseUntil: number | null };
  sessions: SessionRow;
  botState: BotStateRow;
  settings: SettingRow;
  audit: AuditEntry & { readonly id: Generated<number> };
  facts: { readonly name: string; readonly value: string };
}

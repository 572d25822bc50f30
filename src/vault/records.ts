import type { Authorization } from '../model/authorization.ts';
import type { Connection } from '../model/connection.ts';
import type { ConversationAddress } from '../model/conversation.ts';
import type { Credential } from '../model/credential.ts';
import type { CustomProfile } from '../model/custom-profile.ts';
import type { Errand } from '../model/errand.ts';
import { parsedJson } from '../model/json.ts';
import type { Notice } from '../model/notice.ts';
import type { Operator } from '../model/operator.ts';
import type { Setup } from '../model/setup.ts';
import type { StoredSecret } from './secret-vault.ts';
import type { Tries } from './try-vault.ts';

/** The records that are stored as JSON, by tag. */
export interface Records {
  readonly authorization: Authorization;
  readonly connection: {
    readonly facts: ConnectionFacts;
    readonly credential: Credential;
    readonly conversation?: ConversationAddress;
  };
  readonly connectionFacts: ConnectionFacts;
  readonly errand: Errand;
  readonly notice: Notice;
  readonly session: string;
  readonly botState: string;
  readonly setup: Setup;
  readonly customProfile: CustomProfile;
  readonly operator: Operator;
  readonly secret: StoredSecret;
  readonly tries: Tries;
}

/** The members of a connection without a column of their own. */
export type ConnectionFacts = Pick<
  Connection,
  'owner' | 'ownerName' | 'profile' | 'account' | 'tenant' | 'site' | 'scopes' | 'grant'
>;

export type RecordTag = keyof Records;

/** The version of the JSON, not of the schema. Raised when a stored record changes its form. */
const VERSION = 1;

export function pack<Tag extends RecordTag>(tag: Tag, record: Records[Tag]): string {
  return JSON.stringify({ v: VERSION, tag, record });
}

/** Undefined for another version, another kind of record, and anything else. */
export function unpack<Tag extends RecordTag>(tag: Tag, text: string): Records[Tag] | undefined {
  const envelope = parsedJson(text);
  if (typeof envelope !== 'object' || envelope === null) return undefined;
  if (!('v' in envelope) || envelope.v !== VERSION) return undefined;
  if (!('tag' in envelope) || envelope.tag !== tag || !('record' in envelope)) return undefined;
  // the one place where stored text becomes a record: `pack` wrote it, in this version, under this tag
  return envelope.record as Records[Tag];
}

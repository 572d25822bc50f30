import type { AuditEvent } from '../../model/audit-event.ts';
import type { PlainFact } from '../../model/audit-facts.ts';
import type { EndReason } from '../../model/authorization.ts';
import type { AudienceSize, Setup } from '../../model/setup.ts';

/** The words of the audit log in one language, as plain text, for the console and the command line. */
export interface AuditTexts {
  readonly audienceInWords: (audience: AudienceSize) => string;
  readonly ownerShared: string;
  readonly ownerUser: (channel: string) => string;
  /** `count` is the number of records. */
  readonly rotationBroken: (count: number) => string;
  readonly auditTitle: string;
  readonly auditEmpty: string;
  readonly auditWhat: string;
  readonly auditActor: string;
  readonly auditSubject: string;
  readonly auditResult: string;
  readonly auditWhen: string;
  readonly auditWords: Readonly<Record<AuditEvent, string>>;
  readonly auditBrowser: string;
  /** Nobody: Latchkey did it by itself. */
  readonly auditSystem: string;
  /** Somebody who tried to sign in. */
  readonly auditStranger: string;
  readonly auditSession: string;
  readonly auditOtherSessions: string;
  readonly auditForgotten: string;
  /** Added to an entry, with the name of the person it was done for. */
  readonly auditAsked: (name: string) => string;
  readonly auditFormerConnection: string;
  readonly auditEarlierAttempt: string;
  /** The subject of an entry about a whole list. */
  readonly auditAll: string;
  /** The outcome of an entry, if it has no values. */
  readonly auditResults: Readonly<Record<PlainFact, string>>;
  /** Why an attempt to connect ended. */
  readonly auditEnded: Readonly<Record<EndReason, string>>;
  /** What was changed of an integration. Each is a sentence, and several are put after each other. */
  readonly auditSetup: Readonly<Record<'enabled' | 'disabled' | Setup['mode'] | 'noProfile', string>>;
  readonly auditProfileSelected: (name: string) => string;
  /** `audience` is from `audienceInWords`. */
  readonly auditAudience: (audience: string) => string;
  readonly auditResealed: (count: number) => string;
  readonly auditRotationUnfinished: string;
  readonly auditForgotConnections: (count: number) => string;
  /** How much access must still be revoked at products. */
  readonly auditForgotRevocations: (count: number) => string;
  readonly auditWrongPassword: (address: string | undefined) => string;
  readonly auditOpenIdRefused: Readonly<Record<'not_allowed' | 'cancelled' | 'refused' | 'unreachable', string>>;
  /** `code` is a technical code, the same in every language. */
  readonly auditOpenIdFailed: (code: string) => string;
  /** `event` is from `auditWords`. */
  readonly auditLookedFor: (event: string) => string;
}

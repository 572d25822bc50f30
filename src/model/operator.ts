/** A developer who can sign in to the console. */
export interface Operator {
  readonly id: string;
  readonly version: number;
  /** The name for signing in, in lower case. */
  readonly name: string;
  /** `argon2id$…`. Absent for developers who sign in through the company's OpenID provider. */
  readonly passwordHash?: string;
  /** `iss` and `sub` of the OpenID provider. */
  readonly subject?: { readonly issuer: string; readonly id: string };
  /** What the last sign-in through OpenID proved. Without it, nobody is allowed by it. */
  readonly vouched?: Vouched;
  /** When they last signed in. */
  readonly signedInAt?: number;
  /** The sessions that are valid. A session that is not listed is over. */
  readonly sessions?: readonly OperatorSession[];
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface Vouched {
  /** `openId.issuer` of the settings at that time. */
  readonly provider: string;
  /** Verified by the provider, in lower case. */
  readonly email?: string;
}

/** The session in which a developer began something that is finished outside the console. */
export interface StartedBy {
  readonly operatorId: string;
  readonly sessionId: string;
}

export interface OperatorSession {
  readonly id: string;
  readonly startedAt: number;
  /** The browser's description of itself, shortened, so that people can recognise it. */
  readonly browser: string;
}

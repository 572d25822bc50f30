/** Somebody who may sign in to the console. */
export interface Operator {
  readonly id: string;
  readonly version: number;
  /** What they sign in with; lower case. */
  readonly name: string;
  /** `argon2id$…`; absent for those who sign in through the company's OpenID provider. */
  readonly passwordHash?: string;
  /** `iss` and `sub` of the OpenID provider. */
  readonly subject?: { readonly issuer: string; readonly id: string };
  /** Where they are signed in; a session that is not among these is over. */
  readonly sessions?: readonly OperatorSession[];
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface OperatorSession {
  readonly id: string;
  readonly startedAt: number;
  /** What the browser says that it is, cut short: for people to recognise it. */
  readonly browser: string;
}

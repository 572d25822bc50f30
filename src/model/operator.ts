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
  /** Wrong passwords in a row, and when the next try is answered; never a lock-out (security.md R62). */
  readonly failures: number;
  readonly nextTryAt: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

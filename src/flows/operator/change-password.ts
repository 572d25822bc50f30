import type { Operator } from '../../model/operator.ts';
import type { Services } from '../services.ts';
import { audited } from './audited.ts';
import type { Attempt } from './back-off.ts';
import { hashPassword } from './password-hash.ts';
import { type PasswordProblem, passwordProblem } from './password-problem.ts';
import { provePassword } from './sign-in.ts';

export type ChangePasswordOutcome =
  | { readonly status: 'changed'; readonly operator: Operator }
  | { readonly status: 'invalid_password'; readonly reason: PasswordProblem }
  /** The current password is wrong. */
  | { readonly status: 'refused' }
  | { readonly status: 'wait'; readonly seconds: number }
  | { readonly status: 'no_password' };

/** Sets a new password for an operator who knows the current one. All their other sessions end. */
export async function changePassword(
  services: Services,
  input: Omit<Attempt, 'name'> & {
    readonly operatorId: string;
    /** The session that continues. */
    readonly sessionId: string;
    readonly current: string;
    readonly next: string;
  },
): Promise<ChangePasswordOutcome> {
  const proof = await provePassword(services, { ...input, password: input.current });
  if (proof.status !== 'proved') return proof;
  const reason = passwordProblem(input.next, proof.operator.name);
  if (reason !== undefined) return { status: 'invalid_password', reason };
  const passwordHash = await hashPassword(input.next, services.randomBytes);
  const entry = { actor: proof.operator, what: 'password_changed' as const, subject: input.operatorId };
  // a round fails if a session began or ended
  for (;;) {
    const before = await services.vault.operators.byId(input.operatorId);
    // the password that was checked is no longer the current one
    if (before === undefined || before.passwordHash !== proof.operator.passwordHash) return { status: 'refused' };
    const operator: Operator = {
      ...before,
      version: before.version + 1,
      passwordHash,
      sessions: (before.sessions ?? []).filter(({ id }) => id === input.sessionId),
      updatedAt: services.now(),
    };
    const changed = await audited(services, entry, async (vault) => {
      const done = await vault.operators.put(operator);
      return { value: done, facts: { kind: done ? 'others_signed_out' : 'tried_again' } };
    });
    if (changed) return { status: 'changed', operator };
  }
}

import { isIP } from 'node:net';
import type { Operator } from '../../model/operator.ts';
import { audit } from '../audit.ts';
import type { Services } from '../services.ts';
import { audited } from './audited.ts';
import { type Attempt, countTry, forgiveTries } from './back-off.ts';
import { operatorName } from './operator-name.ts';
import { hashPassword, isBestHash, isOverloaded, isPasswordOf, NOBODYS_HASH } from './password-hash.ts';

export type SignInOutcome =
  | { readonly status: 'signed_in'; readonly operator: Operator }
  /** The same for a wrong name and for a wrong password. */
  | { readonly status: 'refused' }
  /** Too many wrong passwords, so this one was not checked. At most a minute. */
  | { readonly status: 'wait'; readonly seconds: number };

/**
 * Signs in with name and password. An unknown name costs the same work and gets the same responses, including pauses. The
 * caller creates the session.
 */
export async function signIn(
  services: Services,
  input: Attempt & { readonly password: string },
): Promise<SignInOutcome> {
  const name = operatorName(input.name) ?? '';
  const operators = await services.vault.operators.list();
  const operator = operators.find((one) => one.name === name && one.passwordHash !== undefined);
  const judged = await judge(services, { ...input, name }, input.password, operator, operators);
  if (judged !== 'right') return judged;
  if (operator === undefined) return { status: 'refused' };
  return { status: 'signed_in', operator: await signedIn(services, operator, input.password) };
}

export type ProofOutcome =
  | Exclude<SignInOutcome, { readonly status: 'signed_in' }>
  | { readonly status: 'proved'; readonly operator: Operator }
  /** The operator signs in through the company's OpenID provider. */
  | { readonly status: 'no_password' };

/** An operator who is signed in proves their identity again before a change that cannot be undone. */
export async function provePassword(
  services: Services,
  input: Omit<Attempt, 'name'> & { readonly operatorId: string; readonly password: string },
): Promise<ProofOutcome> {
  const operator = await services.vault.operators.byId(input.operatorId);
  if (operator?.passwordHash === undefined) return { status: 'no_password' };
  const judged = await judge(services, { ...input, name: operator.name }, input.password, operator, [operator]);
  return judged === 'right' ? { status: 'proved', operator } : judged;
}

async function judge(
  services: Services,
  attempt: Attempt,
  password: string,
  operator: Operator | undefined,
  operators: readonly Operator[],
): Promise<'right' | Exclude<SignInOutcome, { readonly status: 'signed_in' }>> {
  const seconds = await countTry(services, attempt, isOverloaded());
  if (seconds > 0) return { status: 'wait', seconds };
  // for an unknown name, checks another operator's password and ignores the result
  const others = operators.find(({ passwordHash }) => passwordHash !== undefined)?.passwordHash;
  const matches = await isPasswordOf(password, operator?.passwordHash ?? others ?? NOBODYS_HASH);
  if (operator === undefined || !matches) {
    const address = isIP(attempt.address) === 0 ? {} : { address: attempt.address };
    // the name is not logged, because people type passwords there by mistake
    await audit(services, {
      actor: 'browser',
      what: 'sign_in_refused',
      subject: operator?.id ?? 'unknown',
      facts: { kind: 'wrong_password', ...address },
    });
    return { status: 'refused' };
  }
  await forgiveTries(services, attempt);
  return 'right';
}

async function signedIn(services: Services, operator: Operator, password: string): Promise<Operator> {
  const better = await betterHash(services, operator, password);
  return audited(services, { actor: operator, what: 'signed_in', subject: operator.id }, async (vault) => {
    const next = { ...operator, ...better, version: operator.version + 1, updatedAt: services.now() };
    const changed = better !== undefined && (await vault.operators.put(next));
    return { value: changed ? next : operator, facts: { kind: 'password' } };
  });
}

/** Replaces a hash from an older Node, which costs more work and protects less. */
async function betterHash(
  services: Services,
  { passwordHash }: Operator,
  password: string,
): Promise<Pick<Required<Operator>, 'passwordHash'> | undefined> {
  if (passwordHash === undefined || isBestHash(passwordHash)) return undefined;
  return { passwordHash: await hashPassword(password, services.randomBytes) };
}

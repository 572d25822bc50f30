import { randomUUID } from 'node:crypto';
import { ConfigurationError } from '../../errors.ts';
import type { FactsOf } from '../../model/audit-facts.ts';
import type { Operator } from '../../model/operator.ts';
import { hashSecret, isSecretOf, newSecret } from '../one-time-secret.ts';
import type { Services } from '../services.ts';
import { audited } from './audited.ts';
import { operatorName } from './operator-name.ts';
import { hashPassword } from './password-hash.ts';
import { type PasswordProblem, passwordProblem } from './password-problem.ts';

/** Whether the first operator can be created. */
export type SetUp =
  /** Nobody can sign in yet. The token is shown only to the deployment's owner, who can read the log or chose the token. */
  | { readonly status: 'open'; readonly token: string; readonly expiresAt: number }
  /** There is an operator, so the page for the set-up does not exist. */
  | { readonly status: 'closed' };

/** Milliseconds from the start of the process. */
const LIFETIME = 30 * 60_000;
/** Length of a token that the deployment chose itself, in characters. */
const SHORTEST = 20;
const NAME = 'setup-token';

/**
 * Called at every start. If there is no operator, creates a new setup token, which invalidates earlier ones. Several
 * instances need a token from the settings, because otherwise only that of the last one works.
 *
 * @param options.token `setupToken` of the console. Default: a new one
 * @throws ConfigurationError for a token that could be guessed
 */
export async function prepareSetUp(services: Services, options: { readonly token?: string } = {}): Promise<SetUp> {
  if (!(await isSetUpOpen(services))) {
    await services.vault.secrets.remove(NAME);
    return { status: 'closed' };
  }
  const token = options.token ?? newSecret(services);
  if (token.length < SHORTEST) {
    throw new ConfigurationError(
      `setupToken is shorter than ${SHORTEST} characters: use one that nobody can guess, or leave it out, and each start creates one`,
    );
  }
  const now = services.now();
  const expiresAt = now + LIFETIME;
  await services.vault.secrets.put(NAME, JSON.stringify({ hash: hashSecret(token), expiresAt }), now);
  return { status: 'open', token, expiresAt };
}

/** True as long as nobody can sign in. */
export async function isSetUpOpen(services: Services): Promise<boolean> {
  return (await services.vault.operators.count()) === 0;
}

export type SetUpOutcome =
  | { readonly status: 'created'; readonly operator: Operator }
  /** The token is wrong, expired, used, or replaced by a later start. */
  | { readonly status: 'refused' }
  /** There is already an operator. */
  | { readonly status: 'closed' }
  /** The token remains valid. */
  | { readonly status: 'invalid_name' }
  | { readonly status: 'invalid_password'; readonly reason: PasswordProblem };

/** Creates the first operator with a token that works once. */
export async function setUpOperator(
  services: Services,
  input: { readonly token: string; readonly name: string; readonly password: string },
): Promise<SetUpOutcome> {
  if (!(await isSetUpOpen(services))) return { status: 'closed' };
  if (!(await isTokenGood(services, input.token))) return { status: 'refused' };
  const name = operatorName(input.name);
  if (name === undefined) return { status: 'invalid_name' };
  const reason = passwordProblem(input.password, name);
  if (reason !== undefined) return { status: 'invalid_password', reason };
  const now = services.now();
  const operator: Operator = {
    id: randomUUID(),
    version: 1,
    name,
    passwordHash: await hashPassword(input.password, services.randomBytes),
    createdAt: now,
    updatedAt: now,
  };
  const entry = { actor: operator, what: 'operator_created' as const, subject: operator.id };
  return audited(services, entry, async (vault): Promise<Logged> => {
    // removing the token uses it, so nobody else can
    const first = (await vault.secrets.remove(NAME)) && (await vault.operators.count()) === 0;
    const created = first && (await vault.operators.put(operator));
    if (!created) return { value: { status: 'refused' }, facts: { kind: 'somebody_first' } };
    return { value: { status: 'created', operator }, facts: { kind: 'setup_token' } };
  });
}

interface Logged {
  readonly value: SetUpOutcome;
  readonly facts: FactsOf<'operator_created'>;
}

async function isTokenGood(services: Services, token: string): Promise<boolean> {
  const stored = readStored(await services.vault.secrets.get(NAME));
  return isSecretOf(token, stored?.hash) && stored !== undefined && services.now() < stored.expiresAt;
}

function readStored(json: string | undefined): { readonly hash: string; readonly expiresAt: number } | undefined {
  const stored: unknown = json === undefined ? undefined : JSON.parse(json);
  if (typeof stored !== 'object' || stored === null || !('hash' in stored) || !('expiresAt' in stored))
    return undefined;
  const { hash, expiresAt } = stored;
  return typeof hash === 'string' && typeof expiresAt === 'number' ? { hash, expiresAt } : undefined;
}

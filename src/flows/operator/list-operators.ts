import type { Operator } from '../../model/operator.ts';
import type { Services } from '../services.ts';
import { mayStay, type OpenIdSettings } from './openid-allows.ts';

export interface OperatorOverview {
  readonly id: string;
  readonly name: string;
  /** `company_refused`: through OpenID, but the present settings do not let them in. */
  readonly way: 'password' | 'company' | 'company_refused';
  /** Undefined if it is not known. */
  readonly signedInAt: number | undefined;
}

/** Everybody who has an account at the console, oldest first. */
export async function listOperators(
  services: Services,
  openId: OpenIdSettings | undefined,
): Promise<readonly OperatorOverview[]> {
  return (await services.vault.operators.list()).map((operator) => ({
    id: operator.id,
    name: operator.name,
    way: wayOf(openId, operator),
    signedInAt: operator.signedInAt ?? operator.sessions?.at(-1)?.startedAt,
  }));
}

function wayOf(openId: OpenIdSettings | undefined, operator: Operator): OperatorOverview['way'] {
  if (operator.passwordHash !== undefined) return 'password';
  return mayStay(openId, operator) ? 'company' : 'company_refused';
}

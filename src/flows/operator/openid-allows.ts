import type { OpenIdClient } from '../../auth-methods/openid/relying-party.ts';
import type { Operator } from '../../model/operator.ts';

/** The company's own OpenID provider. */
export interface OpenIdSettings extends OpenIdClient {
  /**
   * Who may sign in: the provider's `sub`, an e-mail address, or a domain as `@example.com`. Addresses count only if the
   * provider says that they are verified. Nobody else may, even if the provider knows them. Somebody who is no longer in it
   * is signed out when the bot starts with the new setting.
   */
  readonly allowed: readonly string[];
}

/** Whether this subject of the provider may sign in. `email` is verified and in lower case. */
export function isAllowed(
  { allowed }: OpenIdSettings,
  { subject, email }: { readonly subject: string; readonly email?: string | undefined },
): boolean {
  const domain = email?.slice(email.lastIndexOf('@'));
  return allowed.some((entry) => {
    if (!entry.includes('@')) return entry === subject;
    return entry.startsWith('@') ? entry.toLowerCase() === domain : entry.toLowerCase() === email;
  });
}

/** Whether the present settings still let an operator in. Those with a password do not depend on them. */
export function mayStay(
  openId: OpenIdSettings | undefined,
  { passwordHash, subject, vouched }: Pick<Operator, 'passwordHash' | 'subject' | 'vouched'>,
): boolean {
  if (passwordHash !== undefined) return true;
  if (openId === undefined || subject === undefined || vouched?.provider !== openId.issuer) return false;
  return isAllowed(openId, { subject: subject.id, email: vouched.email });
}

import { randomUUID } from 'node:crypto';
import type { Authorization } from '../../model/authorization.ts';
import type { Operator, OperatorSession } from '../../model/operator.ts';
import type { Vault } from '../../vault/vault.ts';
import type { Services } from '../services.ts';
import { audited } from './audited.ts';
import { mayStay, type OpenIdSettings } from './openid-allows.ts';

/** Above this number the oldest session ends. */
const SESSIONS = 10;

/**
 * Starts a session of the operator.
 *
 * @param input.operator as it was when the identity was proved
 * @returns its id. Undefined if the operator was removed, or the password was changed since then.
 */
export async function startOperatorSession(
  services: Services,
  input: { readonly operator: Pick<Operator, 'id' | 'passwordHash'>; readonly browser: string },
): Promise<string | undefined> {
  const signedInAt = services.now();
  const session: OperatorSession = { id: randomUUID(), startedAt: signedInAt, browser: input.browser.slice(0, 80) };
  const { id, passwordHash } = input.operator;
  const changed = await changeSessions(services, id, ({ sessions = [], ...present }) =>
    present.passwordHash === passwordHash
      ? { signedInAt, sessions: [...sessions, session].slice(-SESSIONS) }
      : undefined,
  );
  return changed === undefined ? undefined : session.id;
}

/** The operator of a session, if both still exist and the present settings let the operator in. */
export async function operatorOfSession(
  services: Services,
  input: {
    readonly operatorId: string;
    readonly sessionId: string;
    readonly openId: OpenIdSettings | undefined;
  },
): Promise<Operator | undefined> {
  const operator = await services.vault.operators.byId(input.operatorId);
  if (operator === undefined || !mayStay(input.openId, operator)) return undefined;
  return hasSession(operator, input.sessionId) ? operator : undefined;
}

/**
 * Whether the developer who began an attempt to connect a shared account may still do that. Attempts that did not begin in
 * the console need no developer. In a transaction, no developer is removed before it ends.
 */
export async function mayFinish(
  services: Services,
  vault: Vault,
  { startedBy }: Pick<Authorization, 'startedBy'>,
): Promise<boolean> {
  if (startedBy === undefined) return true;
  await vault.operators.hold([startedBy.operatorId]);
  const operator = await vault.operators.byId(startedBy.operatorId);
  if (operator === undefined || !hasSession(operator, startedBy.sessionId)) return false;
  const consoles = [...services.consoles];
  // a process without a console does not know whom the company lets in
  return consoles.length === 0 || consoles.some(({ openId }) => mayStay(openId, operator));
}

function hasSession({ sessions = [] }: Operator, sessionId: string): boolean {
  return sessions.some(({ id }) => id === sessionId);
}

/** Ends one session, or all but one. False if there is no such session. */
export async function endOperatorSessions(
  services: Services,
  input: { readonly operatorId: string } & ({ readonly sessionId: string } | { readonly allBut: string }),
): Promise<boolean> {
  const before = await services.vault.operators.byId(input.operatorId);
  const stays = ({ id }: OperatorSession) => ('allBut' in input ? id === input.allBut : id !== input.sessionId);
  if (before === undefined || (before.sessions ?? []).every(stays)) return false;
  const changed = await changeSessions(services, input.operatorId, ({ sessions = [] }) => ({
    sessions: sessions.filter(stays),
  }));
  if (changed === undefined) return false;
  const subject = 'allBut' in input ? 'others' : input.sessionId;
  await audited(services, { actor: changed, what: 'signed_out', subject }, async () => ({
    value: 0,
    facts: { kind: 'ok' },
  }));
  return true;
}

async function changeSessions(
  services: Services,
  operatorId: string,
  change: (present: Operator) => Pick<Operator, 'sessions' | 'signedInAt'> | undefined,
): Promise<Operator | undefined> {
  // a round fails if another process was first
  for (;;) {
    const operator = await services.vault.operators.byId(operatorId);
    const changes = operator && change(operator);
    if (operator === undefined || changes === undefined) return undefined;
    const next = { ...operator, ...changes, version: operator.version + 1 };
    if (await services.vault.operators.put(next)) return next;
  }
}

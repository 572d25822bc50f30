import type { FactsOf } from '../../model/audit-facts.ts';
import type { Authorization } from '../../model/authorization.ts';
import type { Operator } from '../../model/operator.ts';
import { announceEnd, type Ending } from '../end-authorization.ts';
import type { Services } from '../services.ts';
import { stopShared } from '../shared-account.ts';
import { audited } from './audited.ts';

export type RemoveOperatorOutcome =
  | 'removed'
  /** Nobody removes their own account, so that one is always left. */
  | 'oneself'
  | 'not_found'
  /** The actor was removed in the meantime, and may not remove anybody any more. */
  | 'actor_gone';

/**
 * Removes another operator. In the same transaction, all of their sessions end, and so does each attempt of theirs to
 * authorize a shared account, because the product would send them back without asking the console.
 */
export async function removeOperator(
  services: Services,
  input: { readonly actor: Pick<Operator, 'id' | 'name'>; readonly id: string },
): Promise<RemoveOperatorOutcome> {
  const { actor, id } = input;
  if (id === actor.id) return 'oneself';
  const operator = await services.vault.operators.byId(id);
  if (operator === undefined) return 'not_found';
  const ending: Ending = { status: 'failed', why: 'stopped', tell: 'unattended', by: { name: actor.name } };
  const entry = { actor, what: 'operator_removed' as const, subject: id };
  const { outcome, ended } = await audited(services, entry, async (vault): Promise<Logged> => {
    // two who remove each other at the same moment: the second one finds that they are gone
    const held = await vault.operators.hold([actor.id, id]);
    const refused = !held.includes(actor.id) ? 'actor_gone' : !held.includes(id) ? 'not_found' : undefined;
    if (refused !== undefined) {
      return { value: { outcome: refused, ended: [] }, facts: { kind: 'changed_meanwhile' } };
    }
    await vault.operators.remove(id);
    const stopped = await stopShared(services, vault, ending, ({ startedBy }) => startedBy?.operatorId === id);
    return { value: { outcome: 'removed', ended: stopped }, facts: { kind: 'developer', name: operator.name } };
  });
  for (const attempt of ended) announceEnd(services, attempt, ending);
  return outcome;
}

interface Removal {
  readonly outcome: RemoveOperatorOutcome;
  readonly ended: readonly Authorization[];
}

interface Logged {
  readonly value: Removal;
  readonly facts: FactsOf<'operator_removed'>;
}

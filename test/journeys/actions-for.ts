import type { AnyAction, Integration } from 'latchkey';
import * as actions from 'latchkey/actions';

/** All that the package offers for the products that a bot has; others are refused at its start. */
export function actionsFor(integrations: readonly Integration[]): readonly AnyAction[] {
  const known = integrations.map(({ id }) => id);
  return Object.values<AnyAction>(actions).filter(({ integration }) => known.includes(integration));
}

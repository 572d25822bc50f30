import { ConfigurationError } from '../errors.ts';
import type { AnyAction } from '../model/action.ts';
import type { Errand } from '../model/errand.ts';
import type { Services } from './services.ts';

type Known = Pick<Services, 'actions'>;
type Asked = Pick<Errand, 'actionId'>;

/** The action of an errand. Undefined for one that only connects, and during a rollout for an action of another version. */
export function actionOf({ actions }: Known, { actionId }: Asked): AnyAction | undefined {
  return actionId === undefined ? undefined : actions.get(actionId);
}

/** False during a rollout if a process of another version began it. Only that version can ask, read answers and run. */
export function knowsActionOf({ actions }: Known, { actionId }: Asked): boolean {
  return actionId === undefined || actions.has(actionId);
}

/** @throws ConfigurationError for the action of another version. Its question is left to a process that knows it */
export function knownActionOf({ actions }: Known, { actionId = '' }: Asked): AnyAction {
  const action = actions.get(actionId);
  if (action === undefined) throw new ConfigurationError(`the action ${actionId} is not known here`);
  return action;
}

/**
 * An action that a process learns of only with a message would be unknown after a restart. What waited for it would not
 * continue until the person asks again, and would then run twice.
 *
 * @throws ConfigurationError for an action that was not registered at the start
 */
export function assertKnownAtStart({ actions }: Known, asked: readonly AnyAction[]): void {
  const unknown = asked.find(({ id }) => !actions.has(id));
  if (unknown === undefined) return;
  throw new ConfigurationError(
    `the action ${unknown.id} was not known at the start, so what waits for a connection would not go on after a restart: add it to the actions of createAuthorizer`,
  );
}

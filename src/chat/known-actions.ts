import type { Authorizer } from '../authorizer.ts';
import { ConfigurationError } from '../errors.ts';
import type { AnyAction } from '../model/action.ts';
import type { Errand } from '../model/errand.ts';

/**
 * Actions that a process gets to know only with a message would not be known after a restart: what waited for them would stay
 * undone until the person asks again, and be done twice then.
 *
 * @throws ConfigurationError for one that the library was not told of before
 */
export function assertKnownAtStart(authorizer: Authorizer, actions: readonly AnyAction[]): void {
  const unknown = actions.find(({ id }) => authorizer.action(id) === undefined);
  if (unknown === undefined) return;
  throw new ConfigurationError(
    `the action ${unknown.id} was not known at the start, so what waits for a connection would not go on after a restart: add it to the actions of createAuthorizer`,
  );
}

/** False during a rollout, where a process of the other version has begun it: only that one can ask, read answers and run. */
export function knowsActionOf(authorizer: Authorizer, { actionId }: Pick<Errand, 'actionId'>): boolean {
  return actionId === undefined || authorizer.action(actionId) !== undefined;
}

/** @throws ConfigurationError for the action of another version: its question is left to a process that knows it */
export function actionOf(authorizer: Authorizer, { actionId = '' }: Pick<Errand, 'actionId'>): AnyAction {
  const action = authorizer.action(actionId);
  if (action === undefined) throw new ConfigurationError(`the action ${actionId} is not known here`);
  return action;
}

import { ConfigurationError } from '../errors.ts';
import type { Services } from '../flows/services.ts';
import type { AnyAction } from '../model/action.ts';
import type { Errand } from '../model/errand.ts';
import type { ChatPort } from './chat-port.ts';

type Known = Pick<Services, 'actions'>;

/**
 * Actions that a process gets to know only with a message would not be known after a restart: what waited for them would stay
 * undone until the person asks again, and be done twice then.
 *
 * @throws ConfigurationError for one that the library was not told of before
 */
export function registerKnown(port: ChatPort, actions: readonly AnyAction[]): void {
  const unknown = actions.find(({ id }) => !port.services.actions.has(id));
  if (unknown !== undefined) {
    throw new ConfigurationError(
      `the action ${unknown.id} was not known at the start, so what waits for a connection would not go on after a restart: add it to the actions of createAuthorizer`,
    );
  }
  port.register(...actions);
}

/** False during a rollout, where a process of the other version has begun it: only that one can ask, read answers and run. */
export function knowsActionOf({ actions }: Known, { actionId }: Pick<Errand, 'actionId'>): boolean {
  return actionId === undefined || actions.has(actionId);
}

/** @throws ConfigurationError for the action of another version: its question is left to a process that knows it */
export function actionOf({ actions }: Known, { actionId = '' }: Pick<Errand, 'actionId'>): AnyAction {
  const action = actions.get(actionId);
  if (action === undefined) throw new ConfigurationError(`the action ${actionId} is not known here`);
  return action;
}

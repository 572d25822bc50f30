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

/** @throws ConfigurationError for an action of another version; a process that knows it asks its question */
export function knownActionOf({ actions }: Known, { actionId = '' }: Asked): AnyAction {
  const action = actions.get(actionId);
  if (action === undefined) throw new ConfigurationError(`the action ${actionId} is not known here`);
  return action;
}

/**
 * Refuses actions that are not registered at the start. After a restart, a process would learn of such an action only when
 * somebody asks for it again: until then, what waits for it could not continue, and then it would run twice.
 *
 * @throws ConfigurationError
 */
export function assertKnownAtStart({ actions }: Known, asked: readonly AnyAction[]): void {
  const unknown = asked.find(({ id }) => !actions.has(id));
  if (unknown === undefined) return;
  throw new ConfigurationError(
    `the action ${unknown.id} was not known at the start, so a request that waits for a connection would not continue after a restart: add it to the actions of createAuthorizer`,
  );
}

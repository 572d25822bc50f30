import type { AnyAction, Authorizer, Owner } from '../src/index.ts';

/** Before anything is asked: the action works with the person's own account, and none is connected. */
export async function mustConnect(authorizer: Authorizer, owner: Owner, action: AnyAction): Promise<boolean> {
  const overview = await authorizer.operator.describeIntegration(action.integration);
  const shared = action.access === undefined ? overview?.mode === 'preauthorized' : action.access === 'shared';
  if (shared || overview?.enabled === false) return false;
  const connections = await authorizer.listConnections(owner);
  return !connections.some(({ integration, status }) => integration === action.integration && status === 'active');
}

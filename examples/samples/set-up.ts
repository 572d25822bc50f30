import { type AnyAction, type Authorizer, createAuthorizer } from 'latchkey';
import { authorizerMiddleware } from 'latchkey/dialogs';
import { jira } from 'latchkey/integrations';
import type { Host } from './host.ts';

/** Shared by all samples: creates the authorizer and adds it to the sample's adapter and server. */
export async function setUpLatchkey({ adapter, server, settings }: Host, ...actions: AnyAction[]): Promise<Authorizer> {
  const { publicUrl, store, keys, appId, jiraApp } = settings;
  const authorizer = await createAuthorizer({
    publicUrl,
    store,
    keys,
    appId,
    integrations: [jira(jiraApp)],
    actions,
    // for development on one machine only: a real bot has an app id and leaves this line out
    allowUnauthenticatedLoopback: appId === '',
  });
  adapter.use(authorizerMiddleware(authorizer, { adapter }));
  authorizer.mount(server);
  process.once('SIGTERM', () => authorizer.close(server).then(() => process.exit()));
  return authorizer;
}

import { join } from 'node:path';
import { type Authorizer, type AuthorizerOptions, createAuthorizer } from 'latchkey';
import restify from 'restify';
import { ownKeys } from '../../playground/config.ts';
import type { Playground } from '../../playground/start-playground.ts';
import { actionsFor } from './actions-for.ts';
import { openBotWithSdk } from './open-bot.ts';

/** One more process of a bot that runs already: it shares the store, the keys, the bot's state and the public address. */
export interface Instance {
  /** Where it listens; browsers and products know only the public address. */
  readonly url: string;
  readonly authorizer: Authorizer;
  close(): Promise<void>;
}

export async function startInstance(
  first: Playground,
  options: Pick<AuthorizerOptions, 'logger' | 'now' | 'confirm' | 'credentialEntry'> & {
    readonly folder: string;
    /** Default: the playground's own file. */
    readonly store?: string;
  },
): Promise<Instance> {
  const { folder, ...settings } = options;
  const authorizer = await createAuthorizer({
    publicUrl: first.url,
    store: `sqlite:${join(folder, 'latchkey.db')}`,
    keys: await ownKeys(folder),
    integrations: first.integrations,
    botName: first.authorizer.settings.botName,
    allowUnauthenticatedLoopback: true,
    ...settings,
  });
  const server = restify.createServer();
  authorizer.mount(server);
  const answer = openBotWithSdk(authorizer, actionsFor(first.integrations), {});
  server.post('/api/messages', restify.plugins.bodyParser(), async (req, res) => answer(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    authorizer,
    url: `http://127.0.0.1:${server.address().port}`,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.server.closeAllConnections();
      });
      await authorizer.close();
    },
  };
}

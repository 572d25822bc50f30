import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { type AnyAction, type Authorizer, causeOf } from 'latchkey';
import { authorizerMiddleware } from 'latchkey/dialogs';
import type { Request, Response } from 'restify';
import { PlaygroundBot } from './bot.ts';
import type { PlaygroundConfig } from './config.ts';

/** Handles `POST /api/messages` with a parsed body. */
type BotEndpoint = (request: Request, response: Response) => Promise<void>;

/** Builds the bot with an SDK. */
export type OpenBot = (
  authorizer: Authorizer,
  actions: readonly AnyAction[],
  registration: Partial<PlaygroundConfig['bot']>,
) => BotEndpoint;

export const openBotbuilderBot: OpenBot = (authorizer, actions, registration) => {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({ ...registration }));
  adapter.use(authorizerMiddleware(authorizer, { adapter }));
  adapter.onTurnError = (context, error) => apologize(authorizer, context, error);
  const bot = new PlaygroundBot(authorizer, actions, authorizer.storage);
  return async ({ body, headers, method = 'POST' }, response) => {
    await adapter.process({ body, headers, method }, response, (context) => bot.run(context));
  };
};

/** For the SDK's `onTurnError`: logs the failure under a reference, and tells the person the reference. */
export async function apologize(
  authorizer: Authorizer,
  context: {
    readonly activity: { readonly locale?: string | undefined };
    sendActivity(text: string): Promise<unknown>;
  },
  error: Error,
): Promise<void> {
  const ref = authorizer.newReference();
  authorizer.log({ event: 'turn_failed', ref, error: causeOf(error) });
  await context.sendActivity(authorizer.textsIn(context.activity.locale).somethingWrong(ref));
}

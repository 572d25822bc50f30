import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConversationState,
  MemoryStorage,
  type TurnContext,
  UserState,
} from 'botbuilder';
import restify, { type Server } from 'restify';
import { exampleSettings } from '../example-settings.ts';

/** What every Bot Builder sample creates in its `index.js`, without Latchkey. */
export interface Host {
  readonly server: Server;
  readonly adapter: CloudAdapter;
  readonly conversationState: ConversationState;
  readonly userState: UserState;
  readonly settings: Awaited<ReturnType<typeof exampleSettings>>;
}

export async function openHost(): Promise<Host> {
  const server = restify.createServer({ name: 'Sample' });
  server.use(restify.plugins.bodyParser());
  const settings = await exampleSettings(server);
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings.registration));
  adapter.onTurnError = async (context, error) => {
    console.error(error);
    await context.sendActivity('The bot met an error.');
  };
  const storage = new MemoryStorage();
  return {
    server,
    adapter,
    settings,
    conversationState: new ConversationState(storage),
    userState: new UserState(storage),
  };
}

/** Serves the bot at `/api/messages`. */
export function serve({ server, adapter, settings }: Host, bot: { run(context: TurnContext): Promise<void> }): void {
  server.post('/api/messages', async (req, res) => {
    const { body, headers, method = 'POST' } = req;
    await adapter.process({ body, headers, method }, res, (context) => bot.run(context));
  });
  console.log(`Bot: ${settings.publicUrl}/api/messages`);
}

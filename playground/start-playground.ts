import { join } from 'node:path';
import {
  type AnyAction,
  type Authorizer,
  type AuthorizerOptions,
  closeServer,
  createAuthorizer,
  type Integration,
} from 'latchkey';
import * as actions from 'latchkey/actions';
import { type PlayedSandbox, type Sandbox, startSandbox } from 'latchkey/sandbox';
import restify from 'restify';
import { type OpenBot, openBotbuilderBot } from './bot-endpoint.ts';
import { type CatalogProducts, startCatalogProducts } from './catalog-products.ts';
import { ownKeys, type PlaygroundConfig } from './config.ts';
import { type LocalChat, mountLocalChat } from './local-chat/mount-local-chat.ts';
import { playgroundIntegrations } from './playground-integrations.ts';
import { mountWebChatPage } from './web-chat/mount-web-chat-page.ts';

export interface Playground {
  /** The page with the chat. */
  readonly url: string;
  /** The developers' pages, and the link for the first account. */
  readonly console: { readonly url: string; readonly setupLink?: string };
  readonly authorizer: Authorizer;
  /** The options of the authorizer. */
  readonly integrations: AuthorizerOptions['integrations'];
  readonly sandbox: Sandbox;
  /** The stand-ins of the catalogue's products, if they are included. */
  readonly catalog?: PlayedSandbox;
  close(): Promise<void>;
}

const BOT_NAME = 'Latchkey Demo';

/** The composition root: sandbox, store, bot, pages and the local chat in one process. */
export async function startPlayground(
  config: PlaygroundConfig,
  overrides: Pick<AuthorizerOptions, 'logger' | 'now' | 'confirm' | 'credentialEntry'> = {},
  openBot: OpenBot = openBotbuilderBot,
): Promise<Playground> {
  const parts: Parts = {};
  try {
    return { ...(await compose(config, overrides, openBot, parts)), close: () => closeAll(parts) };
  } catch (error) {
    await closeAll(parts);
    throw error;
  }
}

/** What is already running. */
interface Parts {
  sandbox?: Sandbox;
  catalog?: CatalogProducts;
  server?: restify.Server;
  authorizer?: Authorizer;
  chat?: LocalChat;
}

async function compose(
  config: PlaygroundConfig,
  overrides: NonNullable<Parameters<typeof startPlayground>[1]>,
  openBot: OpenBot,
  parts: Parts,
): Promise<Omit<Playground, 'close'>> {
  const sandbox = await startSandbox({
    port: config.sandboxPort,
    stateFile: join(config.folder, 'sandbox.json'),
    ...(overrides.now === undefined ? {} : { now: overrides.now }),
  }).catch((error: unknown) => {
    throw inWords(error, `SANDBOX_PORT ${config.sandboxPort}`);
  });
  parts.sandbox = sandbox;
  const server = restify.createServer({ name: 'Latchkey playground' });
  const url = await listen(server, config);
  parts.server = server;
  const own = await playgroundIntegrations(config, sandbox);
  const catalog = await catalogOf(config, own, overrides);
  if (catalog !== undefined) parts.catalog = catalog;
  const integrations = [...own, ...(catalog?.integrations ?? [])];
  const authorizer = await createAuthorizer({
    publicUrl: config.publicUrl ?? url,
    store: config.store ?? `sqlite:${join(config.folder, 'latchkey.db')}`,
    keys: config.keys ?? (await ownKeys(config.folder)),
    integrations,
    botName: BOT_NAME,
    appId: config.bot.MicrosoftAppId,
    ...(config.proxy === undefined ? {} : { proxy: config.proxy }),
    allowUnauthenticatedLoopback: config.bot.MicrosoftAppId === '',
    ...overrides,
  });
  parts.authorizer = authorizer;
  authorizer.mount(server);
  const console = await authorizer.mountConsole(server);
  const answer = openBot(authorizer, actionsOf(authorizer), config.bot);
  server.post('/api/messages', restify.plugins.bodyParser(), async (req, res) => answer(req, res));
  if (config.bot.MicrosoftAppId === '') parts.chat = mountChat(server, config);
  const played = catalog === undefined ? {} : { catalog: catalog.sandbox };
  return { url, console, authorizer, integrations, sandbox, ...played };
}

/**
 * Closes from the outside in. A bot whose channel is elsewhere calls `authorizer.close(server)`; here the bot's replies arrive at
 * the same listener, so it closes once the turns are over.
 */
async function closeAll({ chat, server, authorizer, sandbox, catalog }: Parts): Promise<void> {
  await authorizer?.close();
  await chat?.close();
  if (server !== undefined) await closeServer(server, LAST_ANSWERS);
  await sandbox?.close();
  await catalog?.sandbox.close();
}

/** Milliseconds. */
const LAST_ANSWERS = 2_000;

/** The local chat lets anybody on this machine be any user, so it only runs if the bot accepts unauthenticated messages anyway. */
function mountChat(server: restify.Server, config: PlaygroundConfig) {
  mountWebChatPage(server, { botName: BOT_NAME });
  return mountLocalChat(server, { botName: BOT_NAME, stateFile: join(config.folder, 'chat.json') });
}

/** What to do about a port that is in use. */
function inWords(error: unknown, setting: string): unknown {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  return taken
    ? new Error(`${setting} is taken: stop what listens there, or set another one (0 takes a free one)`)
    : error;
}

/** The products that the playground does not have anyway. */
async function catalogOf(
  { catalog }: PlaygroundConfig,
  own: readonly Integration[],
  { now }: Pick<AuthorizerOptions, 'now'>,
): Promise<CatalogProducts | undefined> {
  if (catalog !== true) return undefined;
  return startCatalogProducts(
    own.map(({ id }) => id),
    now === undefined ? {} : { now },
  );
}

/** In the order of the integrations. */
function actionsOf(authorizer: Authorizer) {
  return authorizer.integrations.flatMap(({ id }) =>
    Object.values<AnyAction>(actions).filter((action) => action.integration === id),
  );
}

function listen(server: restify.Server, config: PlaygroundConfig): Promise<string> {
  return new Promise((resolve, reject) => {
    const refused = (error: Error) => reject(inWords(error, `PORT ${config.port}`));
    // restify emits the errors of its listener too
    server.on('error', refused);
    server.server.once('error', refused);
    server.listen(config.port, config.host, () => {
      server.off('error', refused);
      server.server.off('error', refused);
      const { port } = server.address();
      resolve(`http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`);
    });
  });
}

import { join } from 'node:path';
import { setImmediate as nextEvent } from 'node:timers/promises';
import axios from 'axios';
import {
  type Activity,
  ActivityTypes,
  ConfigurationBotFrameworkAuthentication,
  ConversationState,
  MemoryStorage,
  MessageFactory,
  TestAdapter,
  type TokenResponse,
  type TurnContext,
} from 'botbuilder';
import {
  ComponentDialog,
  Dialog,
  type DialogContext,
  type DialogReason,
  type DialogState,
  type DialogTurnResult,
  DialogTurnStatus,
  OAuthPrompt,
  runDialog,
} from 'botbuilder-dialogs';
import { createAuthorizer, defineAction, ownerKey, silentLogger } from 'latchkey';
import { authorizerMiddleware, RunActionDialog } from 'latchkey/dialogs';
import { z } from 'zod';
import { openBareCredentials } from './bare-credential.ts';
import { type Contestant, measure, ratioOf } from './measure.ts';
import { ACCESS_TOKEN, integrationOf, startProduct } from './product.ts';
import { compare, judge, named, printComparison, resolutionOf, type Verdict } from './report.ts';
import { BOT, INTEGRATION, storeConnections, userOf, wander } from './stored-connections.ts';

const PEOPLE = 1_000;
const HARD_CODED = 'hard-coded credential';
const LIMIT = 'bare SELECT and open (the limit)';
const TWIN = 'the same again';
const LIBRARY = 'Latchkey';
const PROMPT = 'OAuthPrompt, its token service on loopback';
const REMEMBERED = "OAuthPrompt, the token in the adapter's memory";

/**
 * One message, one action, one answer: the credential is there. First with an action that has nothing to call, so that
 * nothing hides what is around it; then with one that calls its product with the credential.
 */
export async function benchTurn(folder: string, short: boolean): Promise<readonly Verdict[]> {
  const product = await startProduct();
  const stored = await storeConnections(join(folder, 'turn.db'), PEOPLE);
  const bare = openBareCredentials(stored);
  const client = axios.create({ baseURL: product.url });
  const tokenService = await openTokenService(product.url);
  const authorizer = await createAuthorizer({
    publicUrl: 'http://127.0.0.1:1',
    store: stored.setting,
    keys: stored.keys,
    integrations: [integrationOf(product.url)],
    appId: BOT,
    logger: silentLogger,
  });
  const verdicts: Verdict[] = [];
  for (const calls of [false, true]) {
    const act = calls ? (token: string) => askProduct(client, token) : async (token: string) => token.length;
    const action = calls ? CALLING : QUIET;
    const contestants = [
      turns(LIMIT, (id) => new BareAction(id, act, (context) => bare.accessToken(bareKey(context)))),
      turns(HARD_CODED, (id) => new BareAction(id, act, () => ACCESS_TOKEN)),
      turns(
        LIBRARY,
        (id) => new RunActionDialog(id, action, authorizer, { announce: false }),
        (adapter) => adapter.use(authorizerMiddleware(authorizer, { adapter })),
      ),
      turns(
        PROMPT,
        (id) => new PromptedAction(id, act),
        (adapter) =>
          adapter.use(async (context, next) => {
            context.turnState.set(adapter.UserTokenClientKey, tokenService);
            await next();
          }),
      ),
      turns(REMEMBERED, (id) => new PromptedAction(id, act)),
      turns(TWIN, (id) => new BareAction(id, act, (context) => bare.accessToken(bareKey(context)))),
    ];
    const plan = { rounds: short ? 9 : 31, warmUp: 6, slices: 20, operations: calls ? 15 : 40 };
    const measured = await measure(contestants, plan);
    const what = calls ? 'that calls its product' : 'that calls nothing';
    const comparison = compare(`a turn with an action ${what}`, { base: LIMIT, twin: TWIN }, measured);
    printComparison(comparison);
    const library = named(measured, LIBRARY).cpu;
    const resolution = resolutionOf(comparison);
    verdicts.push(
      judge(`turn, action ${what}: to the limit`, ratioOf(library, comparison.base.cpu).median, 1.15, resolution),
      judge(
        `turn, action ${what}: to OAuthPrompt`,
        ratioOf(library, named(measured, PROMPT).cpu).median,
        1,
        resolution,
      ),
    );
  }
  await authorizer.close();
  bare.close();
  product.close();
  return verdicts;
}

const BASICS = {
  title: 'Bench',
  purpose: 'be measured',
  integration: INTEGRATION,
  scopes: ['read'],
  input: z.object({}),
};
const QUIET = defineAction({ ...BASICS, id: 'bench.quiet', run: async () => 'done' });
const CALLING = defineAction({ ...BASICS, id: 'bench.calling', run: async (api) => (await api.get('/forms')).data });

async function askProduct(client: ReturnType<typeof axios.create>, token: string): Promise<unknown> {
  return (await client.get('/forms', { headers: { Authorization: `Bearer ${token}` } })).data;
}

function bareKey({ activity }: TurnContext): string {
  return ownerKey({ kind: 'user', bot: BOT, channel: activity.channelId, tenant: '', user: activity.from.id });
}

/** The client that CloudAdapter gives to the prompt, with an address of our own; made once, not in every turn as there. */
async function openTokenService(url: string) {
  const authentication = new ConfigurationBotFrameworkAuthentication({ OAuthUrl: url, MicrosoftAppId: '' });
  const request = { type: ActivityTypes.Message, channelId: 'test', serviceUrl: 'https://test.example.com' };
  const { claimsIdentity } = await authentication.authenticateRequest(request as Activity, '');
  return authentication.createUserTokenClient(claimsIdentity);
}

/** The same bot around every action dialog: state in memory, one root dialog, one line as the answer. */
function turns(
  name: string,
  actionDialog: (id: string) => Dialog,
  prepare?: (adapter: BenchAdapter) => void,
): Contestant {
  const state = new ConversationState(new MemoryStorage());
  const dialogs = state.createProperty<DialogState>('dialogs');
  const root = new RootDialog(actionDialog('action'));
  const adapter = new BenchAdapter(async (context) => {
    await runDialog(root, context, dialogs);
    await state.saveChanges(context, false);
  });
  prepare?.(adapter);
  const next = wander(PEOPLE);
  return {
    name,
    operation: async () => {
      await nextEvent();
      await adapter.processActivity(messageOf(next()));
      const answer = adapter.getNextReply();
      if (answer?.text !== ANSWER) throw new Error(`${name} answered ${answer?.text}`);
      if (adapter.getNextReply() !== undefined) throw new Error(`${name} answered twice`);
    },
  };
}

const ANSWER = 'Here is what you asked for.';

function messageOf(n: number): Partial<Activity> {
  const user = userOf(n);
  return {
    type: ActivityTypes.Message,
    text: 'list my forms please',
    channelId: 'test',
    serviceUrl: 'https://test.example.com',
    from: { id: user, name: 'Person' },
    recipient: { id: BOT, name: 'Bench' },
    conversation: { id: `a:${user}`, name: '', isGroup: false, conversationType: 'personal' },
  };
}

/** botbuilder's own, whose token store looks through all its tokens for one; a map costs its prompt less. */
class BenchAdapter extends TestAdapter {
  /** Where CloudAdapter tells the prompt to look for its token service. */
  readonly UserTokenClientKey = Symbol('UserTokenClient');
  private readonly tokens = new Map(Array.from({ length: PEOPLE }, (_, n) => [userOf(n), ACCESS_TOKEN]));

  override async getUserToken(context: TurnContext, connectionName: string): Promise<TokenResponse> {
    const token = this.tokens.get(context.activity.from.id) ?? '';
    return { connectionName, token, expiration: '', channelId: 'test' };
  }
}

class RootDialog extends ComponentDialog {
  constructor(action: Dialog) {
    super('root');
    this.addDialog(action);
  }

  protected override async onBeginDialog(inner: DialogContext): Promise<DialogTurnResult> {
    const turn = await inner.beginDialog('action', {});
    if (turn.status === DialogTurnStatus.complete)
      await inner.context.sendActivity(MessageFactory.text(ANSWER, ANSWER));
    return turn;
  }
}

type Act = (token: string) => Promise<unknown>;

/** The action's dialog without anything of the library: gets its credential from where `credential` says. */
class BareAction extends Dialog {
  private readonly act: Act;
  private readonly credential: (context: TurnContext) => string;

  constructor(id: string, act: Act, credential: (context: TurnContext) => string) {
    super(id);
    this.act = act;
    this.credential = credential;
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return dc.endDialog(await this.act(this.credential(dc.context)));
  }
}

/** The same with botbuilder's prompt in front. */
class PromptedAction extends Dialog {
  private readonly act: Act;
  private readonly prompt = new OAuthPrompt('oauth', { connectionName: 'bench', title: 'Sign in' });

  constructor(id: string, act: Act) {
    super(id);
    this.act = act;
  }

  getDependencies(): Dialog[] {
    return [this.prompt];
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return dc.beginDialog('oauth');
  }

  override async resumeDialog(
    dc: DialogContext,
    _reason: DialogReason,
    result?: { readonly token?: string },
  ): Promise<DialogTurnResult> {
    if (result?.token === undefined) throw new Error('no token');
    return dc.endDialog(await this.act(result.token));
  }
}

import { join } from 'node:path';
import axios from 'axios';
import { type BotAdapter, ConversationState, MemoryStorage, type TurnContext } from 'botbuilder';
import { type Dialog, type DialogState, runDialog } from 'botbuilder-dialogs';
import { type AnyAction, createAuthorizer, defineAction, silentLogger } from 'latchkey';
import { authorizerMiddleware, RunActionDialog } from 'latchkey/dialogs';
import { z } from 'zod';
import { ownerKey } from '../src/model/owner.ts';
import { openBareCredentials } from './bare-credential.ts';
import { type Act, BareAction, PromptedAction, RootDialog } from './bare-dialogs.ts';
import { type Channel, cloudChannel, testChannel } from './channels.ts';
import { type Contestant, type Measured, measure, ratioOf } from './measure.ts';
import { ACCESS_TOKEN, integrationOf, startProduct } from './product.ts';
import { compare, judge, named, printComparison, type Verdict } from './report.ts';
import { BOT, INTEGRATION, storeConnections, wander } from './stored-connections.ts';

const PEOPLE = 1_000;
const LIMIT = 'bare SELECT and open (the limit)';
const TWIN = 'the same again';
const HARD_CODED = 'hard-coded credential';
const LIBRARY = 'Latchkey';
const WRITING = 'Latchkey, an action that changes something';
const PROMPT = 'OAuthPrompt';

/**
 * One message, one action, one reply, with a stored credential. Through the adapter that bots run on, with an action that makes
 * no call and with one that calls its product with the credential. And, to see what these hide, through the SDK's adapter for
 * tests, where a turn costs next to nothing and the prompt's token service is a variable.
 */
export async function benchTurn(folder: string, short: boolean): Promise<readonly Verdict[]> {
  const product = await startProduct();
  const stored = await storeConnections(join(folder, 'turn.db'), PEOPLE);
  const bare = openBareCredentials(stored);
  const client = axios.create({ baseURL: product.url });
  const authorizer = await createAuthorizer({
    publicUrl: 'http://127.0.0.1:3978',
    store: stored.setting,
    keys: stored.keys,
    integrations: [integrationOf(product.url)],
    allowUnauthenticatedLoopback: true,
    logger: silentLogger,
  });
  const withLibrary = (name: string, channel: Channel, action: AnyAction): Contestant =>
    turns(name, channel, new RunActionDialog('action', action, authorizer, { announce: false }), (adapter) =>
      adapter.use(authorizerMiddleware(authorizer, { adapter })),
    );
  const contestants = (channel: () => Channel, act: Act, action: AnyAction): readonly Contestant[] => {
    const read = (context: TurnContext) => bare.accessToken(bareKey(context));
    return [
      turns(LIMIT, channel(), new BareAction(act, read)),
      turns(HARD_CODED, channel(), new BareAction(act, () => ACCESS_TOKEN)),
      withLibrary(LIBRARY, channel(), action),
      turns(PROMPT, channel(), new PromptedAction(act)),
      turns(TWIN, channel(), new BareAction(act, read)),
    ];
  };
  const cloud = () => cloudChannel(product.url);
  const callNothing = async (token: string) => token.length;
  const callProduct = async (token: string) =>
    (await client.get('/forms', { headers: { Authorization: `Bearer ${token}` } })).data;
  const rounds = short ? 9 : 31;
  const slow = { rounds, warmUp: short ? 6 : 12, slices: 5, operations: 60 };
  const fast = { rounds, warmUp: 6, slices: 5, operations: 160 };

  const changing = withLibrary(WRITING, cloud(), CHANGING);
  const quiet = await measure([...contestants(cloud, callNothing, QUIET), changing], slow);
  const verdicts = [...judged('a turn whose action calls nothing', quiet)];
  const calling = await measure(contestants(cloud, callProduct, CALLING), slow);
  verdicts.push(...judged('a turn whose action calls its product', calling));
  const naked = await measure(contestants(testChannel, callNothing, QUIET), fast);
  printComparison(compare('the first without an adapter around it (no limit)', { base: LIMIT, twin: TWIN }, naked));

  await authorizer.close();
  bare.close();
  product.close();
  return verdicts;
}

function judged(what: string, measured: readonly Measured[]): readonly Verdict[] {
  const comparison = compare(what, { base: LIMIT, twin: TWIN }, measured);
  printComparison(comparison);
  const { base, resolution } = comparison;
  const library = named(measured, LIBRARY).cpu;
  const toPrompt = ratioOf(library, named(measured, PROMPT).cpu).median;
  return [
    judge(`${what}, to the limit`, ratioOf(library, base.cpu).median, 1.08, resolution),
    judge(`${what}, to OAuthPrompt`, toPrompt, 0.85, resolution),
  ];
}

const BASICS = {
  title: 'Bench',
  purpose: 'be measured',
  integration: INTEGRATION,
  scopes: ['read'],
  input: z.object({}),
};
const READING = { ...BASICS, effect: 'read' } as const;
const QUIET = defineAction({ ...READING, id: 'bench.quiet', run: async () => 'done' });
const CALLING = defineAction({
  ...READING,
  id: 'bench.calling',
  run: async (api) => (await api.get('/forms')).data,
});
/** The same with the row that it writes before the action, and its update afterwards. */
const CHANGING = defineAction({ ...BASICS, id: 'bench.changing', run: async () => 'done' });

function bareKey({ activity }: TurnContext): string {
  return ownerKey({ kind: 'user', bot: BOT, channel: activity.channelId, tenant: '', user: activity.from.id });
}

/** The same bot around every action's dialog: state in memory, one root dialog, one line as the answer. */
function turns(name: string, channel: Channel, action: Dialog, prepare?: (adapter: BotAdapter) => void): Contestant {
  const state = new ConversationState(new MemoryStorage());
  const dialogs = state.createProperty<DialogState>('dialogs');
  const root = new RootDialog(action);
  prepare?.(channel.adapter);
  const next = wander(PEOPLE);
  const logic = async (context: TurnContext): Promise<void> => {
    await runDialog(root, context, dialogs);
    await state.saveChanges(context, false);
    if (!context.responded) throw new Error(`${name} said nothing`);
  };
  return { name, operation: () => channel.say(next(), logic) };
}

import { join } from 'node:path';
import {
  AgentApplication,
  type AgentApplicationOptions,
  CloudAdapter,
  MemoryStorage,
  type TurnContext,
  type TurnState,
} from '@microsoft/agents-hosting';
import { createAuthorizer, defineAction, silentLogger } from 'latchkey';
import { latchkey } from 'latchkey/agents';
import { z } from 'zod';
import { ownerKey } from '../src/model/owner.ts';
import { ANSWER } from './answer.ts';
import { openBareCredentials } from './bare-credential.ts';
import { messageOf } from './channels.ts';
import { type Contestant, measure, ratioOf } from './measure.ts';
import { integrationOf, startProduct } from './product.ts';
import { compare, judge, named, printComparison, type Verdict } from './report.ts';
import { BOT, INTEGRATION, storeConnections, wander } from './stored-connections.ts';

const PEOPLE = 1_000;
const LIMIT = 'bare SELECT and open (the limit)';
const TWIN = 'the same again';
const LIBRARY = 'Latchkey';
const AUTO = "the SDK's auto sign-in";

const ACTION = defineAction({
  id: 'bench.quiet',
  title: 'Bench',
  purpose: 'be measured',
  integration: INTEGRATION,
  scopes: ['read'],
  effect: 'read',
  input: z.object({}),
  run: async () => 'done',
  answer: () => ({ title: ANSWER }),
});

/** The ready turn over the Microsoft 365 Agents SDK: a route that acts with the person's token and replies with one line. */
export async function benchAgentsTurn(folder: string, short: boolean): Promise<readonly Verdict[]> {
  const product = await startProduct();
  process.env.TOKEN_SERVICE_ENDPOINT = product.url;
  const stored = await storeConnections(join(folder, 'agents.db'), PEOPLE);
  const bare = openBareCredentials(stored);
  const authorizer = await createAuthorizer({
    publicUrl: 'http://127.0.0.1:3978',
    store: stored.setting,
    keys: stored.keys,
    integrations: [integrationOf(product.url)],
    actions: [ACTION],
    allowUnauthenticatedLoopback: true,
    logger: silentLogger,
  });
  const act = async (context: TurnContext, token: string) => {
    if (token.length === 0) throw new Error('no token');
    await context.sendActivity(ANSWER);
  };
  const withBare = (name: string) =>
    turns(name, product.url, {}, (app) =>
      app.onActivity('message', (context) => act(context, bare.accessToken(bareKey(context)))),
    );
  const measured = await measure(
    [
      withBare(LIMIT),
      turns(LIBRARY, product.url, {}, (app) => {
        latchkey(app, authorizer);
        app.onActivity('message', async (context) => void (await authorizer.run(context, ACTION, {})));
      }),
      turns(AUTO, product.url, { authorization: { bench: { name: 'bench' } } }, (app) =>
        app.onActivity(
          'message',
          async (context) => act(context, (await app.authorization.getToken(context, 'bench')).token ?? ''),
          ['bench'],
        ),
      ),
      withBare(TWIN),
    ],
    { rounds: short ? 9 : 31, warmUp: short ? 6 : 12, slices: 4, operations: 60 },
  );
  const comparison = compare('a turn over the Agents SDK', { base: LIMIT, twin: TWIN }, measured);
  printComparison(comparison);
  await authorizer.close();
  bare.close();
  product.close();
  const toAuto = ratioOf(named(measured, LIBRARY).cpu, named(measured, AUTO).cpu).median;
  return [judge("a turn over the Agents SDK, to the SDK's auto sign-in", toAuto, 1, comparison.resolution)];
}

function bareKey({ activity }: TurnContext): string {
  const user = activity.from?.id ?? '';
  return ownerKey({ kind: 'user', bot: BOT, channel: activity.channelId ?? '', tenant: '', user });
}

function turns(
  name: string,
  url: string,
  options: Partial<AgentApplicationOptions<TurnState>>,
  prepare: (app: AgentApplication<TurnState>) => void,
): Contestant {
  const adapter = new CloudAdapter({ clientId: '' });
  const app = new AgentApplication<TurnState>({ adapter, storage: new MemoryStorage(), ...options });
  prepare(app);
  const next = wander(PEOPLE);
  return {
    name,
    operation: async () => {
      let status = 0;
      let hasAnswered = false;
      const response = {
        headersSent: false,
        writableEnded: false,
        status(code: number) {
          status = code;
          return this;
        },
        setHeader() {
          return this;
        },
        send() {
          return this;
        },
        end() {
          return this;
        },
      };
      const body = { ...messageOf(next()), serviceUrl: url };
      await adapter.process({ method: 'POST', headers: {}, body, user: {} }, response, async (context) => {
        await app.run(context);
        hasAnswered = context.responded;
      });
      if (status !== 200 || !hasAnswered) throw new Error(`${name} answered ${status}, and nothing in the chat`);
    },
  };
}

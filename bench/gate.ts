import { type Activity, TestAdapter, TurnContext } from 'botbuilder';
import { botbuilderPort } from '../dialogs/botbuilder-port.ts';
import { senderOf } from '../src/channels/sender.ts';
import { chatPortOf } from '../src/chat/chat-port.ts';
import { hearSecret } from '../src/chat/hear-secret.ts';
import { newTurn } from '../src/chat/turn.ts';
import { secretsIn } from '../src/secrets/secrets-in.ts';
import { startTestAuthorizer } from '../testing/start-test-authorizer.ts';
import { measure, spreadOf } from './measure.ts';
import { judge, printTable, type Verdict } from './report.ts';

const APP_ID = '11111111-2222-4333-8444-555555555555';
/** What both together may cost a turn, in microseconds. */
const LIMIT = 20;

/** What every turn costs before it reaches the bot: who is speaking, by positive proof, and whether the message contains a secret. */
export async function benchGate(_folder: string, short: boolean): Promise<readonly Verdict[]> {
  const adapter = new TestAdapter();
  const sdk = botbuilderPort(adapter);
  const authorizer = await startTestAuthorizer({ integrations: [] });
  const port = chatPortOf(authorizer, 'the bench');
  const settings = { appId: APP_ID, allowUnauthenticatedLoopback: false, trustDirectLineUserIds: false };
  const turnOf = (text: string) => {
    const context = new TurnContext(adapter, message(text));
    context.turnState.set(adapter.BotIdentityKey, { claims: [{ type: 'aud', value: APP_ID }], isAuthenticated: true });
    return context;
  };
  const sentIn = (context: TurnContext) => ({
    activity: context.activity,
    proof: () => sdk.proofOf(context, APP_ID),
    reference: sdk.referenceOf(context),
  });
  const known = senderOf(sentIn(turnOf('hello')), settings);
  if (known.status !== 'known') throw new Error('the bench is not known');
  const identity = (text: string) => {
    const turn = turnOf(text);
    return { name: `who speaks`, operation: async () => senderOf(sentIn(turn), settings) };
  };
  const judged = (name: string, text: string) => {
    const context = turnOf(text);
    const turn = newTurn(context, port, known, 0);
    const operation = async () => {
      if ((await hearSecret(turn, secretsIn(context.activity))) !== 'nothing')
        throw new Error(`${name} is taken for a secret`);
    };
    return { name: `is a secret in it: ${name}`, operation };
  };
  const contestants = [
    identity(SHORT),
    judged('a short message', SHORT),
    judged('a message of three lines', LONG),
    { name: 'nothing (the bench itself)', operation: async () => undefined },
  ];
  const measured = await measure(contestants, { rounds: short ? 9 : 31, warmUp: 4, slices: 5, operations: 2_000 });
  await authorizer.close();
  const spreads = measured.map(({ name, cpu }) => ({ name, ...spreadOf(cpu) }));
  const cost = (at: number) => spreads[at]?.median ?? Number.NaN;
  const nothing = cost(3);
  console.log('\nbefore the bot has the turn');
  printTable(
    ['', 'CPU µs', 'middle half'],
    spreads.map(({ name, low, median, high }) => [name, median.toFixed(2), `${low.toFixed(2)}–${high.toFixed(2)}`]),
  );
  const resolution = Math.max(...spreads.map(({ low, median, high }) => (high - low) / median));
  console.log(`  this run can distinguish values that differ by ${(resolution * 100).toFixed(1)} %`);
  const both = cost(0) + Math.max(cost(1), cost(2)) - 2 * nothing;
  return [judge('positive proof of identity and the judge of secrets together, µs', both, LIMIT, resolution)];
}

const SHORT = 'show my forms';
const LONG = `Hi, could you look at ticket 4711 please?
Jane says that the printer on the second floor is broken again, see https://acme.example.com/tickets/4711?view=all
Thanks, Bob`;

/** A message as Teams sends it, with its copy in HTML and its own data. */
function message(text: string): Activity {
  return {
    type: 'message',
    id: '1732700000000',
    channelId: 'msteams',
    serviceUrl: 'https://smba.example.com/emea/',
    timestamp: new Date(0),
    from: { id: '29:1aB3dE6gH9jK2mN5pQ8', name: 'Jane Doe', aadObjectId: '123e4567-e89b-42d3-a456-426614174000' },
    recipient: { id: `28:${APP_ID}`, name: 'Bot' },
    conversation: {
      id: 'a:1qB3dE6gH9jK2mN5pQ8',
      conversationType: 'personal',
      tenantId: 'acme',
      isGroup: false,
      name: '',
    },
    text,
    textFormat: 'plain',
    attachments: [{ contentType: 'text/html', content: `<div><div>${text}</div></div>` }],
    entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web' }],
    channelData: { tenant: { id: 'acme' }, legacy: { replyToId: '1:1aB3dE6gH9' } },
    locale: 'en-GB',
  } as Partial<Activity> as Activity;
}

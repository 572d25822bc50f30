import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeHeapSnapshot } from 'node:v8';
import type { Activity, ResourceResponse, TurnContext } from 'botbuilder';
import { type Authorizer, createAuthorizer, defineAction, z } from 'latchkey';
import { authorizerMiddleware } from 'latchkey/dialogs';
import { RecordingAdapter } from 'latchkey/testing';
import { formsOf } from '../journeys/forms-of.ts';
import { type Given, keyRing, type Order, type Told } from './bot-orders.ts';
import { acmeAt, keyedAt } from './counting-product.ts';
import { mortalSteps } from './mortal-steps.ts';

/** A bot that is a process of its own, and does what it is told to over the channel of `fork`. */
const steps = mortalSteps();

/** Something that changes the product, and something that reads it. */
function actionsAt(integration: string, what: string, counted: string, scopes: readonly string[]) {
  const make = defineAction({
    id: `${integration}.make`,
    title: `Make ${what}`,
    purpose: `make ${what}`,
    integration,
    scopes,
    input: z.object({}),
    phrases: [new RegExp(`^make ${what}$`, 'i')],
    run: async (api) => void (await api.post('/make', {})),
    answer: () => ({ title: `Made ${what}` }),
  });
  const count = defineAction({
    id: `${integration}.count`,
    title: `Count ${counted}`,
    purpose: `count ${counted}`,
    integration,
    scopes,
    effect: 'read',
    input: z.object({}),
    phrases: [new RegExp(`^count ${counted}$`, 'i')],
    run: async (api) => (await api.get('/me')).status,
    answer: () => ({ title: 'There are 3' }),
  });
  return [make, count];
}

const actions = [...actionsAt('acme', 'tea', 'them', ['read']), ...actionsAt('beta', 'coffee', 'cups', [])];

/** A channel that has a message from the moment it is told, whatever becomes of the process. */
class ToldAdapter extends RecordingAdapter {
  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const sent = await super.sendActivities(context, activities);
    for (const [at, activity] of activities.entries()) {
      if (activity.type !== 'message') continue;
      steps.step('say');
      const conversation = context.activity.conversation.id;
      await tell({ said: { ...activity, id: sent[at]?.id ?? '' }, conversation });
      steps.step('said');
    }
    // it keeps nothing of what was said
    this.take(context.activity.conversation.id);
    return sent;
  }
}

interface Running {
  readonly authorizer: Authorizer;
  readonly adapter: ToldAdapter;
  readonly stepsFile: string;
}
let running: Running | undefined;
let later = 0;

async function open(order: Extract<Order, { readonly verb: 'open' }>): Promise<string> {
  later = order.later;
  const authorizer = await createAuthorizer({
    publicUrl: order.publicUrl,
    store: order.store,
    keys: keyRing(order.ring),
    integrations: [acmeAt(order.product, order.ends), keyedAt(order.product)],
    actions,
    appId: 'test-app',
    logger: () => {},
    now: () => Date.now() + later,
    requestsPerMinute: 1_000_000,
    auditDays: 1,
  });
  const adapter = new ToldAdapter();
  adapter.use(authorizerMiddleware(authorizer, { adapter }));
  const pages = authorizer.handler();
  const server = createServer((request, response) => void pages(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  running = { authorizer, adapter, stepsFile: order.stepsFile };
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const actor = { name: 'olivia' };

async function obey(order: Order): Promise<string> {
  if (order.verb === 'open') return open(order);
  if (running === undefined) throw new Error('not open');
  const { authorizer, adapter, stepsFile } = running;
  switch (order.verb) {
    case 'turn':
      await adapter.receive(order.activity, (context) => authorizer.converse(context, { actions }));
      return '';
    case 'later':
      later = order.later;
      return '';
    case 'round':
      await authorizer.sweep();
      await authorizer.deliver();
      return '';
    case 'doom':
      steps.doom(order.left, stepsFile);
      return '';
    case 'forget':
      await authorizer.operator.forgetOwner({
        actor,
        owner: { kind: 'user', bot: 'test-app', channel: 'test', tenant: '', user: order.user },
      });
      return '';
    case 'revoke': {
      const all = await authorizer.operator.listConnections({ integration: 'acme', limit: 500 });
      for (const { id, owner } of all) {
        if (owner.kind === 'user' && owner.user === order.user)
          await authorizer.operator.revokeConnection({ actor, id });
      }
      return '';
    }
    case 'usage':
      globalThis.gc?.();
      return `${process.memoryUsage().heapUsed} ${process.getActiveResourcesInfo().length}`;
    case 'heap': {
      const kept = formsOf(order.kept).map(([, bytes]) => bytes.toString('latin1'));
      writeHeapSnapshot(order.file);
      return `${kept.length}`;
    }
    case 'rotate':
      return (await authorizer.operator.rotateKeys({ actor })).status;
  }
}

function tell(told: Told): Promise<void> {
  return new Promise((resolve) => process.send?.(told, () => resolve()));
}

process.on('message', async ({ answers, order }: Given) => {
  try {
    await tell({ answers, result: await obey(order) });
  } catch (error) {
    await tell({ answers, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
process.on('disconnect', () => process.exit());

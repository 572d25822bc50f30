import type { TurnContext } from 'botbuilder';
import type { Authorizer } from '../src/index.ts';
import { connectionsCard } from './cards.ts';
import { say, show } from './say.ts';
import { saidIn, turnOf } from './turn.ts';
import { englishWords, type Words } from './words.ts';

/** Answers `connections` and `disconnect <product>`; true when the message was one of them. */
export async function manageConnections(
  context: TurnContext,
  authorizer: Authorizer,
  words: Words = englishWords,
): Promise<boolean> {
  const said = saidIn(context);
  const disconnected = words.disconnect.exec(said)?.[1];
  if (disconnected === undefined && !words.connections.test(said)) return false;
  const { sender } = turnOf(context);
  if (sender.status === 'refused') {
    await say(context, authorizer.texts.notAllowed(authorizer.settings.contact));
    return true;
  }
  if (disconnected !== undefined) await disconnect(context, authorizer, sender.owner, disconnected);
  else await listConnections(context, authorizer, sender);
  return true;
}

type Owner = Parameters<Authorizer['listConnections']>[0];

async function listConnections(
  context: TurnContext,
  authorizer: Authorizer,
  sender: { readonly owner: Owner; readonly conversation: { readonly kind: 'personal' | 'group' } },
): Promise<void> {
  const { texts } = authorizer;
  // account names are nobody else's business
  if (sender.conversation.kind !== 'personal') return say(context, texts.groupRefused);
  const connections = await authorizer.listConnections(sender.owner);
  if (connections.length === 0) return say(context, texts.noConnections);
  const nameOf = (id: string) => authorizer.integration(id)?.name ?? id;
  const products = [...new Set(connections.map((connection) => connection.integration))];
  const card = connectionsCard(connections, nameOf, texts);
  return show(
    context,
    card,
    texts.connectionsTitle,
    products.map((id) => `disconnect ${id}`),
  );
}

async function disconnect(context: TurnContext, authorizer: Authorizer, owner: Owner, named: string): Promise<void> {
  const { texts } = authorizer;
  const wanted = named.trim().toLowerCase();
  const integration = authorizer.integrations.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted);
  if (integration === undefined) return say(context, texts.unknownProduct(named.trim().slice(0, 40)));
  const outcome = await authorizer.disconnect({ owner, integration: integration.id });
  if (outcome.status === 'not_connected') return say(context, texts.notConnected(integration.name));
  return say(context, texts.disconnected(integration.name, outcome.atProduct, outcome.manageUrl));
}

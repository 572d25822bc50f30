import type { Authorizer } from '../authorizer.ts';
import type { CardItem } from '../channels/message.ts';
import { connectionNamed, type NamedConnection, namesToChoose, productNamed } from '../flows/connection-named.ts';
import type { ListedConnection } from '../flows/list-connections.ts';
import type { GrantedPlace } from '../flows/relocate-connection.ts';
import { LANGUAGES } from '../languages/language-tag.ts';
import { accountName } from '../model/connection-name.ts';
import type { PublicIntegration } from '../model/public-profile.ts';
import { isolatedName } from '../model/shown-name.ts';
import type { Words } from '../model/words.ts';
import type { Texts } from '../texts/texts.ts';
import { productName } from './errand-title.ts';
import { say, show } from './say.ts';
import type { ChatTurn } from './sdk.ts';
import type { Sender } from './sender.ts';
import { contactIn, saidIn, turnOf } from './turn.ts';
import { wordsIn, wordsOf } from './words-in.ts';

/**
 * Handles `connections`, `use <product> <account or site>` and `disconnect <product> [<account or site>]`; true if the
 * message was one of them. `connect <product>` needs a dialog: see `askedConnection`.
 */
export async function manageConnections(
  context: ChatTurn,
  authorizer: Authorizer,
  words: Words = wordsOf(context),
): Promise<boolean> {
  const said = saidIn(context);
  const disconnected = words.disconnect.exec(said)?.[1];
  const used = words.use.exec(said)?.[1];
  if (disconnected === undefined && used === undefined && !words.connections.test(said)) return false;
  const { sender } = turnOf(context);
  if (sender.status === 'refused') {
    await say(context, turnOf(context).texts.notAllowed(contactIn(context, authorizer)));
    return true;
  }
  if (disconnected !== undefined) await disconnect(context, authorizer, sender, disconnected);
  else if (used !== undefined) await use(context, authorizer, sender, used);
  else await list(context, authorizer, sender);
  return true;
}

/** Is it one of them, also where the bot has just asked for something else? Only with a product that is known. */
export function isAboutConnections(said: string, authorizer: Authorizer, words: Words): boolean {
  const named = words.disconnect.exec(said)?.[1] ?? words.use.exec(said)?.[1];
  if (named === undefined) return words.connections.test(said);
  return productNamed(authorizer.integrations, named).integration !== undefined;
}

/**
 * The product that `connect <product>` or `reconnect <product>` names, for an AuthorizeDialog to begin with.
 *
 * @param words default: those of every language, because the message alone does not say which one it is in
 */
export function askedConnection(
  said: string | undefined,
  authorizer: Authorizer,
  words?: Words,
): PublicIntegration | undefined {
  const sentence = (said ?? '').trim();
  const known = words === undefined ? LANGUAGES.map(wordsIn) : [words];
  for (const { connect } of known) {
    const named = connect.exec(sentence)?.[1];
    const product = named === undefined ? undefined : productNamed(authorizer.integrations, named).integration;
    if (product !== undefined) return product;
  }
  return undefined;
}

type Known = Extract<Sender, { status: 'known' }>;

async function list(context: ChatTurn, authorizer: Authorizer, sender: Known): Promise<void> {
  const { texts } = turnOf(context);
  // account names are nobody else's business
  if (sender.conversation.kind !== 'personal') return say(context, texts.connectionsInGroup);
  const connections = await authorizer.listConnections(sender.owner);
  if (connections.length === 0) return say(context, texts.noConnections);
  const items = connections.map((connection) => itemOf(connection, connections, authorizer, texts));
  await show(context, { card: { title: texts.connectionsTitle, items }, suggestions: suggestions(connections, texts) });
}

function itemOf(
  connection: ListedConnection,
  all: readonly ListedConnection[],
  authorizer: Authorizer,
  texts: Texts,
): CardItem {
  const several = all.filter((other) => other.integration === connection.integration).length > 1;
  const parts = [
    connection.place === connection.account.label ? undefined : connection.place,
    texts.connectionState(connection.status),
    several && connection.isDefault ? texts.connectionInUse : undefined,
  ];
  return {
    title: `${productName(authorizer, connection.integration)}: ${isolatedName(connection.account.label)}`,
    subtitle: parts.filter(Boolean).join(' · '),
  };
}

/** What can be done next, as sentences that do it. */
function suggestions(connections: readonly ListedConnection[], texts: Texts): readonly string[] {
  const all = connections.flatMap((connection) => {
    const { integration, status, isDefault } = connection;
    const several = connections.filter((other) => other.integration === integration).length > 1;
    const named = several ? `${integration} ${connection.name}` : integration;
    return [
      ...(status === 'needs_reauth' ? [texts.sayReconnect(integration)] : []),
      ...(several && !isDefault ? [texts.sayUse(named)] : []),
      texts.sayDisconnect(named),
    ];
  });
  // whoever signs in says which of several is connected again
  return [...new Set(all)];
}

async function use(context: ChatTurn, authorizer: Authorizer, sender: Known, named: string): Promise<void> {
  const { texts } = turnOf(context);
  const found = connectionNamed(authorizer.integrations, await authorizer.listConnections(sender.owner), named);
  if (found.status === 'unnamed') return useSite(context, authorizer, sender, found);
  if (found.status !== 'found') return sayNotFound(context, sender, found, 'sayUse');
  await authorizer.useConnection({ owner: sender.owner, connectionId: found.connection.id });
  return say(context, texts.nowUsing(found.integration.name, found.connection.name));
}

/** No connection has this name; but what was granted may reach a site that has. */
async function useSite(
  context: ChatTurn,
  authorizer: Authorizer,
  sender: Known,
  unnamed: Extract<NamedConnection, { status: 'unnamed' }>,
): Promise<void> {
  const { texts } = turnOf(context);
  const { id, name } = unnamed.integration;
  const outcome = await authorizer.useSite({ owner: sender.owner, integration: id, named: unnamed.name });
  switch (outcome.status) {
    case 'switched':
      return say(context, texts.nowUsing(name, accountName(outcome.connection)));
    case 'no_such_site':
      return sayNotFound(context, sender, unnamed, 'sayUse', outcome.places);
    case 'site_refused':
      return say(context, texts.siteRefused(name, outcome.site.name));
    case 'unreachable':
      return say(context, texts.siteUnreachable(name));
    case 'needs_authorization':
      return say(context, texts.connectionEnded(name, texts.connectPurpose), [texts.sayReconnect(id)]);
    case 'not_connected':
      return say(context, texts.notConnected(name));
    case 'refused':
      return say(context, texts.actionFailed(name, { why: outcome.why, ref: '' }, contactIn(context, authorizer)));
  }
}

async function disconnect(context: ChatTurn, authorizer: Authorizer, sender: Known, named: string): Promise<void> {
  const { texts } = turnOf(context);
  const found = connectionNamed(authorizer.integrations, await authorizer.listConnections(sender.owner), named);
  if (found.status !== 'found') return sayNotFound(context, sender, found, 'sayDisconnect');
  const { integration, connection } = found;
  const { owner } = sender;
  const outcome = await authorizer.disconnect({ owner, integration: integration.id, connectionId: connection.id });
  if (outcome.status === 'not_connected') return say(context, texts.notConnected(integration.name));
  return say(context, texts.disconnected(integration.name, outcome.atProduct, outcome.manageUrl));
}

function sayNotFound(
  context: ChatTurn,
  { conversation }: Known,
  found: Exclude<NamedConnection, { status: 'found' }>,
  verb: 'sayUse' | 'sayDisconnect',
  alsoGranted: readonly GrantedPlace[] = [],
): Promise<void> {
  const { texts } = turnOf(context);
  if (found.status === 'unknown_product') return say(context, texts.unknownProduct(found.name));
  if (found.status === 'none') return say(context, texts.notConnected(found.integration.name));
  const { id, name } = found.integration;
  // account names are nobody else's business
  const names = conversation.kind === 'personal' ? namesToChoose(found, alsoGranted) : [];
  const text = found.status === 'several' ? texts.whichConnection(name) : texts.noSuchAccount(name, names);
  return say(
    context,
    text,
    names.map((one) => texts[verb](`${id} ${one}`)),
  );
}

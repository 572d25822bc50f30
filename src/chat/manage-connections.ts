import type { CardItem } from '../channels/message.ts';
import { messageIdOf } from '../channels/message-id.ts';
import { connectionNamed, type NamedConnection, namesToChoose } from '../flows/connection-named.ts';
import { type ConnectionsAsked, connectionsAsked } from '../flows/connections-asked.ts';
import { disconnect } from '../flows/disconnect.ts';
import { type ListedConnection, listConnections } from '../flows/list-connections.ts';
import type { GrantedPlace } from '../flows/relocate-connection.ts';
import { useConnection } from '../flows/use-connection.ts';
import { useSite } from '../flows/use-site.ts';
import { accountName } from '../model/connection-name.ts';
import type { Owner } from '../model/owner.ts';
import { isolatedName } from '../model/shown-name.ts';
import { heardElsewhere } from './heard-elsewhere.ts';
import { say, show } from './say.ts';
import { contactIn, productName, saidIn, type Turn, wordsOf } from './turn.ts';

/** Handles `connections`, `use` and `disconnect`; true if the message was one of them. */
export async function manage(turn: Turn): Promise<boolean> {
  const asked = connectionsAsked(saidIn(turn), wordsOf(turn));
  if (asked === undefined) return false;
  const { sender, texts } = turn;
  if (sender.status === 'refused') await say(turn, texts.notAllowed(contactIn(turn)));
  else if (asked.what === 'list') await list(turn, sender.owner);
  else if (!(await heardElsewhere(turn))) await change(turn, sender, asked);
  return true;
}

async function list(turn: Turn, owner: Owner): Promise<void> {
  const { texts, services, sender } = turn;
  // others must not read account names
  if (sender.conversation.kind !== 'personal') return say(turn, texts.connectionsInGroup);
  const all = await listConnections(services, owner);
  if (all.length === 0) return say(turn, texts.noConnections);
  const shown = all.map((connection) => {
    const isOneOfSeveral = all.filter(({ integration }) => integration === connection.integration).length > 1;
    return { item: itemOf(turn, connection, isOneOfSeveral), next: nextFor(turn, connection, isOneOfSeveral) };
  });
  const card = { title: texts.connectionsTitle, items: shown.map(({ item }) => item) };
  // several of one product share a suggestion to reconnect: which one it is depends on who signs in
  await show(turn, { card, suggestions: [...new Set(shown.flatMap(({ next }) => next))] });
}

function itemOf(turn: Turn, connection: ListedConnection, isOneOfSeveral: boolean): CardItem {
  const { integration, account, place, status, isDefault } = connection;
  const parts = [
    place === account.label ? undefined : place,
    turn.texts.connectionState(status),
    isOneOfSeveral && isDefault ? turn.texts.connectionInUse : undefined,
  ];
  return {
    title: `${productName(turn, integration)}: ${isolatedName(account.label)}`,
    subtitle: parts.filter(Boolean).join(' · '),
  };
}

/** What the person can say to change this connection. */
function nextFor({ texts }: Turn, connection: ListedConnection, isOneOfSeveral: boolean): readonly string[] {
  const { integration, status, isDefault, name } = connection;
  const named = isOneOfSeveral ? `${integration} ${name}` : integration;
  return [
    ...(status === 'needs_reauth' ? [texts.sayReconnect(integration)] : []),
    ...(isOneOfSeveral && !isDefault ? [texts.sayUse(named)] : []),
    texts.sayDisconnect(named),
  ];
}

type Known = Extract<Turn['sender'], { status: 'known' }>;
type Change = Exclude<ConnectionsAsked, { what: 'list' }>;

async function change(turn: Turn, { owner, name, conversation }: Known, { what, named }: Change): Promise<void> {
  const { services, texts, context } = turn;
  const found = connectionNamed(services.declared, await listConnections(services, owner), named);
  if (found.status === 'unnamed' && what === 'use') return useGranted(turn, owner, found);
  if (found.status !== 'found') return (await heardElsewhere(turn)) ? undefined : sayNotFound(turn, found, what);
  const { integration, connection } = found;
  const message = { activityId: messageIdOf(context.activity), conversation, ownerName: name };
  if (what === 'use') {
    await useConnection(services, { owner, connectionId: connection.id, message });
    return say(turn, texts.nowUsing(integration.name, connection.name));
  }
  const outcome = await disconnect(services, {
    ...{ owner, integration: integration.id, connectionId: connection.id, message },
  });
  if (outcome.status === 'not_connected') {
    // another process got the same message at the same moment
    return (await heardElsewhere(turn)) ? undefined : say(turn, texts.notConnected(integration.name));
  }
  return say(turn, texts.disconnected(integration.name, outcome.atProduct, outcome.manageUrl));
}

/** No connection has this name, but a grant may reach a site that has. */
async function useGranted(
  turn: Turn,
  owner: Owner,
  unnamed: Extract<NamedConnection, { status: 'unnamed' }>,
): Promise<void> {
  const { services, texts } = turn;
  const { id, name } = unnamed.integration;
  const outcome = await useSite(services, { owner, integration: id, named: unnamed.name });
  switch (outcome.status) {
    case 'switched':
      return say(turn, texts.nowUsing(name, accountName(outcome.connection)));
    case 'no_such_site':
      return sayNotFound(turn, unnamed, 'use', outcome.places);
    case 'site_refused':
      return say(turn, texts.siteRefused(name, outcome.site.name));
    case 'unreachable':
      return say(turn, texts.siteUnreachable(name));
    case 'needs_authorization':
      return say(turn, texts.connectionEnded(name, texts.connectPurpose), [texts.sayReconnect(id)]);
    case 'not_connected':
      return say(turn, texts.notConnected(name));
    case 'refused':
      return say(turn, texts.actionFailed(name, { why: outcome.why, ref: '' }, contactIn(turn)));
  }
}

function sayNotFound(
  turn: Turn,
  found: Exclude<NamedConnection, { status: 'found' }>,
  what: Change['what'],
  alsoGranted: readonly GrantedPlace[] = [],
): Promise<void> {
  const { texts, sender } = turn;
  if (found.status === 'unknown_product') return say(turn, texts.unknownProduct(found.name));
  const { id, name } = found.integration;
  if (found.status === 'none') return say(turn, texts.notConnected(name));
  // others must not read account names
  const names = sender.conversation.kind === 'personal' ? namesToChoose(found, alsoGranted) : [];
  const text = found.status === 'several' ? texts.whichConnection(name) : texts.noSuchAccount(name, names);
  const sayThat = what === 'use' ? texts.sayUse : texts.sayDisconnect;
  return say(
    turn,
    text,
    names.map((one) => sayThat(`${id} ${one}`)),
  );
}

import type { Authorizer } from '../authorizer.ts';
import type { PublicAuthorization } from '../model/public-authorization.ts';
import { askForAccess } from './ask-for-access.ts';
import { say, sayCannotConnect } from './say.ts';
import type { ChatTurn } from './sdk.ts';
import type { Sender } from './sender.ts';
import { saidIn, turnOf } from './turn.ts';
import { englishWords, type Words } from './words.ts';

/**
 * Answers `cancel` and `new link` while the person is asked to connect something here; true when the message was one of
 * them. For bots that use `authorizer.run`: the dialogs hear both by themselves.
 */
export async function manageAuthorizations(
  context: ChatTurn,
  authorizer: Authorizer,
  words: Words = englishWords,
): Promise<boolean> {
  const said = saidIn(context);
  const cancels = words.cancel.test(said);
  if (!cancels && !words.again.test(said)) return false;
  const { sender } = turnOf(context);
  if (sender.status === 'refused') return false;
  const open = await newestOpen(authorizer, sender);
  if (open === undefined) return false;
  if (cancels) await cancel(context, authorizer, open);
  else await askAgain(context, authorizer, open);
  return true;
}

type Known = Extract<Sender, { status: 'known' }>;

async function newestOpen(authorizer: Authorizer, sender: Known): Promise<PublicAuthorization | undefined> {
  const open = await authorizer.openAuthorizations(sender.owner);
  return open.findLast((attempt) => attempt.conversation.key === sender.conversation.key);
}

async function cancel(context: ChatTurn, authorizer: Authorizer, open: PublicAuthorization): Promise<void> {
  const { owner, id: authorizationId } = open;
  await authorizer.cancelAuthorization({ owner, authorizationId });
  await say(context, authorizer.texts.cancelled);
}

/** With a link of its own; what waits for the older attempt waits for the new one. */
async function askAgain(context: ChatTurn, authorizer: Authorizer, open: PublicAuthorization): Promise<void> {
  const { owner, ownerName, conversation, integration, profile, purpose, scopes, replaces } = open;
  const begun = await authorizer.beginAuthorization({
    owner,
    ownerName,
    conversation,
    integration,
    profile,
    purpose,
    scopes,
    ...(replaces === undefined ? {} : { replaces }),
    restart: true,
  });
  if (begun.status === 'refused') await sayCannotConnect(context, authorizer, integration, begun.why);
  if (begun.status === 'too_many') await say(context, authorizer.texts.tooMany(begun.minutes));
  if (begun.status === 'begun') await askForAccess(context, authorizer, begun, { reason: 'none' });
}

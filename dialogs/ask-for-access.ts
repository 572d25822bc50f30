import type { TurnContext } from 'botbuilder';
import type { Authorizer, BeginOutcome } from '../src/index.ts';
import { credentialCard, linkCard } from './cards.ts';
import { say, show } from './say.ts';

/** Why access is needed now. */
export type AccessReason = 'none' | 'ended' | 'scope';

/** The one prompt: names the product and the reason, with the fields where the chat takes them, and always with the link. */
export async function askForAccess(
  context: TurnContext,
  authorizer: Authorizer,
  begun: Extract<BeginOutcome, { status: 'begun' }>,
  reason: AccessReason,
): Promise<void> {
  const { texts } = authorizer;
  const { authorization, link, fields } = begun;
  const product = authorizer.integration(authorization.integration)?.name ?? authorization.integration;
  const title = texts.connectButton(product);
  await say(context, whyText(authorizer, product, authorization.purpose, reason));
  if (fields === undefined) {
    const explain = authorizer.settings.confirm === 'none' ? texts.linkExplanationNoCode : texts.linkExplanation;
    const card = linkCard({ title, text: explain(product), button: title, link });
    await show(context, card, title, SUGGESTIONS);
    return;
  }
  const text = texts.credentialExplanation(product);
  const card = credentialCard({ title, text, authorizationId: authorization.id, fields, link, texts });
  await show(context, card, title, SUGGESTIONS);
}

const SUGGESTIONS = ['new link', 'cancel'];

function whyText(authorizer: Authorizer, product: string, purpose: string, reason: AccessReason): string {
  const { texts } = authorizer;
  if (reason === 'ended') return texts.connectionEnded(product, purpose);
  return reason === 'scope' ? texts.needsMoreAccess(product, purpose) : texts.needsAccess(product, purpose);
}

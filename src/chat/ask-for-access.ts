import type { Authorizer } from '../authorizer.ts';
import type { BeginOutcome } from '../flows/begin-authorization.ts';
import type { Authorization } from '../model/authorization.ts';
import { credentialCard, linkCard } from './cards.ts';
import { say, show } from './say.ts';
import type { ChatTurn } from './sdk.ts';

/** Why access is needed now. */
export type AccessReason = 'none' | 'ended' | 'scope';

interface Why {
  readonly reason: AccessReason;
  readonly missingScopes?: readonly string[] | undefined;
}

/**
 * The one prompt: names the product and the reason, with the fields where the chat takes them, and always with the link.
 * Gives the id of its card.
 *
 * @param why absent where it has just been said, with the question how to connect
 */
export async function askForAccess(
  context: ChatTurn,
  authorizer: Authorizer,
  begun: Extract<BeginOutcome, { status: 'begun' }>,
  why?: Why,
): Promise<string | undefined> {
  const { texts } = authorizer;
  const { authorization, link, fields } = begun;
  const integration = authorizer.integration(authorization.integration);
  const product = integration?.name ?? authorization.integration;
  const title = texts.connectButton(product);
  if (why !== undefined) await say(context, whyText(authorizer, begun, why));
  const endsOn = integration?.profiles.find(({ id }) => id === authorization.profile)?.endsOn;
  if (endsOn !== undefined)
    await say(context, texts.methodEnds(methodTitle(authorizer, authorization), endsOn, product));
  if (fields === undefined) {
    const explain = authorizer.settings.confirm === 'none' ? texts.linkExplanationNoCode : texts.linkExplanation;
    const card = linkCard({ title, text: explain(product), button: title, link });
    return show(context, card, title, [texts.sayNewLink, texts.sayCancel]);
  }
  const text = texts.credentialExplanation(product);
  const card = credentialCard({ title, text, authorizationId: authorization.id, fields, link, texts });
  return show(context, card, title, [texts.sayStartOver, texts.sayCancel]);
}

function whyText(
  { texts, integration }: Authorizer,
  { authorization: { integration: id, purpose } }: Extract<BeginOutcome, { status: 'begun' }>,
  why: Why,
): string {
  const known = integration(id);
  const product = known?.name ?? id;
  if (why.reason === 'ended') return texts.connectionEnded(product, purpose);
  if (why.reason === 'none') return texts.needsAccess(product, purpose);
  const permissions = (why.missingScopes ?? []).map((scope) => known?.scopeTexts?.[scope] ?? scope);
  return texts.needsMoreAccess(product, purpose, permissions);
}

function methodTitle({ integration }: Authorizer, authorization: Authorization): string {
  const profiles = integration(authorization.integration)?.profiles ?? [];
  return profiles.find(({ id }) => id === authorization.profile)?.title ?? authorization.profile;
}

import type { Errand } from '../model/errand.ts';
import type { PublicAuthorization } from '../model/public-authorization.ts';
import { asksInChat } from './ask-for-access.ts';
import { productName } from './errand-title.ts';
import { say } from './say.ts';
import type { Talk } from './talk.ts';
import { turnOf } from './turn.ts';

/** Of what has to be done to connect: type the code, fill in the card for a key, or open the link. */
export async function remind(
  { context, authorizer }: Talk,
  errand: Errand & { readonly status: 'waiting' },
  isHelp: boolean,
): Promise<void> {
  const { texts } = turnOf(context);
  const attempt = await authorizer.authorizationById(errand.authorizationId);
  const product = productName(authorizer, errand.integration);
  const next = [texts.sayNewLink, texts.sayCancel];
  if (attempt !== undefined && awaitsCode(attempt)) return say(context, texts.awaitingCode(product), next);
  if (attempt === undefined || !asksInChat(context, authorizer, attempt)) {
    return say(context, isHelp ? texts.connectHelp(product) : texts.stillWaiting(product), next);
  }
  const text = isHelp ? texts.connectHelpForKey(product) : texts.stillWaitingForKey(product);
  return say(context, text, [texts.sayStartOver, texts.sayCancel]);
}

/** The page shows the code: whatever else had to be said there is said. */
function awaitsCode(attempt: PublicAuthorization): boolean {
  return 'awaitsCode' in attempt && attempt.awaitsCode;
}

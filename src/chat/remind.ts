import { needsSite } from '../model/authorization.ts';
import type { Errand } from '../model/errand.ts';
import { asksInChat } from './offer-access.ts';
import { say } from './say.ts';
import { productName, type Turn } from './turn.ts';

/** Of what has to be done to connect: type the code, fill in the card for a key, or open the link. */
export async function remind(
  turn: Turn,
  errand: Errand & { readonly status: 'waiting' },
  isHelp: boolean,
): Promise<void> {
  const { texts, services } = turn;
  const attempt = await services.vault.authorizations.byId(errand.authorizationId);
  const product = productName(turn, errand.integration);
  const next = [texts.sayNewLink, texts.sayCancel];
  // the page shows the code: whatever else had to be said there is said
  if (attempt?.status === 'quarantined' && !needsSite(attempt)) return say(turn, texts.awaitingCode(product), next);
  if (attempt === undefined || !asksInChat(turn, attempt)) {
    return say(turn, isHelp ? texts.connectHelp(product) : texts.stillWaiting(product), next);
  }
  const text = isHelp ? texts.connectHelpForKey(product) : texts.stillWaitingForKey(product);
  return say(turn, text, [texts.sayStartOver, texts.sayCancel]);
}

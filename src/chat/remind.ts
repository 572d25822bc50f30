import { needsSite } from '../model/authorization.ts';
import type { Errand } from '../model/errand.ts';
import { asksInChat } from './offer-access.ts';
import { say } from './say.ts';
import { productName, type Turn } from './turn.ts';

/** Reminds the person of what connecting still takes: typing the code, filling in the card, or opening the link. */
export async function remind(
  turn: Turn,
  errand: Errand & { readonly status: 'waiting' },
  isHelp: boolean,
): Promise<void> {
  const { texts, services } = turn;
  const attempt = await services.vault.authorizations.byId(errand.authorizationId);
  const product = productName(turn, errand.integration);
  const next = [texts.sayNewLink, texts.sayCancel];
  // the page shows the code and asks for nothing more
  if (attempt?.status === 'quarantined' && !needsSite(attempt)) return say(turn, texts.awaitingCode(product), next);
  if (attempt === undefined || !asksInChat(turn, attempt)) {
    return say(turn, isHelp ? texts.connectHelp(product) : texts.stillWaiting(product), next);
  }
  const text = isHelp ? texts.connectHelpForKey(product) : texts.stillWaitingForKey(product);
  return say(turn, text, [texts.sayStartOver, texts.sayCancel]);
}

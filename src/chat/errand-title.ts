import { actionOf } from '../flows/errand-action.ts';
import type { Errand } from '../model/errand.ts';
import { productName, type Turn } from './turn.ts';

/** The title of the errand's action; without one, that of the button to connect its product. */
export function titleOf(turn: Turn, errand: Errand): string {
  const { services, texts, inWords } = turn;
  const title = actionOf(services, errand)?.title;
  return title === undefined ? texts.connectButton(productName(turn, errand.integration)) : inWords(title);
}

/** Its title, followed by the product unless the title names it. */
export function whatOf(turn: Turn, errand: Errand): string {
  const [title, product] = [titleOf(turn, errand), productName(turn, errand.integration)];
  return title.toLowerCase().includes(product.toLowerCase()) ? title : `${title} · ${product}`;
}

/** Completes "I need access to Jira to …". Empty if this version of the bot does not have the action. */
export function purposeOf({ services, inWords }: Turn, errand: Errand): string {
  return inWords(errand.connect?.purpose ?? actionOf(services, errand)?.purpose ?? '');
}

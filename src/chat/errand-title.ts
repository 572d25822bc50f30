import { actionOf } from '../flows/errand-action.ts';
import type { Errand } from '../model/errand.ts';
import { productName, type Turn } from './turn.ts';

/** The errand as one of its actions, or what it is to connect, is called. */
export function titleOf(turn: Turn, errand: Errand): string {
  const { services, texts, inWords } = turn;
  const title = actionOf(services, errand)?.title;
  return title === undefined ? texts.connectButton(productName(turn, errand.integration)) : inWords(title);
}

/** Its title, with the product where the title does not name it. */
export function whatOf(turn: Turn, errand: Errand): string {
  const [title, product] = [titleOf(turn, errand), productName(turn, errand.integration)];
  return title.toLowerCase().includes(product.toLowerCase()) ? title : `${title} · ${product}`;
}

/** Completes "I need access to Jira to …". Empty for the action of another version. */
export function purposeOf({ services, inWords }: Turn, errand: Errand): string {
  return inWords(errand.connect?.purpose ?? actionOf(services, errand)?.purpose ?? '');
}

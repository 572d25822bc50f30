import type { Authorizer } from '../authorizer.ts';
import type { Errand } from '../model/errand.ts';
import type { Turn } from './turn.ts';

type Spoken = Pick<Turn, 'texts' | 'inWords'>;

/** The errand as one of its actions, or what it is to connect, is called. */
export function titleOf(errand: Errand, authorizer: Authorizer, { texts, inWords }: Spoken): string {
  const title = errand.actionId === undefined ? undefined : authorizer.action(errand.actionId)?.title;
  return title === undefined ? texts.connectButton(productName(authorizer, errand.integration)) : inWords(title);
}

/** Its title, with the product where the title does not name it. */
export function whatOf(errand: Errand, authorizer: Authorizer, spoken: Spoken): string {
  const [title, product] = [titleOf(errand, authorizer, spoken), productName(authorizer, errand.integration)];
  return title.toLowerCase().includes(product.toLowerCase()) ? title : `${title} · ${product}`;
}

/** What people call a product; one that was taken out of the bot by its id. */
export function productName(authorizer: Pick<Authorizer, 'integration'>, integration: string): string {
  return authorizer.integration(integration)?.name ?? integration;
}

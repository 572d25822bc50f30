import type { Api } from '../model/action.ts';
import { productLink } from './product-link.ts';

/** Where people fill in a form: at Jotform (`form.jotform.com`, `eu.jotform.com`), or on the account's own host. */
export function formLink(api: Api, link: unknown): string {
  return productLink(api, link, ['jotform.com', 'jotformeu.com', 'jotformpro.com', 'jotform.me', 'jotform.co']);
}

import type { Api } from '../model/action.ts';
import { productLink } from './product-link.ts';

/** The page of an issue or a comment, as GitHub's answers have it in `html_url`. */
export function githubLink(api: Api, link: unknown): string {
  return productLink(api, link, ['github.com']);
}

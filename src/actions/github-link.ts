import type { Api } from '../model/action.ts';
import { productLink } from './product-link.ts';

/** The page of an issue or a comment, from the `html_url` of GitHub's response. */
export function githubLink(api: Api, link: unknown): string {
  return productLink(api, link, ['github.com']);
}

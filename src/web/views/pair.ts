import { type Html, html } from '../html.ts';
import type { Named } from '../page-texts/page-texts.ts';
import type { Frame } from './layout.ts';
import { initial, type Product, productMark } from './product-mark.ts';

/** Two tiles, joined: decoration that says "this to that" before a word is read. */
export function pair(
  frame: Frame,
  { botName, integrationName, icon }: Named & Pick<Product, 'icon'>,
  state?: 'joined',
): Html {
  const product = productMark(frame.base, { name: integrationName, icon }, 'tile');
  return html`<div class="pair ${state}" aria-hidden="true"><span class="tile">${initial(botName)}</span><span class="joint"></span>${product}</div>`;
}

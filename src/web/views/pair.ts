import { type Html, html } from '../html.ts';
import type { Named } from '../page-texts/page-texts.ts';
import type { Frame } from './layout.ts';
import { initial, type Product, productMark } from './product-mark.ts';

/** Two joined tiles, for bot and product. Decoration only. */
export function pair(
  frame: Frame,
  { botName, integrationName, icon }: Named & Pick<Product, 'icon'>,
  state?: 'joined',
): Html {
  const product = productMark(frame.base, { name: integrationName, icon }, 'tile');
  return html`<div class="pair ${state}" aria-hidden="true"><span class="tile">${initial(botName)}</span><span class="joint"></span>${product}</div>`;
}

import { type Html, html } from '../html.ts';

/** What a product is recognised by; pages say its name beside it. */
export interface Product {
  readonly name: string;
  /** Id of its integration, where that has an icon of its own. */
  readonly icon?: string | undefined;
}

/** Its icon, or else a neutral tile with the first letter of its name. */
export function productMark(base: string, { name, icon }: Product, kind: 'tile' | 'mark' = 'mark'): Html {
  if (icon === undefined) return html`<span class="${kind} product" aria-hidden="true">${initial(name)}</span>`;
  return html`<img class="${kind} product" src="${base}/assets/icons/${icon}" width="48" height="48" alt="">`;
}

export function initial(name: string): string {
  return (Array.from(name.trim())[0] ?? '').toUpperCase();
}

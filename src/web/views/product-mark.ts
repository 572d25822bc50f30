import { type Html, html } from '../html.ts';

/** A product as pages show it. Its name is always beside the mark. */
export interface Product {
  readonly name: string;
  /** Id of its integration, if that has its own icon. */
  readonly icon?: string | undefined;
}

/** The product's icon, or else a neutral tile with the first letter of its name. */
export function productMark(base: string, { name, icon }: Product, kind: 'tile' | 'mark' = 'mark'): Html {
  if (icon === undefined) return html`<span class="${kind} product" aria-hidden="true">${initial(name)}</span>`;
  return html`<img class="${kind} product" src="${base}/assets/icons/${icon}" width="48" height="48" alt="">`;
}

export function initial(name: string): string {
  return (Array.from(name.trim())[0] ?? '').toUpperCase();
}

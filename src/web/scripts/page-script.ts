import { hash } from 'node:crypto';
import { type Html, html } from '../html.ts';

/** A script of ours in a page. It runs because the page's policy contains its hash (CSP Level 3 section 8.4). */
export interface PageScript {
  readonly element: Html;
  /** The hash as a source of `script-src`. */
  readonly source: string;
}

/** @param text an `html` template without values; it is sent unchanged */
export function pageScript(text: Html): PageScript {
  return {
    element: html`<script>${text}</script>`,
    source: `'sha256-${hash('sha256', text.toString(), 'base64')}'`,
  };
}

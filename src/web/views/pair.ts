import { type Html, html } from '../html.ts';
import type { Named } from '../page-texts.ts';

/** Two tiles, joined: decoration that says "this to that" before a word is read. */
export function pair({ botName, integrationName }: Named, state?: 'joined'): Html {
  return html`<div class="pair ${state}" aria-hidden="true"><span class="tile">${initial(botName)}</span><span class="joint"></span><span class="tile product">${initial(integrationName)}</span></div>`;
}

function initial(name: string): string {
  return (Array.from(name.trim())[0] ?? '').toUpperCase();
}

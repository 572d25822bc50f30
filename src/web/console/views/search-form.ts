import { type Html, html } from '../../html.ts';
import type { ConsoleFrame } from './console-layout.ts';
import { textRow } from './rows.ts';

/** Searches a list without a script. `path` is the path of the list. */
export function searchForm({ texts }: ConsoleFrame, path: string, search: string): Html {
  return html`<form method="get" action="${path}" class="filter" role="search">
${textRow(texts, { name: 'q', title: texts.searchLabel, type: 'search', value: search, optional: true })}
<button type="submit" class="second">${texts.searchAction}</button>
${search !== '' && html`<a href="${path}">${texts.searchAll}</a>`}
</form>`;
}

import { type Html, type HtmlValue, html } from '../../html.ts';

/** Sets the roles explicitly, because small screens show each row as a block, which removes them. */
export function table(view: {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly HtmlValue[])[];
  /** Hides the column titles on small screens, for cells that explain themselves. */
  readonly compact?: boolean;
}): Html {
  const { caption, columns, rows, compact = false } = view;
  return html`<table role="table"${compact && html` class="compact"`}>
<caption class="unseen">${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map((title) => html`<th role="columnheader" scope="col">${title}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map(
    (cells) =>
      html`<tr role="row">${cells.map(
        (cell, at) =>
          html`<td role="cell"><span class="cell-title" aria-hidden="true">${columns[at] ?? ''}</span><div>${cell}</div></td>`,
      )}</tr>`,
  )}</tbody>
</table>`;
}

import type { IntegrationOverview } from '../../../flows/operator/list-integrations.ts';
import { sizeOf } from '../../../model/setup.ts';
import { isolatedName } from '../../../model/shown-name.ts';
import { type Html, html } from '../../html.ts';
import { productMark } from '../../views/product-mark.ts';
import type { CatalogProduct } from '../catalog-product.ts';
import type { ConsoleTexts } from '../texts/console-texts.ts';
import { type ConsoleFrame, consoleLayout } from './console-layout.ts';
import { grammarIn } from './grammar-in.ts';
import { copyButton } from './rows.ts';
import { searchForm } from './search-form.ts';
import { sharedName } from './shared-name.ts';
import { table } from './table.ts';
import { dayIn } from './when.ts';

export interface IntegrationsView {
  /** What the developer searched for. Empty for all. */
  readonly search: string;
  readonly own: readonly IntegrationOverview[];
  /** Products that can be added. */
  readonly catalog: readonly CatalogProduct[];
}

/** All integrations and their states. */
export function integrationsView(frame: ConsoleFrame, view: IntegrationsView): string {
  const { texts, base, botName } = frame;
  const { search, own, catalog } = view;
  const lists = [
    ownTable(
      frame,
      texts.integrationsInUse,
      own.filter(({ inUse }) => inUse),
    ),
    ownTable(
      frame,
      texts.integrationsOthers,
      own.filter(({ inUse }) => !inUse),
    ),
    catalogTable(frame, catalog),
  ];
  return consoleLayout(frame, {
    title: texts.integrationsTitle,
    section: 'integrations',
    hasCopyButtons: true,
    body: html`<h1>${texts.integrationsTitle}</h1>
<p class="lead">${texts.integrationsLead(botName)}</p>
${searchForm(frame, base === '' ? '/' : base, search)}
${own.length === 0 && search === '' && empty(texts.integrationsEmpty)}
${own.length + catalog.length === 0 && search !== '' && html`<p class="empty" role="status">${texts.searchNothing(search)}</p>`}
${lists}`,
  });
}

function ownTable({ texts, base }: ConsoleFrame, title: string, overviews: readonly IntegrationOverview[]): Html {
  if (overviews.length === 0) return html``;
  const rows = overviews.map((overview) => [
    html`<span class="named">${productMark(base, overview)}<a class="strong" href="${base}/integrations/${overview.id}">${overview.name}</a></span>`,
    badge(texts, overview.state),
    texts.whoAuthorizes(
      overview.mode,
      overview.shared && sharedName(texts, overview.shared),
      texts.audienceInWords(sizeOf(overview.audience)),
    ),
  ]);
  const columns = [texts.columnIntegration, texts.columnState, texts.columnWho];
  return html`<h2>${title}</h2>
${table({ caption: title, columns, rows, compact: true })}`;
}

function catalogTable({ texts, inWords, base }: ConsoleFrame, products: readonly CatalogProduct[]): Html {
  if (products.length === 0) return html``;
  const rows = products.map(({ id, name, ways, verifiedOn, unverified }) => [
    html`<span class="named">${productMark(base, { name })}<strong>${name}</strong></span>`,
    grammarIn(texts.lang).or(ways.map((way) => isolatedName(inWords(way)))),
    texts.catalogVerified(dayIn(texts.lang, Date.parse(verifiedOn)), unverified),
    html`<code class="copy-value inline">npx latchkey integrations add ${id}</code> ${copyButton(texts, `npx latchkey integrations add ${id}`, name)}`,
  ]);
  const columns = [texts.columnIntegration, texts.columnWays, texts.columnVerified, texts.columnAdd];
  return html`<h2>${texts.catalogTitle}</h2>
<p class="hint">${texts.catalogLead}</p>
${table({ caption: texts.catalogTitle, columns, rows, compact: true })}`;
}

export function badge(texts: ConsoleTexts, state: IntegrationOverview['state']): Html {
  return html`<span class="badge ${state}">${texts.state[state]}</span>`;
}

/** An empty list, with what to do first. */
export function empty(text: { readonly title: string; readonly text: string }): Html {
  return html`<div class="empty"><p><strong>${text.title}</strong></p><p>${text.text}</p></div>`;
}

import type { Request, Response, Server } from 'restify';
import { type Answer, page } from './answer.ts';
import { html } from './html.ts';
import { pageLayout } from './page-layout.ts';
import type { Product } from './product.ts';

/** `GET /` and `GET /{product}/`: what a developer needs to try each product. */
export function mountGuidePages(server: Server, products: readonly Product[]): void {
  show(server, ['/'], () => startPage(products));
  for (const product of products) show(server, [`/${product.name}`, `/${product.name}/`], () => productPage(product));
}

function show(server: Server, paths: readonly string[], answer: () => Answer): void {
  for (const path of paths) {
    server.get(path, async (_incoming: Request, outgoing: Response) => {
      const { status, headers, body } = answer();
      outgoing.writeHead(status, headers);
      outgoing.end(body);
    });
  }
}

function startPage(products: readonly Product[]): Answer {
  const entries = products.map(({ name, brand }) => html`<li><a href="/${name}/">${brand.name}</a></li>`);
  const body = html`<h1>Products, all on this machine</h1>
<p>Stand-ins to develop and test against. Each page shows the people and keys it knows.</p>
<ul class="plain">${entries}</ul>
<p class="soft">Time, failures and counters: <code>POST /control</code> with JSON, e.g.
<code>{"verb":"advance","milliseconds":3600000}</code>.</p>`;
  return page(200, pageLayout({ title: 'Sandbox', brand: { name: 'Latchkey', accent: '#1f7a4d' }, body }));
}

function productPage({ brand, guide }: Product): Answer {
  const entries = guide().map(
    ({ term, values }) => html`<dt>${term}</dt><dd>${values.map((value) => html`<div>${shown(value)}</div>`)}</dd>`,
  );
  const body = html`<h1>${brand.name}</h1>
<p>These people and keys exist only here.</p>
<dl>${entries}</dl>
<p><a href="/">All products</a></p>`;
  return page(200, pageLayout({ title: `${brand.name} sandbox`, brand, body }));
}

/** A path without placeholders can be opened. */
function shown(value: string) {
  return /^\/[\w/.-]+$/.test(value) ? html`<a href="${value}"><code>${value}</code></a>` : html`<code>${value}</code>`;
}

import type { Request, Response, Server } from 'restify';
import { type Answer, page } from './answer.ts';
import { type FaultKind, type Faults, faultKinds } from './faults.ts';
import { html } from './html.ts';
import { pageLayout } from './page-layout.ts';
import type { Product } from './product.ts';
import { readRequestBody } from './request-body.ts';

/** `GET /` and `GET /{product}/`: what a developer needs to try each product. */
export function mountGuidePages(server: Server, products: readonly Product[], control: Moods): void {
  show(server, ['/'], () => startPage(products));
  for (const product of products) {
    show(server, [`/${product.name}`, `/${product.name}/`], () =>
      productPage(product, control.mood(product.name)?.kind),
    );
    server.post(`/mood/${product.name}`, async (incoming: Request, outgoing: Response) => {
      const body = await readRequestBody(incoming);
      const kind = body.encoding === 'form' ? readMood(body.form.get('mood')) : 'unknown';
      // not for forms of other sites
      const isOurs =
        incoming.headers.origin === undefined || incoming.headers.origin === `http://${incoming.headers.host}`;
      const taken = isOurs && kind !== 'unknown';
      if (taken) control.setMood(product.name, kind === undefined ? undefined : { kind });
      outgoing.writeHead(taken ? 303 : 400, taken ? { location: `/${product.name}/` } : {});
      outgoing.end();
    });
  }
}

type Moods = Pick<Faults, 'setMood' | 'mood'>;

function readMood(given: string | null): FaultKind | 'unknown' | undefined {
  if (given === 'usual') return undefined;
  return faultKinds.find((kind) => kind === given) ?? 'unknown';
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
<code>{"verb":"advance","milliseconds":3600000}</code> or
<code>{"verb":"setMood","product":"jira","kind":"sign_in_page"}</code>. Each product's page sets its mood too.</p>`;
  return page(200, pageLayout({ title: 'Sandbox', brand: { name: 'Latchkey', accent: '#1f7a4d' }, body }));
}

function productPage({ name, brand, guide }: Product, mood: FaultKind | undefined): Answer {
  const entries = guide().map(
    ({ term, values }) => html`<dt>${term}</dt><dd>${values.map((value) => html`<div>${shown(value)}</div>`)}</dd>`,
  );
  const body = html`<h1>${brand.name}</h1>
<p>These people and keys exist only here.</p>
<dl>${entries}</dl>
<h2>How it answers</h2>
<form method="post" action="/mood/${name}">
<p><label>To everybody but browsers, from now on
<select name="mood">${['usual', ...faultKinds].map(
    (kind) =>
      html`<option value="${kind}"${kind === (mood ?? 'usual') && html` selected`}>${kind.replaceAll('_', ' ')}</option>`,
  )}</select></label></p>
<div class="buttons"><button class="main">Set</button></div>
</form>
<p><a href="/">All products</a></p>`;
  return page(200, pageLayout({ title: `${brand.name} sandbox`, brand, body }));
}

/** A path without placeholders can be opened. */
function shown(value: string) {
  return /^\/[\w/.-]+$/.test(value) ? html`<a href="${value}"><code>${value}</code></a>` : html`<code>${value}</code>`;
}

import { type Html, type HtmlValue, html } from './html.ts';

/** A product's look: a name and a colour, but no logo, so that nobody takes it for the real one. */
export interface Brand {
  readonly name: string;
  readonly accent: string;
}

export interface PageParts {
  readonly title: string;
  readonly brand: Brand;
  readonly body: HtmlValue;
}

/** One column, readable on a phone, light and dark, no script. */
export function pageLayout({ title, brand, body }: PageParts): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${styles}</style>
</head>
<body style="--accent: ${brand.accent}">
<header><span class="mark" aria-hidden="true">${brand.name.slice(0, 1)}</span> ${brand.name} <span class="tag">sandbox</span></header>
<main>${body}</main>
<footer>A stand-in for development, not the real product.</footer>
</body>
</html>
`;
}

const styles = html`
:root { --text: #172b4d; --soft: #44546f; --line: #d5d9e0; --card: #fff; --ground: #f4f5f7; --warn: #ae2a19; }
@media (prefers-color-scheme: dark) {
  :root { --text: #dee4ea; --soft: #9fadbc; --line: #3b444d; --card: #22272b; --ground: #161a1d; --warn: #fd9891; }
}
* { box-sizing: border-box; }
body { margin: 0; padding: 2rem 1rem; background: var(--ground); color: var(--text);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
header, main, footer { max-width: 30rem; margin: 0 auto; }
header { display: flex; align-items: center; gap: .5rem; font-weight: 600; margin-bottom: 1rem; }
.mark { display: inline-grid; place-items: center; width: 1.75rem; height: 1.75rem; border-radius: .4rem;
  background: var(--accent); color: #fff; }
.tag { margin-left: auto; padding: 0 .5rem; border: 1px solid var(--line); border-radius: 1rem; color: var(--soft);
  font-size: .8rem; font-weight: 400; }
main { padding: 1.5rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; }
footer { margin-top: 1rem; text-align: center; color: var(--soft); font-size: .85rem; }
h1 { margin: 0 0 .75rem; font-size: 1.3rem; line-height: 1.3; }
h2 { margin: 1.25rem 0 .5rem; font-size: 1rem; }
p { margin: .5rem 0; }
a { color: inherit; }
fieldset { margin: 1rem 0; padding: 0; border: 0; min-width: 0; }
legend { padding: 0; font-weight: 600; }
.person { margin: .5rem 0; border: 1px solid var(--line); border-radius: .5rem; }
.person:has(> label input:checked) { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
.person > label, .choice { display: flex; gap: .75rem; align-items: flex-start; padding: .6rem .75rem; cursor: pointer; }
.person input { width: 1.1rem; height: 1.1rem; margin: .25rem 0 0; flex: none; accent-color: var(--accent); }
.person .more { display: none; padding: .25rem .75rem .6rem 2.6rem; border-top: 1px solid var(--line); }
.person:has(> label input:checked) .more { display: block; }
.choice { padding: .25rem 0; }
small, .soft { color: var(--soft); }
label small, li small { display: block; overflow-wrap: anywhere; }
.plain { list-style: none; margin: .5rem 0; padding: 0; }
.plain li { padding: .4rem 0; border-top: 1px solid var(--line); }
.plain li:first-child { border-top: 0; }
.problem { padding: .6rem .75rem; border: 1px solid var(--warn); border-radius: .5rem; color: var(--warn); }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1.25rem; }
button { flex: 1 1 8rem; padding: .65rem 1rem; border: 1px solid var(--line); border-radius: .5rem; background: transparent;
  color: inherit; font: inherit; font-weight: 600; cursor: pointer; }
button.main { background: var(--accent); border-color: var(--accent); color: #fff; }
button:focus-visible, input:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
code { overflow-wrap: anywhere; font-size: .9em; }
dl { margin: .5rem 0; display: grid; grid-template-columns: minmax(6rem, auto) 1fr; gap: .35rem 1rem; }
@media (max-width: 30rem) { dl { display: block; } dt { margin-top: .5rem; } }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
`;

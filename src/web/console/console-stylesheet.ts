/** Loaded after the stylesheet of the people's pages, and uses its colours. */
export const consoleStylesheet = `
:root {
  --good: #17623a;
  --good-ground: #e6f5ec;
  --good-line: #3f9a68;
  --bar: #ffffff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --good: #8fdcb0;
    --good-ground: #12291d;
    --good-line: #3f9a68;
    --bar: #141a23;
  }
}
body.console { padding: 0 0 2rem; }
.skip {
  position: absolute;
  inset-inline-start: 1rem;
  top: -4rem;
  z-index: 1;
  padding: .5rem 1rem;
  background: var(--card);
  border: 1px solid var(--line);
  border-radius: .5rem;
}
.skip:focus { top: .5rem; }
.console main, .console footer, .bar-top, .console nav ul { max-width: 64rem; margin-inline: auto; padding-inline: 1.25rem; }
.console main:focus { outline: none; }
.console main { margin-top: 1.75rem; }
.console main.card { max-width: 30rem; padding: 2rem; }
.console footer { margin-top: 2rem; }
.languages { display: flex; flex-wrap: wrap; justify-content: center; align-items: baseline; gap: .25rem 1rem; margin-bottom: .5rem; font-size: .9375rem; }
.bar { background: var(--bar); border-bottom: 1px solid var(--line); }
.bar-top { display: flex; align-items: center; justify-content: space-between; gap: .5rem 1.5rem; flex-wrap: wrap; padding-block: .75rem; }
.home { display: flex; align-items: center; gap: .625rem; color: var(--text); text-decoration: none; }
.home:hover { color: var(--accent-strong); }
.home img { border-radius: .5rem; }
.home bdi { color: var(--quiet); margin-inline-start: .375rem; }
.visitor { display: flex; align-items: center; gap: 1rem; font-size: .9375rem; }
.console nav ul { display: flex; flex-wrap: wrap; gap: 0 .25rem; margin-block: 0; list-style: none; padding-inline: .5rem; }
.console nav a { display: block; padding: .625rem .75rem; color: var(--quiet); text-decoration: none; border-bottom: 3px solid transparent; }
.console nav a:hover { color: var(--text); }
.console nav a[aria-current] { color: var(--text); font-weight: 650; border-bottom-color: var(--accent); }
.console nav a:focus-visible { outline-offset: -3px; }

.console h1 { font-size: 1.75rem; }
.console h2 { font-size: 1.125rem; margin-top: 2rem; }
.console h3 { margin: 1rem 0 .25rem; font-size: .9375rem; }
.console .lead { max-width: 46rem; margin-bottom: 1.5rem; }
.title-line { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .875rem; margin-bottom: .5rem; }
.title-line h1 { margin: 0; }
.console button, .console .button { display: inline-block; width: auto; min-height: 2.75rem; padding: .5rem 1.125rem; border-radius: .625rem; }
.console main.card button, .console main.card .button { display: block; width: 100%; }
.console button:focus-visible, .console .button:focus-visible { border-radius: .625rem; }
.console button.second { background: var(--card); color: var(--accent); border-color: var(--field-line); }
.console button.second:hover { background: var(--soft); color: var(--accent-strong); }
.console button.danger { background: var(--error); color: var(--card); }
.console button.danger:hover { filter: brightness(.9); color: var(--card); }
.console button.quiet { min-height: 0; padding: .25rem 0; background: none; color: var(--accent); font-weight: 400; text-decoration: underline; text-underline-offset: .2em; border: 0; }
.console .row-actions .quiet, .console td .quiet { padding: 0; line-height: inherit; }
.console button.quiet:hover { background: none; color: var(--accent-strong); }
a.danger { color: var(--error); }
a.strong { font-weight: 650; }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem 1.25rem; margin-top: 1.25rem; }

.named { display: flex; align-items: center; gap: .625rem; }
.badge { display: inline-flex; align-items: center; gap: .375rem; padding: .125rem .625rem; border-radius: 1rem; border: 1px solid var(--line); background: var(--card); color: var(--quiet); font-size: .875rem; font-weight: 600; white-space: nowrap; }
.badge::before { content: ""; width: .5rem; height: .5rem; border-radius: 50%; background: none; border: 2px solid currentcolor; }
.badge.enabled { color: var(--good); background: var(--good-ground); border-color: var(--good-line); }
.badge.enabled::before { background: currentcolor; }
.badge.configured { color: var(--accent); background: var(--soft); }
.badge.needs_attention { color: var(--error); background: var(--error-ground); border-color: var(--error); }
.badge.needs_attention::before { border-radius: 0; background: currentcolor; rotate: 45deg; }

.panel { padding: 1.5rem; background: var(--card); border: 1px solid var(--line); border-radius: 1rem; }
.panel > :last-child, .panel form > :last-child { margin-bottom: 0; }
.panel > h2:first-child { margin-top: 0; }
.panel + .panel, .panel + .guide, form + .panel, form + .guide, table + .panel { margin-top: 1.25rem; }
.work { margin: 0 0 1.25rem; padding: 0; list-style: none; counter-reset: step; }
.work > li { counter-increment: step; }
.work > li + li { margin-top: 1.25rem; }
.work h2 { display: flex; align-items: center; gap: .75rem; margin: 0 0 1rem; }
.work h2::before {
  content: counter(step);
  flex: none;
  display: grid;
  place-items: center;
  width: 1.875rem;
  height: 1.875rem;
  border-radius: 50%;
  background: var(--soft);
  color: var(--accent);
  font-size: .9375rem;
}
.console fieldset { padding: 0; }
.console legend { padding: 0; font-weight: 600; margin-bottom: .5rem; }
.console .panel .field { max-width: 42rem; }
.console form.panel > fieldset, .console form.panel details > fieldset { max-width: 42rem; }
.console form.panel > fieldset:has(.options) { max-width: none; }
.options { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: .625rem; }
.options .option + .option { margin-top: 0; }
fieldset.grid { margin-top: .75rem; display: grid; grid-template-columns: repeat(2, 1fr); gap: 0 1rem; padding: 1rem !important; border: 1px solid var(--line) !important; border-radius: .75rem; }
fieldset.grid legend { padding-inline: .375rem; margin: 0; font-size: .9375rem; }
fieldset.grid.three { grid-template-columns: minmax(8rem, 1fr) minmax(8rem, 1fr) minmax(10rem, 2fr); }
fieldset.grid .field { margin-bottom: .5rem; min-width: 0; }
fieldset.grid label { font-size: .9375rem; }
fieldset.grid .optional { display: none; }
textarea {
  display: block;
  width: 100%;
  margin-top: .5rem;
  padding: .625rem .75rem;
  border: 1px solid var(--field-line);
  border-radius: .625rem;
  background: var(--card);
  color: var(--text);
  font: inherit;
  resize: vertical;
}
textarea:focus-visible { outline-offset: 1px; border-radius: .625rem; }
.filter { display: flex; flex-wrap: wrap; align-items: end; gap: .75rem 1rem; margin-bottom: 1rem; }
.filter .field { margin: 0; min-width: 11rem; flex: 0 1 14rem; }
.filter input, .filter select { margin-top: .25rem; height: 2.75rem; min-height: 0; }
.filter button { height: 2.75rem; }
.filter .optional { display: none; }
.filter > a { padding-block: .625rem; }
.chosen p + p { display: flex; align-items: center; flex-wrap: wrap; gap: 0 .5rem; min-height: 2.75rem; margin: .25rem 0 0; }

table { width: 100%; border-collapse: separate; border-spacing: 0; background: var(--card); border: 1px solid var(--line); border-radius: 1rem; }
th, td { padding: .75rem 1rem; text-align: start; vertical-align: top; }
th { font-size: .875rem; font-weight: 600; color: var(--quiet); border-bottom: 1px solid var(--line); }
tbody tr + tr td { border-top: 1px solid var(--line); }
td, th { overflow-wrap: normal; }
th { white-space: nowrap; }
td bdi, td code, td small { overflow-wrap: anywhere; }
code, .copy-value { direction: ltr; unicode-bidi: isolate; }
td code { display: inline-block; min-width: 9rem; }
td .badge { white-space: normal; }
td strong bdi { display: inline-block; min-width: 12.75rem; }
td a:has(> bdi) { display: inline-block; min-width: 9rem; }
.row-actions, td a.danger { white-space: nowrap; }
td small, .hint small { color: var(--quiet); font-size: .875rem; }
time span { white-space: nowrap; }
.hint + table { margin-top: .75rem; }
.compact tr:has(> th:nth-child(3):last-child) > th:first-child { width: 32%; }
.compact tr:has(> th:nth-child(3):last-child) > th:nth-child(2) { width: 24%; }
.cell-title { display: none; }
.row-actions { align-items: baseline; display: flex; flex-wrap: wrap; gap: .25rem .875rem; }
.empty { padding: 1.25rem 1.5rem; border: 1px dashed var(--field-line); border-radius: 1rem; color: var(--text); }
.empty p { margin: 0; }
.empty p + p { margin-top: .25rem; }

.good, .bad { padding: .75rem 1rem; border-inline-start: 4px solid var(--good-line); border-radius: .5rem; background: var(--good-ground); color: var(--good); font-weight: 600; }
.bad { border-color: var(--error); background: var(--error-ground); color: var(--error); }
details { margin: 0 0 1.25rem; }
details > :not(summary) { margin-inline-start: 1.125rem; }
summary { padding-block: .375rem; cursor: pointer; color: var(--accent); font-weight: 600; }
summary:hover { color: var(--accent-strong); }
.guide { padding: .5rem 1rem; background: var(--soft); border: 1px solid var(--line); border-radius: .75rem; }
.guide ul { margin-block: .25rem .75rem; padding-inline-start: 1.25rem; }
.notation { max-width: 42rem; margin-bottom: 1.25rem; padding: .75rem 1rem; background: var(--soft); border-radius: .75rem; font-size: .9375rem; }
.notation ul { margin: .25rem 0 0; padding-inline-start: 1.25rem; }
.audience:not(:has([value="tenants"]:checked, [value="users"]:checked)) :is(.field:has(textarea), .listed) { display: none; }
.listed { max-width: 42rem; }
.guide ol { margin-block: .25rem .75rem; padding-inline-start: 1.25rem; }
.guide li + li { margin-top: .375rem; }
.guide .note { margin-bottom: .5rem; font-size: .9375rem; color: var(--text); padding-inline-start: .75rem; border-inline-start: 3px solid var(--caution-line); }
.copy-row { margin-bottom: 1.25rem; }
.copy-title, .small-title { margin: 0; font-weight: 600; }
.copy-value { display: inline-block; max-width: 100%; margin-top: .375rem; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--ground); -webkit-user-select: all; user-select: all; }
.copy-row .copy, li .copy, td .copy { display: inline-block; margin-inline-start: .5rem; text-align: start; }
.copy[hidden] { display: none !important; }
.console .copy [role="status"] { display: inline; min-height: 0; }
.copy-value.inline { margin: 0; padding: 0 .375rem; }
code, pre { font: .9375em/1.5 ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
pre { direction: ltr; unicode-bidi: isolate; text-align: left; margin: 0 0 1rem; padding: .75rem 1rem; background: var(--ground); border: 1px solid var(--line); border-radius: .625rem; white-space: pre-wrap; overflow-wrap: anywhere; max-height: 24rem; overflow-y: auto; }
.scopes code { color: var(--quiet); font-size: .875rem; }
.scopes { margin: .25rem 0 1rem; padding-inline-start: 1.25rem; }
.links { margin: 0; padding: 0; list-style: none; }
.links li { padding-block: .375rem; }
.or { margin: 1.25rem 0; text-align: center; color: var(--quiet); }

@media (max-width: 46rem) {
  .console main { margin-top: 1.25rem; }
  .console main, .bar-top { padding-inline: .875rem; }
  .console main.card { margin-inline: .75rem; padding: 1.25rem; }
  .console h1 { font-size: 1.4375rem; }
  .panel { padding: 1.125rem; }
  .console nav ul { padding-inline: .125rem; }
  .console nav a { padding: .5rem .625rem; }
  fieldset.grid, fieldset.grid.three { grid-template-columns: 1fr; }
  table, tbody, tr, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table { border: 0; background: none; }
  tr { padding: .5rem 0; background: var(--card); border: 1px solid var(--line); border-radius: 1rem; }
  tr + tr { margin-top: .75rem; }
  td { display: grid; grid-template-columns: minmax(6.5rem, 2fr) 5fr; gap: .75rem; padding: .375rem 1.125rem; border: 0 !important; }
  .compact tr { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; padding: .625rem 1rem; }
  .compact tr + tr { margin-top: .5rem; }
  .compact td { display: block; padding: 0; }
  .compact td:first-child { flex: 1 1 auto; }
  .compact td:nth-child(n + 3) { flex: 1 1 100%; font-size: .9375rem; color: var(--quiet); }
  .compact .cell-title { display: none !important; }
  td code, td strong bdi, td a:has(> bdi) { min-width: 0; }
  .cell-title { display: block; min-width: 0; overflow-wrap: anywhere; hyphens: auto; font-size: .875rem; color: var(--quiet); }
  .filter .field { flex: 1 1 100%; }
}
@media (forced-colors: active) {
  .badge, .good, .bad, .notation { border: 1px solid; }
  .console nav a { border-bottom-color: Canvas; }
  .console nav a[aria-current] { border-bottom-color: Highlight; }
  .option:has(:checked) { outline: 2px solid Highlight; }
}
`;

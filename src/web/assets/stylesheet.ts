/** Served as `/assets/latchkey.css`. Light and dark, from 320 px up, colours at WCAG AA. */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --ground: #eef1f6;
  --card: #ffffff;
  --line: #d8dee8;
  --text: #182030;
  --quiet: #55617a;
  --accent: #4f46e5;
  --accent-strong: #3b32c4;
  --on-accent: #ffffff;
  --soft: #eff0fe;
  --caution-ground: #fff6e0;
  --caution-line: #e3b341;
  --error: #b3261e;
  --error-ground: #fdeeed;
  --field-line: #7d889d;
  --shadow: 0 1px 2px rgb(24 32 48 / 8%), 0 12px 32px rgb(24 32 48 / 8%);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0e1219;
    --card: #171d27;
    --line: #2c3545;
    --text: #e8ecf4;
    --quiet: #a6b1c5;
    --accent: #93a8ff;
    --accent-strong: #b5c3ff;
    --on-accent: #0f1730;
    --soft: #1f2840;
    --caution-ground: #2b2413;
    --caution-line: #a97f1f;
    --error: #ff9b94;
    --error-ground: #331c1c;
    --field-line: #77839a;
    --shadow: none;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0;
  padding: 2rem 1rem;
  min-height: 100vh;
  background: var(--ground);
  color: var(--text);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere;
}
.brand, .card, footer { max-width: 32rem; margin-inline: auto; }
.brand {
  display: flex;
  align-items: center;
  gap: .625rem;
  margin-bottom: 1rem;
  padding-inline: .25rem;
  font-weight: 650;
}
.brand img { flex: none; border-radius: .5rem; }
.card {
  padding: 2rem;
  background: var(--card);
  border: 1px solid var(--line);
  border-radius: 1rem;
  box-shadow: var(--shadow);
}
.card > :first-child { margin-top: 0; }
.card > :last-child { margin-bottom: 0; }
footer { margin-top: 1rem; text-align: center; font-size: .8125rem; color: var(--quiet); }
h1 { margin: 0 0 .5rem; font-size: 1.5rem; line-height: 1.25; letter-spacing: -.01em; text-wrap: balance; }
h2 { margin: 1.75rem 0 .5rem; font-size: 1rem; line-height: 1.35; }
p { margin: 0 0 1rem; }
a { color: var(--accent); text-underline-offset: .2em; }
a:hover { color: var(--accent-strong); }
.lead { font-size: 1.0625rem; color: var(--text); }
.aside { margin-top: 1.25rem; font-size: .875rem; color: var(--quiet); }

.pair { display: flex; align-items: center; margin-bottom: 1.25rem; }
.tile {
  display: grid;
  place-items: center;
  width: 3rem;
  height: 3rem;
  border-radius: .875rem;
  background: var(--soft);
  color: var(--accent);
  border: 1px solid var(--line);
  font-size: 1.25rem;
  font-weight: 700;
}
.tile.product { background: var(--accent); color: var(--on-accent); border-color: transparent; }
img.tile.product, .mark { background: var(--soft); border: 1px solid var(--line); }
img.tile { object-fit: contain; padding: .375rem; }
.mark { flex: none; display: grid; place-items: center; width: 1.75rem; height: 1.75rem; border-radius: .5rem; color: var(--accent); font-size: .9375rem; font-weight: 700; object-fit: contain; }
img.mark { padding: .125rem; }
.joint { width: 2.25rem; border-top: 2px dashed var(--field-line); margin-inline: .375rem; }
.joined .joint { margin-inline: 0; border-top: 3px solid var(--accent); }

.facts { margin: 1.25rem 0; border-block: 1px solid var(--line); }
.fact { padding-block: .75rem; }
.fact + .fact { border-top: 1px solid var(--line); }
.fact dt { font-size: .875rem; color: var(--quiet); }
.fact dd { margin: .125rem 0 0; }
.permissions { margin: .25rem 0 0; padding: 0; list-style: none; }
.permissions li { position: relative; padding-inline-start: 1.5rem; }
.permissions li + li { margin-top: .375rem; }
.permissions li::before {
  content: "";
  position: absolute;
  inset-inline-start: .3rem;
  top: .35em;
  width: .35rem;
  height: .7rem;
  border: solid var(--accent);
  border-width: 0 2px 2px 0;
  transform: rotate(42deg);
}
.steps { margin: 0; padding-inline-start: 1.25rem; color: var(--quiet); }
.steps + form { margin-top: 1.25rem; }
.steps li + li { margin-top: .25rem; }

.caution {
  margin: 1.25rem 0;
  padding: .75rem 1rem;
  background: var(--caution-ground);
  border-inline-start: 4px solid var(--caution-line);
  border-radius: .5rem;
}
.caution h2 { margin: 0 0 .25rem; }
.caution p { margin: 0; }
.caution p + p { margin-top: .5rem; }

button, .button {
  display: block;
  width: 100%;
  min-height: 3rem;
  padding: .75rem 1.25rem;
  border: 1px solid transparent;
  border-radius: .75rem;
  background: var(--accent);
  color: var(--on-accent);
  font: inherit;
  font-weight: 650;
  text-align: center;
  text-decoration: none;
  cursor: pointer;
  transition: background-color 120ms ease-out;
}
button:hover, .button:hover { background: var(--accent-strong); color: var(--on-accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: .25rem; }
button:focus-visible, .button:focus-visible { border-radius: .75rem; }
form + p { margin-top: 1.25rem; }

.code { margin: 1.25rem 0; text-align: center; }
.letters {
  display: block;
  padding: 1.25rem .5rem;
  border: 1px solid var(--line);
  border-radius: .875rem;
  background: var(--soft);
  font: 700 clamp(1.5rem, 7vw, 2.5rem)/1.1 ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;
  letter-spacing: .08em;
  text-indent: .08em;
  white-space: nowrap;
  -webkit-user-select: all;
  user-select: all;
}

.copy { text-align: center; }
.copy [role="status"] { display: block; min-height: 1.5em; font-size: .9375rem; color: var(--quiet); }
button.plain { background: transparent; border-color: var(--field-line); color: var(--accent); }
button.plain:hover { background: var(--soft); color: var(--accent-strong); }

.phone { margin-top: 1.25rem; }
.phone summary { padding-block: .5rem; font-weight: 600; color: var(--accent); cursor: pointer; }
.phone p { margin: .5rem 0 1rem; }
.qr { display: block; width: min(100%, 15rem); margin-inline: auto; border-radius: .5rem; forced-color-adjust: none; }
@media (max-width: 30rem), (hover: none) and (pointer: coarse) { .phone { display: none; } }

.field { margin-bottom: 1.25rem; }
label { font-weight: 600; }
.optional { font-weight: 400; color: var(--quiet); }
.hint { margin: .125rem 0 0; font-size: .9375rem; color: var(--quiet); }
.problem { margin: .25rem 0 0; font-weight: 600; color: var(--error); }
input[type="text"], input[type="password"], input[type="search"], select {
  display: block;
  width: 100%;
  min-height: 3rem;
  margin-top: .5rem;
  padding: .625rem .75rem;
  border: 1px solid var(--field-line);
  border-radius: .625rem;
  background: var(--card);
  color: var(--text);
  font: inherit;
}
input[readonly] { background: var(--ground); color: var(--quiet); }
input:focus-visible, select:focus-visible { outline-offset: 1px; border-radius: .625rem; }
[aria-invalid="true"] { border: 2px solid var(--error) !important; }
.error {
  margin: 0 0 1.25rem;
  padding: .75rem 1rem;
  border: 1px solid var(--error);
  border-inline-start-width: 4px;
  border-radius: .5rem;
  background: var(--error-ground);
}
.error p, .error ul { margin: 0; }
.error ul { margin-top: .375rem; padding-inline-start: 1.25rem; }
.error li + li { margin-top: .25rem; }
.error a { color: inherit; }
fieldset { margin: 0 0 1.25rem; padding: 0; border: 0; min-width: 0; }
.option {
  display: flex;
  gap: .75rem;
  align-items: flex-start;
  padding: .75rem 1rem;
  border: 1px solid var(--field-line);
  border-radius: .75rem;
  font-weight: 400;
  cursor: pointer;
}
.option + .option { margin-top: .625rem; }
.option:focus-within { outline: 3px solid var(--accent); outline-offset: 2px; }
.option input:focus-visible { outline: none; }
.option input { flex: none; width: 1.125rem; height: 1.125rem; margin: .25rem 0 0; accent-color: var(--accent); }
.option:has(:checked) { border-color: var(--accent); background: var(--soft); }
.option small { color: var(--quiet); }
.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
  -webkit-user-select: none;
  user-select: none;
}

@media (max-width: 30rem) {
  body { padding: 1rem .75rem; }
  .card { padding: 1.25rem; border-radius: .875rem; }
  h1 { font-size: 1.3125rem; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
@media (forced-colors: active) { button, .button, .tile, .mark, .letters { border: 1px solid; } }
`;

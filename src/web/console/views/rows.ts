import { type Html, html } from '../../html.ts';
import { type FieldError, isFirstFault, problemAt } from '../../views/field-row.ts';
import type { ConsoleTexts } from '../texts/console-texts.ts';

/** One input of the console's own forms. `name` is also its id. */
export interface Row {
  readonly name: string;
  readonly title: string;
  readonly hint?: string | undefined;
  readonly value?: string;
  /** The errors of the whole form. */
  readonly errors?: readonly FieldError[] | undefined;
  readonly optional?: boolean;
  readonly focused?: boolean;
}

/** Label, hint, error and text field. A password is never shown again. */
export function textRow(
  texts: ConsoleTexts,
  row: Row & { readonly type?: 'text' | 'password' | 'search'; readonly autocomplete?: string },
): Html {
  const { type = 'text', autocomplete = 'off' } = row;
  const value = type === 'password' ? false : html` value="${row.value ?? ''}"`;
  return framed(
    texts,
    row,
    html`<input id="${row.name}" name="${row.name}" dir="auto" type="${type}"${value} autocomplete="${autocomplete}" autocapitalize="none" autocorrect="off" spellcheck="false"${attributes(row)}>`,
  );
}

export function areaRow(texts: ConsoleTexts, row: Row & { readonly lines?: number }): Html {
  return framed(
    texts,
    row,
    html`<textarea id="${row.name}" name="${row.name}" dir="auto" rows="${row.lines ?? 3}" autocapitalize="none" autocorrect="off" spellcheck="false"${attributes(row)}>
${row.value ?? ''}</textarea>`,
  );
}

export interface Option {
  readonly value: string;
  readonly title: string;
  readonly hint?: string | undefined;
}

export function selectRow(texts: ConsoleTexts, row: Row & { readonly options: readonly Option[] }): Html {
  const options = row.options.map(
    ({ value, title }) => html`<option value="${value}"${value === row.value && html` selected`}>${title}</option>`,
  );
  return framed(texts, row, html`<select id="${row.name}" name="${row.name}"${attributes(row)}>${options}</select>`);
}

/** A choice with all its options visible. */
export function radioRows(
  row: Row & {
    readonly options: readonly Option[];
    /** The heading above says the same. */
    readonly unseenTitle?: boolean;
  },
): Html {
  const problem = problemAt(row.errors, row.name);
  const focused = isFirstFault(row.errors, row.name) && html` autofocus`;
  const described = problem !== undefined && html` aria-describedby="${row.name}-problem"`;
  return html`<fieldset${described}>
<legend${row.unseenTitle === true && html` class="unseen"`}>${row.title}</legend>
${row.hint !== undefined && html`<p class="hint">${row.hint}</p>`}
${problem !== undefined && html`<p class="problem" id="${row.name}-problem">${problem}</p>`}
<div class="options">${row.options.map(
    ({ value, title, hint }, at) => html`<label class="option" for="${idOf(row, at)}">
<input type="radio" id="${idOf(row, at)}" name="${row.name}" value="${value}"${value === row.value && html` checked`}${at === 0 && focused}>
<span><strong>${title}</strong>${hint !== undefined && html`<br><small>${hint}</small>`}</span>
</label>`,
  )}</div>
</fieldset>`;
}

/** The list of errors links to the first option. */
function idOf({ name }: Row, at: number): string {
  return at === 0 ? name : `${name}-${at}`;
}

/** A value to copy: a button copies it, and one click selects all of it. */
export function copyRow(
  texts: ConsoleTexts,
  row: { readonly title: string; readonly value: string; readonly hint?: string },
): Html {
  const { title, value, hint } = row;
  return html`<div class="copy-row"><p class="copy-title">${title}</p><code class="copy-value">${value}</code> ${copyButton(texts, value, title)}${hint !== undefined && html`<p class="hint">${hint}</p>`}</div>`;
}

/** Hidden until the script of the page shows it: see `ConsolePage.hasCopyButtons`. `about` is for screen readers. */
export function copyButton(texts: ConsoleTexts, value: string, about: string): Html {
  return html`<span class="copy" hidden><button type="button" class="quiet" data-copy="${value}" data-done="${texts.copied}">${texts.copy}<span class="unseen">${texts.actionOn(about)}</span></button> <span role="status"></span></span>`;
}

function framed(texts: ConsoleTexts, row: Row, input: Html): Html {
  const problem = problemAt(row.errors, row.name);
  return html`<div class="field">
<label for="${row.name}">${row.title}${row.optional === true && html` <span class="optional">(${texts.optional})</span>`}</label>
${row.hint !== undefined && html`<p class="hint" id="${row.name}-hint">${row.hint}</p>`}
${problem !== undefined && html`<p class="problem" id="${row.name}-problem">${problem}</p>`}
${input}
</div>`;
}

function attributes(row: Row): Html {
  const hasProblem = problemAt(row.errors, row.name) !== undefined;
  const described = [row.hint !== undefined && `${row.name}-hint`, hasProblem && `${row.name}-problem`]
    .filter((id) => id !== false)
    .join(' ');
  return html`${described !== '' && html` aria-describedby="${described}"`}${hasProblem && html` aria-invalid="true"`}${row.optional !== true && html` aria-required="true"`}${(row.focused === true || isFirstFault(row.errors, row.name)) && html` autofocus`}`;
}

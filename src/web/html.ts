/** Markup that is safe to send. Only the `html` template creates it, so plain text cannot pass for markup. */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  static assemble(literals: readonly string[], values: readonly HtmlValue[]): Html {
    return new Html(literals.reduce((markup, literal, at) => markup + markupOf(values[at - 1]) + literal));
  }

  toString(): string {
    return this.#markup;
  }
}

/** `undefined` and `false` render nothing, so a part can be left out in place. */
export type HtmlValue = string | number | Html | readonly Html[] | undefined | false;

/**
 * Every value is escaped, for text and for quoted attributes alike. There is no way to insert a string as markup.
 *
 * @example html`<p title="${name}">${name}</p>`
 */
export function html(literals: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return Html.assemble(literals, values);
}

function markupOf(value: HtmlValue): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (Array.isArray(value)) return value.map(markupOf).join('');
  return escaped(String(value));
}

function escaped(text: string): string {
  const parts = text.split(ISOLATED);
  return parts.map((part, at) => (at % 2 === 0 ? safe(part) : `\u2068${safe(part)}\u2069`)).join('');
}

/** A name that `isolatedName` has wrapped. Nothing in it affects the direction of the text around it. */
const ISOLATED = /\u2068([^\u202a-\u202e\u2066-\u2069]+)\u2069/;

function safe(text: string): string {
  return text.replace(UNSAFE, (character) => ENTITIES[character] ?? '\uFFFD');
}

/** Control characters, including those that change the text direction, are replaced with U+FFFD. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSAFE = /[&<>"'`\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

const trusted: unique symbol = Symbol('trusted html');

/** Markup that was written by us or escaped; nothing else can carry the mark. */
export interface Html {
  readonly [trusted]: true;
  readonly text: string;
}

export type HtmlValue = Html | string | number | false | undefined | readonly HtmlValue[];

/** Template tag: every value is escaped unless it is already {@link Html}. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const text = strings.map((string, index) => string + render(values[index])).join('');
  return { [trusted]: true, text };
}

function render(value: HtmlValue): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  if (isList(value)) return value.map(render).join('');
  return value.text;
}

function isList(value: Html | readonly HtmlValue[]): value is readonly HtmlValue[] {
  return Array.isArray(value);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

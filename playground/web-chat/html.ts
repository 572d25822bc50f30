/** Text that is already HTML; every other value is escaped when it becomes part of HTML. */
export type Html = { readonly html: string };

export function html(parts: TemplateStringsArray, ...values: readonly (string | Html)[]): Html {
  return { html: parts.reduce((text, part, index) => text + toHtml(values[index - 1] ?? '') + part) };
}

function toHtml(value: string | Html): string {
  return typeof value === 'string'
    ? value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
    : value.html;
}

import { ConfigurationError } from '../errors.ts';

/** A parsed `Bearer {{accessToken}}` or `https://{tenant}.example.com/{{site}}`. */
export interface Template {
  readonly source: string;
  readonly names: readonly string[];
  /** One pass: a value is never scanned again, so `{{clientSecret}}` inside a value stays text (security.md R46). */
  render(values: Readonly<Record<string, string>>): string;
}

const PLACEHOLDER = /\{\{\s*([A-Za-z][A-Za-z0-9_]*)\s*\}\}|\{(tenant)\}/g;

/**
 * @param known names that will have a value at run time
 * @throws ConfigurationError for a name that is not known
 */
export function parseTemplate(source: string, known: readonly string[]): Template {
  const template = templateOf(source);
  const unknown = template.names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new ConfigurationError(
      `the template "${source}" uses {{${unknown}}}, which no field provides; known are ${known.join(', ') || 'none'}`,
    );
  }
  return template;
}

/** Every request fills some of the few templates that profiles have, so each is read once; the number is only a net. */
const TEMPLATES = new Map<string, Template>();
const MOST_TEMPLATES = 1_000;

function templateOf(source: string): Template {
  const before = TEMPLATES.get(source);
  if (before !== undefined) return before;
  const template: Template = {
    source,
    names: placeholdersOf(source),
    render: (values) =>
      replacePlaceholders(source, (name) => (Object.hasOwn(values, name) ? (values[name] ?? '') : '')),
  };
  if (TEMPLATES.size >= MOST_TEMPLATES) TEMPLATES.clear();
  TEMPLATES.set(source, template);
  return template;
}

/** In words: nothing gives this name a value. */
export function unknownName(name: string, known: readonly string[]): string {
  if (name === 'tenant') return '{tenant} needs a tenant: say in `tenant` what people are asked for';
  const each = [...new Set(known)].map((one) => `{{${one}}}`);
  return `{{${name}}} is not known here; known are ${each.join(', ') || 'none'}`;
}

/** The names that a text refers to. */
export function placeholdersOf(source: string): readonly string[] {
  return [...source.matchAll(PLACEHOLDER)].map(([, name, tenant]) => name ?? tenant ?? '');
}

/** One pass; `replace` gives the text for a name, or undefined to leave the placeholder as it is. */
export function replacePlaceholders(source: string, replace: (name: string) => string | undefined): string {
  return source.replace(PLACEHOLDER, (whole: string, name?: string, tenant?: string) => {
    return replace(name ?? tenant ?? '') ?? whole;
  });
}

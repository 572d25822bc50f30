import { ConfigurationError } from '../errors.ts';

/** A parsed `Bearer {{accessToken}}` or `https://{tenant}.example.com/{{site}}`. */
export interface Template {
  readonly source: string;
  readonly names: readonly string[];
  /** Replaces each name once. A value is not scanned again, so `{{clientSecret}}` inside a value stays text. */
  render(values: Readonly<Record<string, string>>): string;
}

const PLACEHOLDER = /\{\{\s*([A-Za-z][A-Za-z0-9_]*)\s*\}\}|\{(tenant)\}/g;

/**
 * @param known names that will have a value at run time
 * @throws ConfigurationError for any other name
 */
export function parseTemplate(source: string, known: readonly string[]): Template {
  const template = templateOf(source);
  const unknown = template.names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new ConfigurationError(
      `the template "${source}" uses {{${unknown}}}, which no field provides; known names: ${known.join(', ') || 'none'}`,
    );
  }
  return template;
}

/** Profiles have few templates and every request fills some, so parsed templates are kept. The limit is only a safeguard. */
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

/** Says that nothing gives this name a value. */
export function unknownName(name: string, known: readonly string[]): string {
  if (name === 'tenant') return '{tenant} needs a `tenant` that says what people enter';
  const each = [...new Set(known)].map((one) => `{{${one}}}`);
  return `{{${name}}} is not a known name; known names: ${each.join(', ') || 'none'}`;
}

/** The names in a text. */
export function placeholdersOf(source: string): readonly string[] {
  return [...source.matchAll(PLACEHOLDER)].map(([, name, tenant]) => name ?? tenant ?? '');
}

/** Replaces each name once. `replace` returns the text for a name, or undefined to leave the placeholder. */
export function replacePlaceholders(source: string, replace: (name: string) => string | undefined): string {
  return source.replace(PLACEHOLDER, (whole: string, name?: string, tenant?: string) => {
    return replace(name ?? tenant ?? '') ?? whole;
  });
}

/** Reads answers of products, which are `unknown` until looked at. Nothing here throws. */

/** Undefined where it is no JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A string or number as text, else empty. */
export function text(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

/** What is at a dot path, e.g. `data.items.0.name`; the whole where the path is empty. */
export function valueAt(value: unknown, path: string): unknown {
  if (path === '') return value;
  return path.split('.').reduce<unknown>((part, name) => {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, name)) return undefined;
    return (part as Readonly<Record<string, unknown>>)[name];
  }, value);
}

/** One dot path, or several of which the first that leads to a text or a number counts. */
export type DotPaths = string | readonly string[];

/** The first text or number that is there; else empty. */
export function textAt(value: unknown, paths: DotPaths): string {
  return (
    [paths]
      .flat()
      .map((path) => text(valueAt(value, path)))
      .find((found) => found !== '') ?? ''
  );
}

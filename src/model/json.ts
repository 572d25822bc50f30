/** Reads responses of products, which are `unknown` until checked. Nothing here throws. */

/** Undefined if it is not JSON. */
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

/**
 * A string or a number as text. Otherwise empty, also for a whole number beyond 2^53: its last digits are lost, so two ids could
 * be the same.
 */
export function text(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return '';
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? '' : String(value);
}

/** The value at a dot path, such as `data.items.0.name`. The whole value if the path is empty. */
export function valueAt(value: unknown, path: string): unknown {
  if (path === '') return value;
  return path.split('.').reduce<unknown>((part, name) => {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, name)) return undefined;
    return (part as Readonly<Record<string, unknown>>)[name];
  }, value);
}

/** One dot path, or several, of which the first that leads to text or a number counts. */
export type DotPaths = string | readonly string[];

/** The first text or number found. Otherwise empty. */
export function textAt(value: unknown, paths: DotPaths): string {
  return (
    [paths]
      .flat()
      .map((path) => text(valueAt(value, path)))
      .find((found) => found !== '') ?? ''
  );
}

import { ConfigurationError } from '../errors.ts';
import { hasDotSegment } from '../model/dot-segment.ts';
import type { Placement } from '../model/profile.ts';
import { parseTemplate } from '../model/template.ts';
import type { RequestParts } from './auth-method.ts';
import { isHeaderValue } from './header-syntax.ts';

/**
 * Puts values where the placements say. A header replaces one of the same name, whatever its case; `path` replaces `{name}`
 * in the path; `body` is skipped if the request has none, and a placement that renders to nothing (an optional field left
 * empty) is skipped.
 *
 * @throws ConfigurationError for a template with unknown names or a value that its place cannot take
 */
export function place(
  parts: RequestParts,
  placements: readonly Placement[],
  values: Readonly<Record<string, string>>,
): RequestParts {
  const known = Object.keys(values);
  return placements.reduce((placed, placement) => {
    const value = parseTemplate(placement.value, known).render(values);
    return value === '' ? placed : PLACES[placement.in](placed, placement.name, value);
  }, parts);
}

const PLACES: Readonly<Record<Placement['in'], (parts: RequestParts, name: string, value: string) => RequestParts>> = {
  header: (parts, name, value) => {
    if (!isHeaderValue(value)) throw unusable('header', name);
    const others = Object.entries(parts.headers).filter(([key]) => key.toLowerCase() !== name.toLowerCase());
    return { ...parts, headers: { ...Object.fromEntries(others), [name]: value } };
  },
  query: (parts, name, value) => ({ ...parts, query: { ...parts.query, [name]: value } }),
  body: (parts, name, value) =>
    parts.body === undefined ? parts : { ...parts, body: { ...parts.body, [name]: value } },
  path: (parts, name, value) => {
    if (hasDotSegment(value)) throw unusable('path', name);
    return { ...parts, path: parts.path.replaceAll(`{${name}}`, encodeURIComponent(value)) };
  },
};

function unusable(place: string, name: string): ConfigurationError {
  return new ConfigurationError(`the placement "${name}" gives a value that a ${place} cannot take`);
}

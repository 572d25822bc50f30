import type { IncomingHttpHeaders } from 'node:http';
import { asObject, bodyParameters, type RequestBody } from '../request-body.ts';
import type { FormWay, PlayedPlacement, Way } from './definition.ts';
import { filled, type PlaceValues } from './place.ts';

export interface Received {
  readonly method: string;
  /** Below the product's folder, e.g. `api.acme.example/me`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: RequestBody;
}

/** Whether every placement is where it belongs, with exactly what belongs there. */
export function isPlaced(
  placements: readonly PlayedPlacement[],
  values: PlaceValues,
  request: Received,
  /** The path with the names of its placements, below the product's folder. */
  path: string | undefined,
): boolean {
  return (
    placements.every((placement) => {
      const wanted = filled(placement.value, values);
      if (placement.in === 'path') return true;
      return wanted === '' || received(placement, request) === wanted;
    }) &&
    (path === undefined || request.path === filledPath(path, placements, values))
  );
}

function received({ in: where, name }: PlayedPlacement, request: Received): string | undefined {
  switch (where) {
    case 'header': {
      const header = request.headers[name.toLowerCase()];
      return Array.isArray(header) ? header.join(', ') : header;
    }
    case 'query':
      return request.query.get(name) ?? undefined;
    case 'body': {
      const value = (bodyParameters(request.body) ?? asObject(undefined))?.[name];
      return value === undefined ? undefined : String(value);
    }
    default:
      return undefined;
  }
}

/** `{name}` in a path is what its placement gives, as one segment. */
export function filledPath(path: string, placements: readonly PlayedPlacement[], values: PlaceValues): string {
  return placements
    .filter((placement) => placement.in === 'path')
    .reduce((text, { name, value }) => text.replaceAll(`{${name}}`, encodeURIComponent(filled(value, values))), path);
}

/** The names that placements know of a typed credential. */
export function formValues(way: FormWay, typed: PlaceValues): PlaceValues {
  if (way.method === 'api_key') return typed;
  const shown = way.fields.find(({ type }) => type !== 'password');
  const masked = way.fields.find(({ type }) => type === 'password') ?? way.fields.find((field) => field !== shown);
  const user = filled(way.userName ?? `{{${shown?.key ?? ''}}}`, typed);
  const password = filled(way.password ?? `{{${masked?.key ?? ''}}}`, typed);
  return { ...typed, basic: Buffer.from(`${user}:${password}`, 'utf8').toString('base64') };
}

/** Puts a scheme that was removed from a pasted key in front of it again, if the key alone is the header. */
export function placementsOf(way: Way): readonly PlayedPlacement[] {
  if (way.method === 'oauth2') return way.placements;
  return way.placements.map((placement) => {
    if (placement.in !== 'header' || placement.name.toLowerCase() !== 'authorization') return placement;
    const field = way.fields.find(({ key }) => placement.value.trim() === `{{${key}}}`);
    return field?.stripPrefix === undefined
      ? placement
      : { ...placement, value: `${field.stripPrefix}${placement.value}` };
  });
}

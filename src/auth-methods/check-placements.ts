import { type Problem, repeated } from '../model/problem.ts';
import type { Placement } from '../model/profile.ts';
import { placeholdersOf, replacePlaceholders, unknownName } from '../model/template.ts';
import { isHeaderName, isHeaderValue } from './header-syntax.ts';

/** Headers that decide where a request goes and how its body is framed. A credential must not set them. */
const FRAMING =
  /^(?:host|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|content-(?:length|type)|expect)$/i;

export interface PlacedNames {
  /** Names that are replaced by the credential; at least one has to be placed somewhere. */
  readonly credential: readonly string[];
  /** Other names: `tenant`, `siteId`. */
  readonly others: readonly string[];
}

/** Problems with the placements of a credential. */
export function placementProblems(placements: readonly Placement[], names: PlacedNames): readonly Problem[] {
  const used = placements.flatMap(({ value }) => placeholdersOf(value));
  const twice = repeated(placements, (placement) => `${placement.in} ${nameIn(placement)}`);
  return [
    ...placements.flatMap((placement, index) => problemsOf(placement, index, names)),
    ...twice.map((index) => ({ path: [index, 'name'], text: `another placement has this ${placements[index]?.in}` })),
    ...(used.some((name) => names.credential.includes(name))
      ? []
      : [{ path: [], text: `no placement contains the credential: use ${names.credential.map(braced).join(' or ')}` }]),
  ];
}

/** Header names are case-insensitive. */
function nameIn(placement: Placement): string {
  return placement.in === 'header' ? placement.name.toLowerCase() : placement.name;
}

function problemsOf(placement: Placement, index: number, names: PlacedNames): readonly Problem[] {
  const known = [...names.credential, ...names.others];
  const unknown = placeholdersOf(placement.value).find((name) => !known.includes(name));
  const single = /(?<!\{)\{(\w+)\}(?!\})/.exec(placement.value)?.[1];
  const problems: (Problem | false)[] = [
    unknown !== undefined && {
      path: [index, 'value'],
      text: unknownName(unknown, known),
    },
    single !== undefined &&
      names.credential.includes(single) && { path: [index, 'value'], text: `write ${braced(single)}` },
    placement.name === '' && { path: [index, 'name'], text: 'it is empty' },
    placement.in === 'header' &&
      !isHeaderName(placement.name) && { path: [index, 'name'], text: 'it is not a header name' },
    placement.in === 'header' &&
      !isHeaderValue(replacePlaceholders(placement.value, () => 'x')) && {
        path: [index, 'value'],
        text: 'a header cannot have this value',
      },
    placement.in === 'header' &&
      FRAMING.test(placement.name) && { path: [index, 'name'], text: 'a credential must not set this header' },
  ];
  return problems.filter((problem) => problem !== false);
}

function braced(name: string): string {
  return `{{${name}}}`;
}

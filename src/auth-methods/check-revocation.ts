import { below, type Problem } from '../model/problem.ts';
import type { AnyOAuth2Profile } from '../model/profile.ts';
import { addressProblem } from './check-address.ts';
import { type EndpointSurroundings, endpointRules } from './check-endpoints.ts';
import { placementProblems } from './check-placements.ts';

/** Problems with the way a profile revokes tokens; paths are relative to the profile. */
export function revocationProblems(profile: AnyOAuth2Profile, integration: EndpointSurroundings): readonly Problem[] {
  const { revocationUrl, revocation, revocationRequest, revocationEnds } = profile;
  const problems: (Problem | false)[] = [
    revocationUrl !== undefined &&
      revocation !== undefined && { path: ['revocation'], text: 'there is a revocationUrl too: keep one of them' },
    // without an address these would silently do nothing
    revocationUrl === undefined &&
      revocationRequest !== undefined && { path: ['revocationRequest'], text: 'it needs revocationUrl' },
    revocationUrl === undefined &&
      revocation === undefined &&
      revocationEnds !== undefined && { path: ['revocationEnds'], text: 'it needs revocationUrl' },
  ];
  return [...problems.filter((problem) => problem !== false), ...callProblems(profile, integration)];
}

/** Names in a revocation that are replaced by the token; at least one has to be placed. */
const TOKEN_NAMES = ['token', 'accessToken'];

function callProblems({ revocation }: AnyOAuth2Profile, integration: EndpointSurroundings): readonly Problem[] {
  if (revocation === undefined) return [];
  const { url, method = 'POST', placements } = revocation;
  const filled = placements.filter((placement) => placement.in === 'path').map(({ name }) => name);
  const open = [...url.matchAll(/(?<!\{)\{(\w+)\}(?!\})/g)]
    .map(([, name = '']) => name)
    .find((name) => name !== 'tenant' && !filled.includes(name));
  const text = addressProblem(
    withFilledPath(url, filled),
    endpointRules(integration, ['token', 'callback', 'userInfo']),
  );
  const tenant = integration.tenant === undefined ? [] : ['tenant'];
  const names = { credential: TOKEN_NAMES, others: ['tokenType', 'clientId', 'clientSecret', 'basic', ...tenant] };
  return below(
    ['revocation'],
    [
      ...(text === undefined ? [] : [{ path: ['url'], text }]),
      ...(open === undefined ? [] : [{ path: ['url'], text: `no placement in the path fills {${open}}` }]),
      ...below(['placements'], placementProblems(placements, names)),
      ...(method === 'GET' && placements.some((placement) => placement.in === 'body')
        ? [{ path: ['method'], text: 'a GET has no body: use POST' }]
        : []),
    ],
  );
}

/** The address with a dummy value for each name in its path that a placement fills. */
function withFilledPath(url: string, filled: readonly string[]): string {
  const [, origin = '', path = url] = /^(https?:\/\/[^/]*)(\/.*)$/.exec(url) ?? [];
  return `${origin}${path.replace(/(?<!\{)\{(\w+)\}(?!\})/g, (whole, name: string) => (filled.includes(name) ? 'x' : whole))}`;
}

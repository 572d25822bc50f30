import { addressProblem } from '../auth-methods/check-address.ts';
import { endpointRules } from '../auth-methods/check-endpoints.ts';
import { patternProblems } from '../auth-methods/check-fields.ts';
import type { Integration } from '../model/integration.ts';
import { below, type Problem } from '../model/problem.ts';

/** Names that mean something else in templates. */
const TAKEN: ReadonlySet<string> = new Set(['tenant', 'siteId', 'siteUrl', 'basic', 'accessToken']);

/** Problems with the values that an integration expects with a token. */
export function grantValueProblems(integration: Integration): readonly Problem[] {
  const { tenant: _, ...surroundings } = integration;
  const { grantValues = {}, userInfoUrl, profiles, customProfile } = surroundings;
  const values = Object.entries(grantValues);
  const asksUser = values.some(([, { from }]) => from === 'userInfo');
  const noOAuth = values.length > 0 && ![...profiles, customProfile].some((profile) => profile?.method === 'oauth2');
  const address = userInfoUrl === undefined ? undefined : addressProblem(userInfoUrl, endpointRules(surroundings));
  const problems: (Problem | false)[] = [
    noOAuth && { path: ['grantValues'], text: 'no profile of this integration uses OAuth' },
    asksUser &&
      userInfoUrl === undefined && { path: ['userInfoUrl'], text: 'it is missing: a grant value comes from there' },
    !asksUser && userInfoUrl !== undefined && { path: ['userInfoUrl'], text: 'no grant value comes from there' },
    address !== undefined && { path: ['userInfoUrl'], text: address },
  ];
  return [
    ...problems.filter((problem) => problem !== false),
    ...values.flatMap(([name, { hosts, pattern }]) =>
      below(
        ['grantValues', name],
        [
          ...nameProblems(name),
          ...patternProblems(pattern),
          ...(hosts !== undefined && pattern !== undefined
            ? [{ path: ['pattern'], text: 'its hosts restrict it already' }]
            : []),
        ],
      ),
    ),
  ];
}

function nameProblems(name: string): readonly Problem[] {
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) {
    return [{ path: [], text: 'its name must be letters, digits and _, and start with a letter' }];
  }
  return TAKEN.has(name) ? [{ path: [], text: `{{${name}}} is reserved: use another name` }] : [];
}

import { addressProblem } from '../auth-methods/check-address.ts';
import { apiAddressProblem } from '../auth-methods/check-api-address.ts';
import { profileProblems } from '../auth-methods/check-profile.ts';
import { ConfigurationError } from '../errors.ts';
import { iconProblem } from '../model/icon.ts';
import type { Integration } from '../model/integration.ts';
import { maskedFields } from '../model/masked-fields.ts';
import { below, type Problem, problemLine, repeated } from '../model/problem.ts';
import { isForPeople, type Profile } from '../model/profile.ts';
import { grantValueProblems } from './check-grant-values.ts';
import { hostListProblems } from './check-host-lists.ts';

/**
 * Reports at start what would otherwise fail in front of a person.
 * @throws ConfigurationError naming the integrations and their members
 */
export function checkIntegrations(integrations: readonly Integration[]): void {
  const lines = [
    ...repeated(integrations, ({ id }) => id).map((index) => `${integrations[index]?.id}: duplicate id`),
    ...integrations.flatMap((integration) =>
      integrationProblems(integration).map((problem) => `${integration.id}: ${problemLine(problem)}`),
    ),
  ];
  if (lines.length === 0) return;
  const separator = lines.length === 1 ? ' ' : '\n';
  throw new ConfigurationError(`an integration cannot work:${separator}${lines.join('\n')}`);
}

/** All problems of an integration; paths are relative to it. */
export function integrationProblems(integration: Integration): readonly Problem[] {
  const { profiles, customProfile } = integration;
  return [
    ...headProblems(integration),
    ...tenantProblems(integration),
    ...hostListProblems(integration),
    ...grantValueProblems(integration),
    ...addressProblems(integration),
    ...repeated(profiles, ({ id }) => id).map((index) => ({
      path: ['profiles', index, 'id'],
      text: 'another profile has this id',
    })),
    ...repeated(profiles, titleForPeople).map((index) => ({
      path: ['profiles', index, 'title'],
      text: 'another profile has this title, by which people choose',
    })),
    ...profiles.flatMap((profile, index) => below(['profiles', index], profileProblems(profile, integration))),
    ...(customProfile === undefined
      ? []
      : below(['customProfile'], profileProblems(customProfile, integration, { template: true }))),
    ...checkProblems(integration),
    ...siteProblems(integration),
  ];
}

function titleForPeople(profile: Profile): string {
  return isForPeople(profile) ? profile.title.trim() : profile.id;
}

function headProblems({
  id,
  name,
  icon,
  manageUrl,
  setupGuides = [],
  authErrorStatuses = [],
}: Integration): readonly Problem[] {
  const iconFault = icon === undefined ? undefined : iconProblem(icon);
  const problems: (Problem | false)[] = [
    !/^[a-z][a-z0-9_-]*$/.test(id) && { path: ['id'], text: 'it must be lower-case letters, digits, - and _' },
    name === '' && { path: ['name'], text: 'it is empty' },
    iconFault !== undefined && { path: ['icon'], text: iconFault },
    manageUrl !== undefined && !isHttps(manageUrl) && { path: ['manageUrl'], text: 'it must be an https address' },
    ...setupGuides.map(
      ({ url }, index) =>
        url !== undefined &&
        !isHttps(url) && { path: ['setupGuides', index, 'url'], text: 'it must be an https address' },
    ),
  ];
  return [
    ...problems.filter((problem) => problem !== false),
    ...authErrorStatuses.flatMap((status, index) =>
      Number.isInteger(status) && status >= 300 && status <= 599
        ? []
        : [{ path: ['authErrorStatuses', index], text: 'it must be a status from 300 to 599' }],
    ),
  ];
}

/** For addresses that people and developers open. */
function isHttps(address: string): boolean {
  return URL.parse(address)?.protocol === 'https:';
}

function tenantProblems({ tenant }: Integration): readonly Problem[] {
  if (tenant === undefined || 'suffixes' in tenant) return [];
  if ('suffix' in tenant) {
    const fits = /^(?:\.[a-z0-9-]+){2,}$/.test(tenant.suffix);
    return fits ? [] : [{ path: ['tenant', 'suffix'], text: 'it must be like .example.com' }];
  }
  // JavaScript can leave out what the types require
  if (!Array.isArray(tenant.choices)) return [{ path: ['tenant'], text: 'it needs `suffix` or `choices`' }];
  return [
    ...(tenant.choices.length === 0 ? [{ path: ['tenant', 'choices'], text: 'there must be at least one' }] : []),
    ...repeated(tenant.choices, ({ value }) => value).map((index) => ({
      path: ['tenant', 'choices', index, 'value'],
      text: 'another choice has this value',
    })),
  ];
}

/** Problems with the addresses of calls. A profile's own base URL is checked with the profile. */
function addressProblems(integration: Integration): readonly Problem[] {
  const { baseUrl, apis = {}, profiles } = integration;
  const shared = profiles.filter((profile) => profile.baseUrl === undefined);
  return [
    ...templateProblems(['baseUrl'], baseUrl, integration, shared),
    ...Object.entries(apis).flatMap(([name, address]) => [
      ...(/^[a-z]\w*$/i.test(name) ? [] : [{ path: ['apis', name], text: 'its name must be letters, digits and _' }]),
      ...templateProblems(['apis', name], address, integration, profiles),
    ]),
  ];
}

function templateProblems(
  path: Problem['path'],
  template: string,
  integration: Integration,
  profiles: readonly Profile[],
): readonly Problem[] {
  const ways = profiles.length === 0 ? [undefined] : profiles;
  const texts = ways.map((profile) => apiAddressProblem(template, integration, profile));
  return [...new Set(texts)].flatMap((text) => (text === undefined ? [] : [{ path, text }]));
}

function checkProblems(integration: Integration): readonly Problem[] {
  const { check, profiles } = integration;
  const { path, method, body } = check;
  const filled = (profile: Profile) =>
    profile.placements.filter((placement) => placement.in === 'path').map(({ name }) => name);
  const open = [...path.matchAll(/\{(\w+)\}/g)]
    .map(([, name = '']) => name)
    .find((name) => profiles.some((profile) => !filled(profile).includes(name)));
  const problems: (Problem | false)[] = [
    (!/^\/(?!\/)[^\\#\s]*$/.test(path) || /(?:^|\/)\.{1,2}(?:\/|$)/.test(path)) && {
      path: ['check', 'path'],
      text: 'it must begin with / and stay below the base URL',
    },
    open !== undefined && { path: ['check', 'path'], text: `no placement in the path fills {${open}}` },
    body === 'none' &&
      profiles.some(({ placements }) => placements.some((placement) => placement.in === 'body')) && {
        path: ['check', 'body'],
        text: 'a placement needs a body: leave `body` out, or give one',
      },
    body !== undefined && method === 'GET' && { path: ['check', 'body'], text: 'a GET has no body: use POST' },
    !isAccountValue(integration) && {
      path: ['check', 'account', 'value'],
      text: 'each profile needs it, as a grant value or as a field that is not masked',
    },
  ];
  return problems.filter((problem) => problem !== false);
}

/** The id of an account is stored in clear and shown, so a secret must never be one. */
function isAccountValue({ check: { accountValue }, profiles, grantValues = {} }: Integration): boolean {
  if (accountValue === undefined) return true;
  return profiles.every((profile) => {
    if (profile.method === 'oauth2') return Object.hasOwn(grantValues, accountValue);
    return maskedFields(profile).some(({ key, type }) => key === accountValue && type !== 'password');
  });
}

function siteProblems({ sites, allowInsecureLoopback = false, allowPrivateHosts }: Integration): readonly Problem[] {
  if (sites === undefined) return [];
  const text = addressProblem(sites.url, {
    known: [],
    fields: [],
    allowInsecureLoopback,
    privateHosts: allowPrivateHosts,
  });
  return text === undefined ? [] : [{ path: ['sites', 'url'], text }];
}

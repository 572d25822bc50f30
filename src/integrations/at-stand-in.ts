import type { FieldChoice } from '../model/field.ts';
import type { RevocationCall } from '../model/profile.ts';
import type { IntegrationDefinition, ProfileDefinition } from './define-integration.ts';

/**
 * The definition with all of its addresses at a stand-in, which has a folder for each host:
 * `https://api.acme.example/me` is `<url>/api.acme.example/me` there.
 */
export function atStandIn(definition: IntegrationDefinition, url: string): IntegrationDefinition {
  const at = (address: string) => standInAddress(address, url);
  const { apis, tenant, sites, userInfoUrl, customProfile } = definition;
  return {
    ...definition,
    baseUrl: at(definition.baseUrl),
    ...(apis === undefined ? {} : { apis: movedApis(apis, at) }),
    profiles: definition.profiles.map((profile) => moved(profile, at)),
    ...(tenant !== undefined && 'choices' in tenant
      ? { tenant: { ...tenant, choices: movedChoices(tenant.choices, at) } }
      : {}),
    ...(userInfoUrl === undefined ? {} : { userInfoUrl: at(userInfoUrl) }),
    ...(sites === undefined ? {} : { sites: { ...sites, url: at(sites.url) } }),
    ...(customProfile === undefined ? {} : { customProfile: { ...customProfile, ...endpoints(customProfile, at) } }),
    allowInsecureLoopback: true,
  };
}

type At = (address: string) => string;

/** An address that begins with a placeholder gets its host from the placeholder's value. */
function standInAddress(address: string, url: string): string {
  return address.replace(/^https:\/\//, `${url.replace(/\/+$/, '')}/`);
}

function movedApis(apis: Readonly<Record<string, string>>, at: At): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(apis).map(([name, address]) => [name, at(address)]));
}

function moved<P extends ProfileDefinition>(given: P, at: At): ProfileDefinition {
  const { baseUrl } = given;
  const profile = baseUrl === undefined ? given : { ...given, baseUrl: at(baseUrl) };
  if (profile.method === 'oauth2') return { ...profile, ...endpoints(profile, at) };
  const fields = profile.fields?.map((field) =>
    field.choices === undefined ? field : { ...field, choices: movedChoices(field.choices, at) },
  );
  return fields === undefined ? profile : { ...profile, fields };
}

function movedChoices(choices: readonly FieldChoice[], at: At): readonly FieldChoice[] {
  return choices.map(({ address, signInAt, ...choice }) => ({
    ...choice,
    ...(address === undefined ? {} : { address: at(address) }),
    ...(signInAt === undefined ? {} : { signInAt: at(signInAt) }),
  }));
}

const ENDPOINTS = ['authorizationUrl', 'tokenUrl', 'refreshUrl', 'revocationUrl'] as const;
type Endpoints = Partial<Record<(typeof ENDPOINTS)[number], string>> & { readonly revocation?: RevocationCall };

function endpoints(profile: Endpoints, at: At): Endpoints {
  const { revocation } = profile;
  const moved = Object.fromEntries(
    ENDPOINTS.flatMap((name) => {
      const address = profile[name];
      return address === undefined ? [] : [[name, at(address)]];
    }),
  );
  return revocation === undefined ? moved : { ...moved, revocation: { ...revocation, url: at(revocation.url) } };
}

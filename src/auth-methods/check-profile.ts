import { ConfigurationError } from '../errors.ts';
import type { Profile } from '../model/profile.ts';
import { parseTemplate } from '../model/template.ts';
import { basicTemplates } from './basic.ts';
import { endpointUrl } from './oauth2/endpoint-url.ts';

/**
 * Says at start what would otherwise fail in front of a person: a template over a name that no field provides
 * (security.md R46), or an endpoint that no request may go to.
 *
 * @throws ConfigurationError
 */
export function checkProfile(profile: Profile): void {
  const names = profile.method === 'oauth2' ? ['accessToken'] : profile.fields.map((field) => field.key);
  if (profile.method === 'basic') {
    const { userName, password } = basicTemplates(profile);
    for (const template of [userName, password]) parseTemplate(template, names);
    names.push('basic');
  }
  for (const placement of profile.placements) parseTemplate(placement.value, names);
  if (profile.method !== 'oauth2') return;
  const { authorizationUrl, tokenUrl, revocationUrl } = profile;
  for (const url of [authorizationUrl, tokenUrl, ...(revocationUrl === undefined ? [] : [revocationUrl])]) {
    checkEndpoint(url);
  }
  if (profile.requiresIss === true && profile.issuer === undefined) {
    throw new ConfigurationError(`the profile "${profile.id}" requires iss, so it needs the issuer to compare it with`);
  }
}

function checkEndpoint(template: string): void {
  try {
    endpointUrl(template, 'tenant');
  } catch (error) {
    throw new ConfigurationError(`the endpoint "${template}" cannot be used: it must be https`, { cause: error });
  }
}

import type { Site } from './credential.ts';
import type { Field } from './field.ts';
import type { Integration } from './integration.ts';
import { isForPeople, type Profile } from './profile.ts';

/** Reserved for profiles without fields of their own. */
export const SITE_KEY = 'site';

/** The field in which a site can be named beforehand, if nobody can choose later. Empty if the access covers only one. */
export function siteFields({ sites }: Pick<Integration, 'sites'>, profile: Profile): readonly Field[] {
  return sites === undefined || isForPeople(profile) ? [] : [{ key: SITE_KEY, title: sites.noun, required: false }];
}

/** The same field once the sites are known. */
export function siteField(noun: string, sites: readonly Site[]): Field {
  return { key: SITE_KEY, title: noun, choices: sites.map(({ id, name }) => ({ value: id, title: name })) };
}

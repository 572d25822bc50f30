import type { Site } from './credential.ts';
import type { Field } from './field.ts';
import type { Integration } from './integration.ts';
import { isForPeople, type Profile } from './profile.ts';

/** The field's key is reserved for ways in without fields of their own. */
export const SITE_KEY = 'site';

/** What may be named beforehand where nobody chooses among the places of a grant: nothing, where it reaches only one. */
export function siteFields({ sites }: Pick<Integration, 'sites'>, profile: Profile): readonly Field[] {
  return sites === undefined || isForPeople(profile) ? [] : [{ key: SITE_KEY, title: sites.noun, required: false }];
}

/** The same, once they are known. */
export function siteField(noun: string, sites: readonly Site[]): Field {
  return { key: SITE_KEY, title: noun, choices: sites.map(({ id, name }) => ({ value: id, title: name })) };
}

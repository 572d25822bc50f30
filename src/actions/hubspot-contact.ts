import type { AnswerItem } from '../model/action.ts';
import { record, text } from '../model/json.ts';

/** The parts of a contact that answers show. Empty if HubSpot has no value. */
export interface HubspotContact {
  readonly id: string;
  /** The e-mail address if there is no name. */
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
}

/** The properties that a search asks for. */
export const HUBSPOT_CONTACT_PROPERTIES: readonly string[] = ['firstname', 'lastname', 'email', 'jobtitle'];

export function readHubspotContact(entry: unknown): HubspotContact {
  const { id, properties } = record(entry);
  const { firstname, lastname, email, jobtitle } = record(properties);
  const names = [text(firstname), text(lastname)].filter((name) => name !== '');
  return {
    id: text(id),
    name: names.length === 0 ? text(email) : names.join(' '),
    email: text(email),
    jobTitle: text(jobtitle),
  };
}

export function hubspotContactItem({ name, email, jobTitle }: HubspotContact): AnswerItem {
  const parts = [jobTitle, email].filter((part) => part !== '' && part !== name);
  return parts.length === 0 ? { title: name } : { title: name, subtitle: parts.join(', ') };
}

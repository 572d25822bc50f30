import type { AnswerItem, Api } from '../model/action.ts';
import { record, text } from '../model/json.ts';
import { type Listener, say } from './sentences/said/say.ts';

/** The parts of a contact that answers show. Empty if Freshsales has no value. */
export interface FreshsalesContact {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly jobTitle: string;
  readonly url: string;
}

/** Reads a contact, or a search result, which has fewer fields. */
export function readFreshsalesContact(entry: unknown, api: Api): FreshsalesContact {
  const contact = record(entry);
  const id = text(contact.id);
  const email = text(contact.email);
  const fullName = [text(contact.first_name), text(contact.last_name)].filter(Boolean).join(' ');
  return {
    id,
    name: text(contact.display_name) || text(contact.name) || fullName || email,
    email,
    phone: text(contact.mobile_number) || text(contact.work_number),
    jobTitle: text(contact.job_title),
    url: api.getUri({ url: `/contacts/${id}` }),
  };
}

export function contactItem({ id, name, email, url }: FreshsalesContact, listener: Listener): AnswerItem {
  return { title: name, subtitle: [email, say(listener, 'contact {id}', { id })].filter(Boolean).join(' · '), url };
}

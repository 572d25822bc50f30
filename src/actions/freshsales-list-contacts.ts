import { z } from 'zod';
import { ActionRefusedError } from '../errors.ts';
import { type Api, defineAction } from '../model/action.ts';
import { record, text } from '../model/json.ts';
import { documentedEntries } from './documented.ts';
import { contactItem, readFreshsalesContact } from './freshsales-contact.ts';
import { orRefuse } from './or-refuse.ts';

/** There is no `GET /contacts`: contacts are listed by view, and `GET /contacts/filters` lists the views. */
export const freshsalesListContacts = defineAction({
  id: 'freshsales.listContacts',
  title: 'List Freshsales contacts',
  purpose: 'list the contacts',
  integration: 'freshsales',
  scopes: [],
  effect: 'read',
  input: z.object({}),
  phrases: [/^(?:list|show) (?:the |my )?freshsales contacts$/i],
  run: async (api) => {
    const view = await viewOf(api);
    const params = { page: 1, per_page: 10, sort: 'updated_at', sort_type: 'desc' };
    const { data } = await orRefuse(api.get<unknown>(`/api/contacts/view/${view.id}`, { params }), NOT_ALLOWED);
    const contacts = documentedEntries(record(data).contacts).map((entry) => readFreshsalesContact(entry, api));
    return { view: view.name, contacts: contacts.slice(0, 10) };
  },
  answer: ({ view, contacts }, context) =>
    contacts.length === 0
      ? { title: 'There are no contacts yet.' }
      : { title: view, items: contacts.map((one) => contactItem(one, context)) },
});

const NOT_ALLOWED = { 403: 'Your Freshsales key is not allowed to list contacts.' };

/** The view "All Contacts", or the first one if the account is in another language. */
async function viewOf(api: Api): Promise<{ readonly id: string; readonly name: string }> {
  const { data } = await orRefuse(api.get<unknown>('/api/contacts/filters'), NOT_ALLOWED);
  const views = documentedEntries(record(data).filters)
    .map(({ id, name }) => ({ id: text(id), name: text(name) }))
    .filter(({ id }) => /^\d+$/.test(id));
  const view = views.find(({ name }) => name === 'All Contacts') ?? views[0];
  if (view === undefined) throw new ActionRefusedError('Your Freshsales account has no view that lists contacts.');
  return view;
}

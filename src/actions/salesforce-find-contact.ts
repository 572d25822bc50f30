import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { record, text } from '../model/json.ts';
import { documentedEntries } from './documented.ts';
import { say } from './sentences/said/say.ts';

/** `POST /services/data/{version}/parameterizedSearch`, which takes the words as a value and not as part of a query. */
export const salesforceFindContact = defineAction({
  id: 'salesforce.findContact',
  title: 'Find a Salesforce contact',
  purpose: 'find the contact',
  integration: 'salesforce',
  scopes: ['api'],
  effect: 'read',
  input: z.object({
    query: z
      .string()
      .trim()
      .min(2, 'Please enter at least two letters.')
      .meta({ title: 'Who are you looking for?', description: 'A name or an e-mail address' }),
  }),
  phrases: [/^(?:find|search) (?:a |the )?salesforce contacts? (?:called |named |for )?(?<query>.+)$/i],
  run: async (api, { query }) => {
    const sobjects = [{ name: 'Contact', fields: ['Id', 'Name', 'Email', 'Title'], limit: 10 }];
    const { data } = await api.post<unknown>('/services/data/v62.0/parameterizedSearch', { q: query, sobjects });
    return { query, contacts: documentedEntries(record(data).searchRecords, 'Id').map(readContact) };
  },
  answer: ({ query, contacts }, context) =>
    contacts.length === 0
      ? { title: say(context, 'I found no contact for “{who}”.', { who: query }) }
      : {
          title: say(context, 'Contacts for “{who}”', { who: query }),
          items: contacts.map(({ name, email, title }) => ({
            title: name,
            subtitle: [title, email].filter((part) => part !== '').join(', '),
          })),
        },
});

function readContact(entry: unknown) {
  const { Id, Name, Email, Title } = record(entry);
  return { id: text(Id), name: text(Name), email: text(Email), title: text(Title) };
}

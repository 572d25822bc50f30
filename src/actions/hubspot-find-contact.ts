import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { record } from '../model/json.ts';
import { documentedEntries } from './documented.ts';
import { HUBSPOT_CONTACT_PROPERTIES, hubspotContactItem, readHubspotContact } from './hubspot-contact.ts';
import { orRefuse } from './or-refuse.ts';
import { say } from './sentences/said/say.ts';

/**
 * `POST /crm/objects/2026-03/contacts/search`: `query` matches names, e-mail addresses, phone numbers and companies.
 * @see https://developers.hubspot.com/docs/api-reference/2026-03/crm/search-the-crm
 */
export const hubspotFindContact = defineAction({
  id: 'hubspot.findContact',
  title: 'Find a HubSpot contact',
  purpose: 'find the contact',
  integration: 'hubspot',
  scopes: ['crm.objects.contacts.read'],
  effect: 'read',
  input: z.object({
    who: z
      .string()
      .trim()
      .min(2, 'Please enter at least two letters.')
      .max(254, 'That is too long.')
      .meta({ title: 'Who are you looking for?', description: 'A name or an e-mail address' }),
  }),
  phrases: [/^(?:find|search|look up) (?:the |a )?hubspot contacts? (?:called |named |for )?(?<who>.+)$/i],
  run: async (api, { who }) => {
    const search = { query: who, limit: 10, properties: HUBSPOT_CONTACT_PROPERTIES };
    const { data } = await orRefuse(api.post<unknown>('/crm/objects/2026-03/contacts/search', search), {
      403: 'Your HubSpot access is not allowed to find contacts.',
    });
    return { who, contacts: documentedEntries(record(data).results).map(readHubspotContact) };
  },
  answer: ({ who, contacts }, context) =>
    contacts.length === 0
      ? { title: say(context, 'I found no contact for “{who}”.', { who }) }
      : { title: say(context, 'Contacts for “{who}”', { who }), items: contacts.map(hubspotContactItem) },
});

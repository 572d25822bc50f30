import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { record } from '../model/json.ts';
import { createdId } from './documented.ts';
import { emailAddress } from './email-address.ts';
import { orRefuse } from './or-refuse.ts';
import { say } from './sentences/said/say.ts';

const name = z.string().trim().min(1, 'The name cannot be empty.').max(100, 'That name is too long.');

/**
 * `POST /crm/objects/2026-03/contacts`. HubSpot keeps one contact per e-mail address, and refuses a second one with 409.
 * @see https://developers.hubspot.com/docs/api-reference/latest/crm/objects/contacts/guide
 */
export const hubspotCreateContact = defineAction({
  id: 'hubspot.createContact',
  title: 'Create a HubSpot contact',
  purpose: 'create the contact',
  integration: 'hubspot',
  scopes: ['crm.objects.contacts.write'],
  input: z.object({
    firstName: name.meta({ title: 'What is the first name?' }),
    lastName: name.meta({ title: 'What is the last name?' }),
    email: emailAddress.meta({ title: 'What is the e-mail address?' }),
  }),
  phrases: [
    /^(?:create|add) (?:a )?(?:new )?hubspot contact:? (?<firstName>[^\s,]+) (?<lastName>[^,]+?),? <?(?<email>[^\s<>]+@[^\s<>]+)>?$/i,
  ],
  run: async (api, { firstName, lastName, email }, context) => {
    const properties = { firstname: firstName, lastname: lastName, email };
    const { data } = await orRefuse(api.post<unknown>('/crm/objects/2026-03/contacts', { properties }), {
      400: "HubSpot doesn't accept this contact.",
      403: 'Your HubSpot access is not allowed to create contacts.',
      409: say(context, 'A contact with the e-mail address {email} already exists.', { email }),
    });
    return { id: createdId(record(data).id), name: `${firstName} ${lastName}`, email };
  },
  answer: ({ name: called, email }, context) => ({
    title: say(context, 'Created the contact {name}', { name: called }),
    text: email,
  }),
});

import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { record } from '../model/json.ts';
import { createdId } from './documented.ts';
import { emailAddress } from './email-address.ts';
import { readFreshsalesContact } from './freshsales-contact.ts';
import { isDuplicate, namedField } from './freshsales-problem.ts';
import { orRefuse } from './or-refuse.ts';
import { refusedAs } from './refused-as.ts';
import { type Listener, say } from './sentences/said/say.ts';

const name = z.string().trim().min(1, 'The name cannot be empty.').max(100, 'That name is too long.');

/** `POST /contacts` */
export const freshsalesCreateContact = defineAction({
  id: 'freshsales.createContact',
  title: 'Create a Freshsales contact',
  purpose: 'create the contact',
  integration: 'freshsales',
  scopes: [],
  input: z.object({
    firstName: name.meta({ title: 'What is the first name?' }),
    lastName: name.meta({ title: 'What is the last name?' }),
    email: emailAddress.meta({ title: 'What is the e-mail address?' }),
  }),
  phrases: [
    /^(?:create|add) (?:a )?(?:new )?freshsales contact:? (?<firstName>[^\s,]+) (?<lastName>[^,]+?),? <?(?<email>[^\s<>]+@[^\s<>]+)>?$/i,
  ],
  run: async (api, { firstName, lastName, email }, context) => {
    const contact = { first_name: firstName, last_name: lastName, email };
    const refused = (body: unknown) => refusedContact(body, email, context);
    const { data } = await orRefuse(api.post<unknown>('/api/contacts', { contact }), {
      400: refused,
      403: 'Your Freshsales key is not allowed to create contacts.',
      422: refused,
    });
    const { contact: created } = record(data);
    createdId(record(created).id);
    const { name: called, url } = readFreshsalesContact(created, api);
    return { name: called || `${firstName} ${lastName}`, email, url };
  },
  answer: ({ name: called, email, url }, context) => ({
    title: say(context, 'Created the contact {name}', { name: called }),
    text: email,
    url,
  }),
});

function refusedContact(body: unknown, email: string, context: Listener): string {
  if (isDuplicate(body)) return say(context, 'A contact with the e-mail address {email} already exists.', { email });
  const field = namedField(body, { 'e-mail address': /e-?mail/i, 'first name': /first.?name/i, name: /name/i });
  return field === undefined ? "Freshsales doesn't accept this contact." : refusedAs(context, 'Freshsales', field);
}

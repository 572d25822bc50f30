import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { record } from '../model/json.ts';
import { documentedId } from './documented.ts';
import { readFreshsalesContact } from './freshsales-contact.ts';
import { orRefuse } from './or-refuse.ts';
import { pastedLink } from './pasted-link.ts';
import { say } from './sentences/said/say.ts';

/** `GET /contacts/{id}` */
export const freshsalesViewContact = defineAction({
  id: 'freshsales.viewContact',
  title: 'View a Freshsales contact',
  purpose: 'show the contact',
  integration: 'freshsales',
  scopes: [],
  effect: 'read',
  input: z.object({
    contact: z
      .union([z.string(), z.number()])
      .transform((given) => {
        const said = String(given).trim();
        return pastedLink(said, ({ pathname }) => /\/contacts\/(\d+)/.exec(pathname)?.[1]) ?? said;
      })
      .pipe(z.string().regex(/^\d{1,20}$/, 'A contact number has only digits. "Find a Freshsales contact" shows it.'))
      .meta({ title: 'Which contact?', description: 'Its number or its link' }),
  }),
  phrases: [/^(?:view|show|open) (?:the )?freshsales contact (?<contact>\d+|https?:\S+)$/i],
  run: async (api, { contact }, context) => {
    const { data } = await orRefuse(api.get<unknown>(`/api/contacts/${contact}`), {
      403: 'Your Freshsales key is not allowed to see this contact.',
      404: say(context, "There is no {target}, or your key can't see it.", {
        target: say(context, 'contact {id}', { id: contact }),
      }),
    });
    const { contact: found } = record(data);
    documentedId(record(found).id);
    return readFreshsalesContact(found, api);
  },
  answer: ({ name, email, phone, jobTitle, url }) => ({
    title: name,
    facts: [
      ...(email === '' ? [] : [{ title: 'E-mail', value: email }]),
      ...(phone === '' ? [] : [{ title: 'Phone', value: phone }]),
      ...(jobTitle === '' ? [] : [{ title: 'Job title', value: jobTitle }]),
    ],
    url,
  }),
});

import { z } from 'zod';
import { type Api, defineAction } from '../model/action.ts';
import { record, text } from '../model/json.ts';
import { documentedEntries } from './documented.ts';
import { contactItem, readFreshsalesContact } from './freshsales-contact.ts';
import { orRefuse } from './or-refuse.ts';
import { say } from './sentences/said/say.ts';

/** `GET /lookup` matches an e-mail address exactly, `GET /search` matches parts of names. */
export const freshsalesFindContact = defineAction({
  id: 'freshsales.findContact',
  title: 'Find a Freshsales contact',
  purpose: 'find the contact',
  integration: 'freshsales',
  scopes: [],
  effect: 'read',
  input: z.object({
    who: z
      .string()
      .trim()
      .min(2, 'Please enter at least two letters.')
      .max(254, 'That is too long.')
      .meta({ title: 'Who are you looking for?', description: 'A name or an e-mail address' }),
  }),
  phrases: [/^(?:find|search|look up) (?:the |a )?freshsales contacts? (?:for )?(?<who>.+)$/i],
  run: async (api, { who }) => {
    const entries = /^\S+@\S+$/.test(who) ? await withAddress(api, who) : await withName(api, who);
    return { who, contacts: entries.map((entry) => readFreshsalesContact(entry, api)) };
  },
  answer: ({ who, contacts }, context) =>
    contacts.length === 0
      ? { title: say(context, 'I found no contact for “{who}”.', { who }) }
      : {
          title: say(context, 'Contacts for “{who}”', { who }),
          items: contacts.map((one) => contactItem(one, context)),
        },
});

const NOT_ALLOWED = { 403: 'Your Freshsales key is not allowed to find contacts.' };

async function withAddress(api: Api, q: string): Promise<readonly unknown[]> {
  const call = api.get<unknown>('/api/lookup', { params: { q, f: 'email', entities: 'contact' } });
  const { data } = await orRefuse(call, NOT_ALLOWED);
  return documentedEntries(record(record(data).contacts).contacts);
}

async function withName(api: Api, q: string): Promise<readonly unknown[]> {
  const call = api.get<unknown>('/api/search', { params: { q, include: 'contact', per_page: 10 } });
  const { data } = await orRefuse(call, NOT_ALLOWED);
  return documentedEntries(data)
    .filter(({ type }) => text(type) === 'contact')
    .slice(0, 10);
}

import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { record } from '../model/json.ts';
import { createdId } from './documented.ts';
import { orRefuse } from './or-refuse.ts';
import { pastedLink } from './pasted-link.ts';
import { say } from './sentences/said/say.ts';

/** `deal 402000400001`, `contact 402000300001`, or a link to either. */
const noteTarget = z
  .string()
  .trim()
  .transform((given) => pastedLink(given, targetIn) ?? given.toLowerCase())
  .pipe(z.string().regex(/^(?:contact|deal) \d{1,20}$/, 'Please name a contact or a deal, like deal 402000400001.'))
  .meta({
    title: 'Where does the note go?',
    description: 'Like deal 402000400001, or a link to a contact or a deal',
  });

function targetIn({ pathname }: URL): string | undefined {
  const [, kind, number] = /\/(contact|deal)s\/(\d+)/.exec(pathname) ?? [];
  return kind === undefined ? undefined : `${kind} ${number}`;
}

/**
 * `POST /api/notes` with the text as `description`. `targetable_type` (`Contact`, `Deal` or `SalesAccount`) and `targetable_id` say
 * where the note goes.
 * @see https://developers.freshworks.com/crm/api/#create_note
 * @see https://github.com/n8n-io/n8n/blob/master/packages/nodes-base/nodes/FreshworksCrm/descriptions/NoteDescription.ts the three types
 */
export const freshsalesAddNote = defineAction({
  id: 'freshsales.addNote',
  title: 'Add a Freshsales note',
  purpose: 'add the note',
  integration: 'freshsales',
  scopes: [],
  input: z.object({
    target: noteTarget,
    note: z
      .string()
      .trim()
      .min(1, 'The note cannot be empty.')
      .max(60_000, 'That note is too long.')
      .meta({ title: 'What should the note say?' }),
  }),
  phrases: [
    /^(?:add|write) (?:a )?note (?:to|on) (?:the )?freshsales (?<target>(?:contact|deal) \d+)(?:\s*[:,]\s*(?<note>.+))?$/is,
  ],
  run: async (api, { target, note }, context) => {
    const [kind = '', id = ''] = target.split(' ');
    const type = kind === 'deal' ? 'Deal' : 'Contact';
    const body = { note: { description: note, targetable_type: type, targetable_id: Number(id) } };
    const sentence = say(context, "There is no {target}, or your key can't see it.", { target });
    const { data } = await orRefuse(api.post<unknown>('/api/notes', body), {
      400: "Freshsales doesn't accept this note.",
      403: 'Your Freshsales key is not allowed to add notes.',
      404: sentence,
      422: sentence,
    });
    createdId(record(record(data).note).id);
    return { target, note, url: api.getUri({ url: `/${kind}s/${id}` }) };
  },
  answer: ({ target, note, url }, context) => ({
    title: say(context, 'Added the note to {target}', { target }),
    text: note,
    url,
  }),
});

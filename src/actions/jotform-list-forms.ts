import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { record, text } from '../model/json.ts';
import { documentedEntries } from './documented.ts';
import { plainText } from './plain-text.ts';
import { counted, say } from './sentences/said/say.ts';

/** `GET /user/forms`; ids and counts arrive as strings. */
export const jotformListForms = defineAction({
  id: 'jotform.listForms',
  title: 'List my Jotform forms',
  purpose: 'list your forms',
  integration: 'jotform',
  scopes: [],
  effect: 'read',
  input: z.object({}),
  phrases: [/^(?:list|show) (?:my )?(?:jotform )?forms$/i],
  run: async (api) => {
    const { data } = await api.get<unknown>('/user/forms', {
      params: { limit: 20, orderby: 'created_at', filter: '{"status:ne":"DELETED"}' },
    });
    // what is in the trash is listed too
    return documentedEntries(record(data).content)
      .filter(({ status }) => text(status) !== 'DELETED')
      .map(readForm);
  },
  answer: (forms, context) =>
    forms.length === 0
      ? { title: 'You have no forms yet.' }
      : {
          title: 'Your forms',
          items: forms.map((form) => ({
            title: form.title,
            subtitle: `${counted(context, 'submissions', Number(form.submissions))} · ${say(context, 'form {id}', { id: form.id })}`,
            url: form.url,
          })),
        },
});

function readForm(entry: unknown) {
  const form = record(entry);
  return {
    id: text(form.id),
    title: plainText(text(form.title)),
    submissions: text(form.count) || '0',
    url: text(form.url),
  };
}

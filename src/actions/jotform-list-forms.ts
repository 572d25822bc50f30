import { z } from 'zod';
import { type Api, defineAction } from '../model/action.ts';
import { record, text } from '../model/json.ts';
import { documentedEntries } from './documented.ts';
import { formLink } from './jotform-form-link.ts';
import { plainText } from './plain-text.ts';
import { counted, type Listener, say } from './sentences/said/say.ts';

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
      .map((entry) => readForm(api, entry));
  },
  answer: (forms, context) =>
    forms.length === 0
      ? { title: 'You have no forms yet.' }
      : {
          title: 'Your forms',
          items: forms.map((form) => ({
            title: form.title,
            subtitle: [submissionsOf(form, context), say(context, 'form {id}', { id: form.id })]
              .filter(Boolean)
              .join(' · '),
            url: form.url,
          })),
        },
});

/** Empty if Jotform does not say how many. */
function submissionsOf({ submissions }: { readonly submissions: string }, listener: Listener): string {
  return /^\d{1,9}$/.test(submissions) ? counted(listener, 'submissions', Number(submissions)) : '';
}

function readForm(api: Api, entry: unknown) {
  const form = record(entry);
  return {
    id: text(form.id),
    title: plainText(text(form.title)),
    submissions: text(form.count),
    url: formLink(api, form.url),
  };
}

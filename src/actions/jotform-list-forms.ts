import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { formsOf, type JotformForm } from './jotform-forms.ts';
import { counted, type Listener, say } from './sentences/said/say.ts';

export const jotformListForms = defineAction({
  id: 'jotform.listForms',
  title: 'List my Jotform forms',
  purpose: 'list your forms',
  integration: 'jotform',
  scopes: [],
  effect: 'read',
  input: z.object({}),
  phrases: [/^(?:list|show) (?:my )?(?:jotform )?forms$/i],
  run: (api) => formsOf(api, 20),
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
function submissionsOf({ submissions }: JotformForm, listener: Listener): string {
  return /^\d{1,9}$/.test(submissions) ? counted(listener, 'submissions', Number(submissions)) : '';
}

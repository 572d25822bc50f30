import { z } from 'zod';
import { ActionRefusedError } from '../errors.ts';
import { defineAction } from '../model/action.ts';
import { record, text } from '../model/json.ts';
import { createdId } from './documented.ts';
import { formNumbered, formWanted, withFormAccess } from './jotform-form.ts';
import { formLink } from './jotform-form-link.ts';
import { readQuestions } from './jotform-questions.ts';
import { submissionBody } from './jotform-submission-body.ts';
import { submissionPage } from './jotform-submission-page.ts';
import { say } from './sentences/said/say.ts';

/** `GET /form/{id}/questions`, which the chat asks one by one, then `POST /form/{id}/submissions`. */
export const jotformFillForm = defineAction({
  id: 'jotform.fillForm',
  title: 'Fill in a Jotform form',
  purpose: 'fill in the form',
  integration: 'jotform',
  scopes: [],
  input: z.object({ form: formWanted }),
  phrases: [/^(?:fill in|answer) (?:the )?(?:jotform )?(?:form|survey) (?<form>.+)$/i],
  form: async (api, { form: given = '' }, context) => {
    const form = await formNumbered(api, given, context);
    const ask = (path: string) => withFormAccess(api, form, context, () => api.get<unknown>(`/form/${form}${path}`));
    const [about, questions, properties] = await Promise.all([ask(''), ask('/questions'), ask('/properties')]);
    const { status, url } = record(record(about.data).content);
    if (text(status) === 'DELETED')
      throw new ActionRefusedError(say(context, 'Form {form} is in the trash.', { form }));
    if (text(status) === 'DISABLED')
      throw new ActionRefusedError(say(context, "Form {form} isn't accepting answers at the moment.", { form }));
    const page = { url: formLink(api, url), year: new Date().getUTCFullYear() };
    return readQuestions(record(questions.data).content, record(properties.data).content, page, context);
  },
  run: async (api, { form: given = '' }, context, answers) => {
    const form = await formNumbered(api, given, context);
    const send = () => api.post<unknown>(`/form/${form}/submissions`, submissionBody(answers));
    const { data } = await withFormAccess(api, form, context, send, READ_ONLY);
    const id = createdId(record(record(data).content).submissionID);
    return { id, ...submissionPage(api, id) };
  },
  answer: ({ id: _, ...page }) => ({ title: 'Thank you. Your answers are in.', ...page }),
});

/** We have just read the form, so only the right to write can be missing. */
const READ_ONLY = 'Your Jotform key can only read, so nothing was sent. Please connect a key with full access.';

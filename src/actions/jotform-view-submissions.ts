import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { list, record, text } from '../model/json.ts';
import { formNumber, withFormAccess } from './jotform-form.ts';

/** `GET /form/{id}/submissions`, newest first. */
export const jotformViewSubmissions = defineAction({
  id: 'jotform.viewSubmissions',
  title: 'View Jotform submissions',
  purpose: 'show the submissions',
  integration: 'jotform',
  scopes: [],
  input: z.object({
    form: formNumber,
  }),
  phrases: [/^(?:view|show) (?:the )?(?:jotform )?submissions (?:of|for) (?:form )?(?<form>\S+)$/i],
  run: async (api, input) => {
    const params = { limit: 10, orderby: 'created_at', direction: 'DESC' };
    const path = `/form/${input.form}/submissions`;
    const { data } = await withFormAccess(api, input.form, () => api.get<unknown>(path, { params }));
    return list(record(data).content).map(readSubmission);
  },
  answer: (submissions) =>
    submissions.length === 0
      ? { title: 'Nobody has filled in this form yet.' }
      : { title: 'Newest submissions', items: submissions },
});

function readSubmission(entry: unknown) {
  const submission = record(entry);
  const answers = Object.values(record(submission.answers))
    .map((answer) => readAnswer(record(answer)))
    .filter((line) => line !== '');
  return {
    title: text(submission.created_at),
    subtitle: answers.join(' · '),
    url: `https://www.jotform.com/submission/${text(submission.id)}`,
  };
}

function readAnswer(answer: Readonly<Record<string, unknown>>): string {
  const given =
    typeof answer.answer === 'object' ? Object.values(record(answer.answer)).map(text).join(' ') : text(answer.answer);
  return given === '' ? '' : `${text(answer.text)}: ${given}`;
}

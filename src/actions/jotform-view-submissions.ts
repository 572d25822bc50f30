import { z } from 'zod';
import { ActionRefusedError, ApiCallError } from '../errors.ts';
import { defineAction } from '../model/action.ts';
import { list, record, text } from '../model/json.ts';

/** `GET /form/{id}/submissions`, newest first. */
export const jotformViewSubmissions = defineAction({
  id: 'jotform.viewSubmissions',
  title: 'View Jotform submissions',
  purpose: 'show the submissions',
  integration: 'jotform',
  scopes: [],
  input: z.object({
    form: z
      .string()
      .trim()
      .transform((given) => given.replace(/^https?:\/\/[^/]+\/(?:form\/)?(\d+).*$/, '$1'))
      .pipe(z.string().regex(/^\d{5,20}$/, 'A form number has only digits. "List my Jotform forms" shows them.'))
      .meta({ title: 'Of which form?', description: 'Its number or its link' }),
  }),
  phrases: [/^(?:view|show) (?:the )?(?:jotform )?submissions (?:of|for) (?:form )?(?<form>\S+)$/i],
  run: async (api, input) => {
    try {
      const params = { limit: 10, orderby: 'created_at', direction: 'DESC' };
      const { data } = await api.get<unknown>(`/form/${input.form}/submissions`, { params });
      return list(record(data).content).map(readSubmission);
    } catch (error) {
      if (!(error instanceof ApiCallError) || error.status !== 401) throw error;
      // the same 401 stands for a dead key and for a foreign form: this call fails on its own where it is the key
      await api.get('/user');
      throw new ActionRefusedError(`Your Jotform account has no form with the number ${input.form}.`);
    }
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

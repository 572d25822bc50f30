import { z } from 'zod';
import { type Api, defineAction } from '../model/action.ts';
import { record, text } from '../model/json.ts';
import { documentedEntries } from './documented.ts';
import { answerText } from './jotform-answer-text.ts';
import { formNumbered, formWanted, withFormAccess } from './jotform-form.ts';
import { submissionPage } from './jotform-submission-page.ts';
import { plainText } from './plain-text.ts';

/** `GET /form/{id}/submissions`, newest first. */
export const jotformViewSubmissions = defineAction({
  id: 'jotform.viewSubmissions',
  title: 'View Jotform submissions',
  purpose: 'show the submissions',
  integration: 'jotform',
  scopes: [],
  effect: 'read',
  input: z.object({ form: formWanted }),
  phrases: [/^(?:view|show) (?:the )?(?:jotform )?submissions (?:of|for) (?:form )?(?<form>.+)$/i],
  run: async (api, { form: given = '' }, context) => {
    const form = await formNumbered(api, given, context);
    const filter = '{"status:ne":"DELETED"}';
    const params = { limit: 10, orderby: 'created_at', direction: 'DESC', filter };
    const path = `/form/${form}/submissions`;
    const { data } = await withFormAccess(api, form, context, () => api.get<unknown>(path, { params }));
    return documentedEntries(record(data).content)
      .filter(({ status }) => text(status) !== 'DELETED')
      .map((entry) => readSubmission(api, entry));
  },
  answer: (submissions) =>
    submissions.length === 0
      ? { title: 'Nobody has filled in this form yet.' }
      : { title: 'Newest submissions', items: submissions },
});

function readSubmission(api: Api, entry: unknown) {
  const submission = record(entry);
  const answers = Object.values(record(submission.answers))
    .map((answer) => readAnswer(record(answer)))
    .filter((line) => line !== '');
  return {
    title: timeText(text(submission.created_at)),
    subtitle: answers.join(' · '),
    ...submissionPage(api, text(submission.id)),
  };
}

function readAnswer(answer: Readonly<Record<string, unknown>>): string {
  const given = answerText(answer.answer);
  return given === '' ? '' : `${plainText(text(answer.text))}: ${given}`;
}

/** Jotform gives New York time, whoever asks: `2013-06-24 18:43:21`. */
function timeText(created: string): string {
  const [, minute] = /^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}):\d{2}$/.exec(created) ?? [];
  return minute === undefined ? created : `${minute} (New York)`;
}

import { z } from 'zod';
import { type Api, defineAction } from '../model/action.ts';
import { record, text } from '../model/json.ts';
import { documentedList } from './documented.ts';
import { formNumber, withFormAccess } from './jotform-form.ts';
import { submissionPage } from './jotform-submission-page.ts';

/** `GET /form/{id}/submissions`, newest first. */
export const jotformViewSubmissions = defineAction({
  id: 'jotform.viewSubmissions',
  title: 'View Jotform submissions',
  purpose: 'show the submissions',
  integration: 'jotform',
  scopes: [],
  effect: 'read',
  input: z.object({
    form: formNumber,
  }),
  phrases: [/^(?:view|show) (?:the )?(?:jotform )?submissions (?:of|for) (?:form )?(?<form>\S+)$/i],
  run: async (api, input) => {
    const params = { limit: 10, orderby: 'created_at', direction: 'DESC' };
    const path = `/form/${input.form}/submissions`;
    const { data } = await withFormAccess(api, input.form, () => api.get<unknown>(path, { params }));
    return documentedList(record(data).content).map((entry) => readSubmission(api, entry));
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
    title: text(submission.created_at),
    subtitle: answers.join(' · '),
    ...submissionPage(api, text(submission.id)),
  };
}

function readAnswer(answer: Readonly<Record<string, unknown>>): string {
  const given = typeof answer.answer === 'object' ? readParts(record(answer.answer)) : text(answer.answer);
  return given === '' ? '' : `${text(answer.text)}: ${given}`;
}

/** Days and times arrive in parts, in the order of the form. */
function readParts(parts: Readonly<Record<string, unknown>>): string {
  const { year, month, day, hourSelect, minuteSelect, ampm } = parts;
  if (text(year) !== '' && text(month) !== '' && text(day) !== '') {
    return [text(year), text(month).padStart(2, '0'), text(day).padStart(2, '0')].join('-');
  }
  if (text(hourSelect) !== '') return `${text(hourSelect)}:${text(minuteSelect)} ${text(ampm)}`.trim();
  return Object.values(parts).map(text).join(' ').trim();
}

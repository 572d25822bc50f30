import { z } from 'zod';
import { ActionRefusedError, UndocumentedAnswerError } from '../errors.ts';
import { defineAction } from '../model/action.ts';
import type { FormAnswer, FormAnswers, FormQuestion, FormQuestionKind } from '../model/form-question.ts';
import { record, text } from '../model/json.ts';
import { createdId } from './documented.ts';
import { formNumber, withFormAccess } from './jotform-form.ts';
import { submissionPage } from './jotform-submission-page.ts';

/** `GET /form/{id}/questions`, asked in the chat one by one, then `POST /form/{id}/submissions`. */
export const jotformFillForm = defineAction({
  id: 'jotform.fillForm',
  title: 'Fill in a Jotform form',
  purpose: 'fill in the form',
  integration: 'jotform',
  scopes: [],
  input: z.object({ form: formNumber }),
  phrases: [/^(?:fill in|answer) (?:the )?(?:jotform )?(?:form|survey) (?<form>\S+)$/i],
  form: async (api, { form }) => {
    const { data } = await withFormAccess(api, form, () => api.get<unknown>(`/form/${form}/questions`));
    return readQuestions(data);
  },
  run: async (api, { form }, _context, answers) => {
    const body = new URLSearchParams(submissionOf(answers));
    const send = () => api.post<unknown>(`/form/${form}/submissions`, body);
    const { data } = await withFormAccess(api, form, send, READ_ONLY);
    const id = createdId(record(record(data).content).submissionID);
    return { id, ...submissionPage(api, id) };
  },
  answer: ({ id: _, ...page }) => ({ title: 'Thank you. Your answers are in.', ...page }),
});

/** The form could be read just before, so that it is there. */
const READ_ONLY = 'Your Jotform key can only read, so nothing was sent. Please connect a key with full access.';

const KINDS: Readonly<Record<string, FormQuestionKind>> = {
  control_textbox: 'text',
  control_textarea: 'long_text',
  control_dropdown: 'choice',
  control_radio: 'choice',
  control_checkbox: 'choices',
  control_number: 'number',
  control_spinner: 'number',
  control_time: 'time',
  control_datetime: 'date',
  control_fullname: 'full_name',
  control_email: 'email',
  control_phone: 'phone',
  control_address: 'address',
  control_rating: 'rating',
  control_scale: 'rating',
};

/** Headings, pictures and buttons ask nothing. */
function readQuestions(body: unknown): readonly FormQuestion[] {
  const { content } = record(body);
  if (typeof content !== 'object' || content === null) throw new UndocumentedAnswerError('read');
  const entries = Object.values(content).map(record);
  const ordered = entries.toSorted((a, b) => Number(text(a.order)) - Number(text(b.order)));
  const asked = ordered.filter((entry) => KINDS[text(entry.type)] !== undefined);
  const unasked = ordered.find((entry) => text(entry.required) === 'Yes' && KINDS[text(entry.type)] === undefined);
  if (unasked !== undefined) {
    throw new ActionRefusedError(
      'This form has a question that cannot be answered in a chat. Please open it in the browser.',
    );
  }
  return asked.map(readQuestion);
}

function readQuestion(entry: Readonly<Record<string, unknown>>): FormQuestion {
  const choices = text(entry.options)
    .split('|')
    .filter((choice) => choice !== '');
  const max = Number(text(entry.stars) || text(entry.scaleAmount) || '5');
  return {
    // which parts its answer is sent in depends on the type
    name: `${text(entry.qid)}:${text(entry.type)}`,
    title: text(entry.text),
    kind: KINDS[text(entry.type)] ?? 'text',
    required: text(entry.required) === 'Yes',
    ...(choices.length === 0 ? {} : { choices }),
    ...(Number.isInteger(max) && max > 0 ? { max } : {}),
  };
}

/** `submission[3]`, `submission[3_first]`, `submission[3][0]`. */
function submissionOf(answers: FormAnswers): [string, string][] {
  return Object.entries(answers).flatMap(([name, answer]) => {
    const [qid = '', type = ''] = name.split(':');
    return partsOf(type, answer).map(([part, value]): [string, string] => [`submission[${qid}${part}`, value]);
  });
}

const NAMES: Readonly<Record<string, string>> = {
  street: 'addr_line1',
  city: 'city',
  state: 'state',
  postal: 'postal',
  country: 'country',
};

function partsOf(type: string, answer: FormAnswer): readonly (readonly [string, string])[] {
  if (Array.isArray(answer)) return answer.map((choice, index) => [`][${index}]`, choice]);
  if (typeof answer === 'object') {
    return Object.entries(answer).map(([part, value]) => [`_${NAMES[part] ?? part}]`, value]);
  }
  if (type === 'control_datetime') {
    const [year = '', month = '', day = ''] = answer.split('-');
    return [
      ['_month]', month],
      ['_day]', day],
      ['_year]', year],
    ];
  }
  if (type === 'control_time') {
    const [hour = '', minute = ''] = answer.split(':');
    return [
      ['_hourSelect]', hour],
      ['_minuteSelect]', minute],
    ];
  }
  return type === 'control_phone' ? [['_full]', answer]] : [[']', answer]];
}

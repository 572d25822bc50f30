import { ActionRefusedError, UndocumentedAnswerError } from '../errors.ts';
import type { FormQuestion, FormQuestionKind } from '../model/form-question.ts';
import { record, text } from '../model/json.ts';
import { shownLine } from '../model/shown-text.ts';
import { documentedId } from './documented.ts';
import { showingConditions } from './jotform-conditions.ts';
import { optionList } from './jotform-option-lists.ts';
import { plainText } from './plain-text.ts';
import { type Listener, say, word } from './sentences/said/say.ts';

type Entry = Readonly<Record<string, unknown>>;

/**
 * The questions of a form, from `GET /form/{id}/questions` and `GET /form/{id}/properties`.
 * @throws ActionRefusedError if a required question cannot be asked in a chat
 * @throws UndocumentedAnswerError
 */
export function readQuestions(
  content: unknown,
  properties: unknown,
  page: { readonly url: string; readonly year: number },
  listener: Listener,
): readonly FormQuestion[] {
  if (typeof content !== 'object' || content === null) throw new UndocumentedAnswerError('read');
  const entries = Object.values(content).map(record);
  for (const { type } of entries) documentedId(type);
  const shown = entries
    // people who fill in the form do not see these
    .filter((entry) => text(entry.hidden) !== 'Yes')
    .toSorted((a, b) => Number(text(a.order)) - Number(text(b.order)));
  const unasked = shown.find((entry) => text(entry.required) === 'Yes' && KINDS[text(entry.type)] === undefined);
  if (unasked !== undefined) throw new ActionRefusedError(elsewhere(unasked, page.url, listener));
  const asked = shown.filter((entry) => KINDS[text(entry.type)] !== undefined);
  const names = new Map(asked.map((entry) => [text(entry.qid), nameOf(entry)]));
  const conditions = showingConditions(properties, (number) => names.get(number));
  return asked.map((entry) => {
    const when = conditions.get(text(entry.qid));
    return { ...readQuestion(entry, page.year, listener), ...(when === undefined ? {} : { when }) };
  });
}

function elsewhere(entry: Entry, url: string, listener: Listener): string {
  const title = plainText(text(entry.text));
  const where =
    url === ''
      ? say(listener, 'Please use your browser to fill it in.', {})
      : say(listener, 'Please use your browser to fill it in: {url}', { url });
  return `${reason(text(entry.type) === 'control_fileupload', title, listener)} ${where}`;
}

function reason(isFile: boolean, title: string, listener: Listener): string {
  if (title === '') {
    const sentence = isFile ? 'This form asks for a file.' : "This form has a question that can't be asked in a chat.";
    return say(listener, sentence, {});
  }
  const sentence = isFile
    ? 'This form asks for a file ({title}).'
    : "This form has a question that can't be asked in a chat ({title}).";
  return say(listener, sentence, { title });
}

/** Every other type asks nothing (headings, pictures, buttons), or nothing that a chat can ask. */
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

/** What `submissionBody` has to know to send an answer in parts: its type and, for a time, whether the clock has twelve hours. */
function nameOf(entry: Entry): string {
  const clock = text(entry.type) === 'control_time' && /am/i.test(text(entry.timeFormat)) ? ':12' : '';
  return `${text(entry.qid)}:${text(entry.type)}${clock}`;
}

/** More stars than Jotform lets a form have. Each is a choice in the chat. */
const MOST = 100;

function readQuestion(entry: Entry, year: number, listener: Listener): FormQuestion {
  const kind = KINDS[text(entry.type)] ?? 'text';
  const choices = choicesOf(entry, year);
  const max = Number(text(entry.stars) || text(entry.scaleAmount) || '5');
  const isChoice = kind === 'choice' || kind === 'choices';
  return {
    name: nameOf(entry),
    title: plainText(text(entry.text)) || word(listener, 'Question'),
    // if we do not know the list, anything may be an answer
    kind: isChoice && choices.length === 0 ? 'text' : kind,
    required: text(entry.required) === 'Yes',
    ...(choices.length === 0 ? {} : { choices }),
    ...(Number.isInteger(max) && max > 0 && max <= MOST ? { max } : {}),
  };
}

function choicesOf(entry: Entry, year: number): readonly string[] {
  const special = text(entry.special);
  if (special !== '' && special !== 'None') return optionList(special, year) ?? [];
  return text(entry.options)
    .split('|')
    .map(shownLine)
    .filter((choice) => choice !== '');
}

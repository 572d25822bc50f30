import { list, record, text } from '../model/json.ts';
import { refusedAs } from './refused-as.ts';
import { type Listener, say, word } from './sentences/said/say.ts';

/** What an error response of Zendesk says, in any of its four shapes. */
export interface ZendeskProblem {
  /** `RecordNotFound`, `RecordInvalid`, `Invalid endpoint` …; empty if it says nothing. */
  readonly code: string;
  /** The fields that are wrong; `base` is the whole record. */
  readonly fields: readonly { readonly name: string; readonly blank: boolean }[];
}

/**
 * `{"error":"RecordInvalid","details":{…}}`, `{"error":{"title":"Forbidden"}}`, `{"errors":[{"code":"…"}]}` and the bare
 * `{"error":"Couldn't authenticate you"}`.
 */
export function readZendeskProblem(body: unknown): ZendeskProblem {
  const { error, errors, details } = record(body);
  const code = text(error) || text(record(error).title) || text(record(list(errors)[0]).code);
  const fields = Object.entries(record(details)).map(([name, problems]) => ({
    name,
    blank: list(problems).some((problem) => text(record(problem).error) === 'BlankValue'),
  }));
  return { code, fields };
}

/** Our sentence for a record that Zendesk refuses; undefined if the response names no field. */
export function refusedRecord(body: unknown, listener: Listener): string | undefined {
  const [field] = readZendeskProblem(body).fields;
  if (field === undefined) return undefined;
  const name = FIELD_NAMES[field.name] ?? field.name;
  if (!field.blank) return refusedAs(listener, 'Zendesk', name);
  return say(listener, 'Zendesk also needs a value for the {field}.', { field: word(listener, name) });
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  // the first comment is the description, and Zendesk complains about the whole ticket if it is empty
  base: 'message',
  comment: 'message',
};

/** If the plan lacks this part of the API, Zendesk returns 404, as for a record that does not exist. */
export function isMissingEndpoint(body: unknown): boolean {
  return /^invalid ?endpoint$/i.test(readZendeskProblem(body).code);
}

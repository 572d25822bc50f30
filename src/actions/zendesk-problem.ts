import { list, record, text } from '../model/json.ts';
import { refusedAs } from './refused-as.ts';
import { type Listener, say, word } from './sentences/said/say.ts';

/** What an error answer of Zendesk says, whichever of its four shapes it has. */
export interface ZendeskProblem {
  /** `RecordNotFound`, `RecordInvalid`, `Invalid endpoint` …; empty if it says nothing. */
  readonly code: string;
  /** What is wrong, by field; `base` is the whole. */
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

/** Our sentence for a record that Zendesk does not take; undefined if it names no field. */
export function refusedRecord(body: unknown, listener: Listener): string | undefined {
  const [field] = readZendeskProblem(body).fields;
  if (field === undefined) return undefined;
  const name = FIELD_NAMES[field.name] ?? field.name;
  if (!field.blank) return refusedAs(listener, 'Zendesk', name);
  return say(listener, 'Zendesk also needs a value for the {field}.', { field: word(listener, name) });
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  // the first comment is the description, and Zendesk complains of the whole ticket when it is empty
  base: 'message',
  comment: 'message',
};

/** A plan without this part of the API says 404, like a record that is not there. */
export function isMissingEndpoint(body: unknown): boolean {
  return /^invalid ?endpoint$/i.test(readZendeskProblem(body).code);
}

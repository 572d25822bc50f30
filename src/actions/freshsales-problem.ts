import { list, record, text } from '../model/json.ts';

/** The product's own messages, for matching only; never shown: `{"errors":{"code":…,"message":["…"]}}`. */
function sentencesOf(body: unknown): string {
  const { message } = record(record(body).errors);
  return [text(message), ...list(message).map(text)].join(' ');
}

/** Freshsales has been seen to report duplicates with 400 and with 422, with code 3002 or only in words. */
export function isDuplicate(body: unknown): boolean {
  const code = text(record(record(body).errors).code);
  return code === '3002' || /already exists|not unique|already been taken/i.test(sentencesOf(body));
}

/** The first of these fields that the message mentions. Freshsales names the field nowhere else. */
export function namedField<Name extends string>(body: unknown, fields: Readonly<Record<Name, RegExp>>) {
  const sentences = sentencesOf(body);
  for (const name in fields) if (fields[name].test(sentences)) return name;
  return undefined;
}

import { list, record, text } from '../model/json.ts';

/** The product's sentences, to be judged and never shown: `{"errors":{"code":…,"message":["…"]}}`. */
function sentencesOf(body: unknown): string {
  const { message } = record(record(body).errors);
  return [text(message), ...list(message).map(text)].join(' ');
}

/** Duplicates were seen as 400 and as 422, with a code of their own or with words only. */
export function isDuplicate(body: unknown): boolean {
  const code = text(record(record(body).errors).code);
  return code === '3002' || /already exists|not unique|already been taken/i.test(sentencesOf(body));
}

/** Freshsales names the field in the sentence only; the first of the given ones that is there. */
export function namedField<Name extends string>(body: unknown, fields: Readonly<Record<Name, RegExp>>) {
  const sentences = sentencesOf(body);
  for (const name in fields) if (fields[name].test(sentences)) return name;
  return undefined;
}

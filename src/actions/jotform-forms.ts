import type { Api } from '../model/action.ts';
import { record, text } from '../model/json.ts';
import { documentedEntries } from './documented.ts';
import { formLink } from './jotform-form-link.ts';
import { plainText } from './plain-text.ts';

export interface JotformForm {
  readonly id: string;
  readonly title: string;
  /** A number as Jotform writes it. Empty if it does not say how many. */
  readonly submissions: string;
  /** Empty if it is not at Jotform. */
  readonly url: string;
}

/**
 * The person's forms, newest first: `GET /user/forms`. Ids and counts arrive as strings.
 * @param limit how many at most; Jotform allows 1000
 */
export async function formsOf(api: Api, limit: number): Promise<readonly JotformForm[]> {
  const params = { limit, orderby: 'created_at', filter: '{"status:ne":"DELETED"}' };
  const { data } = await api.get<unknown>('/user/forms', { params });
  // what is in the trash is listed too
  return documentedEntries(record(data).content)
    .filter(({ status }) => text(status) !== 'DELETED')
    .map((entry) => readForm(api, entry));
}

function readForm(api: Api, entry: unknown): JotformForm {
  const form = record(entry);
  return {
    id: text(form.id),
    title: plainText(text(form.title)),
    submissions: text(form.count),
    url: formLink(api, form.url),
  };
}

import { z } from 'zod';
import { ActionRefusedError, ApiCallError } from '../errors.ts';
import type { Api } from '../model/action.ts';
import { pastedLink } from './pasted-link.ts';
import { type Listener, say } from './sentences/said/say.ts';

/** The number of a form, also from a link to it. */
export const formNumber = z
  .string()
  .trim()
  .transform((given) => pastedLink(given, formIn) ?? given)
  .pipe(z.string().regex(/^\d{5,20}$/, 'A form number has only digits. "List my Jotform forms" shows them.'))
  .meta({ title: 'Which form?', description: 'Its number or its link' });

/**
 * From a link to the form, or to the pages where its owner edits it or reads its submissions: `/build/<form>`,
 * `/inbox/<form>/<submission>` and `/tables/<form>`, as in https://www.jotform.com/tables/262705169746062
 */
function formIn({ pathname }: URL): string | undefined {
  return /\/(\d{5,20})(?:\/|$)/.exec(pathname)?.[1];
}

/**
 * Jotform returns the same 401 for a dead key, for somebody else's form, and for a key that may only read. Only a dead key fails
 * at `GET /user` too.
 * @throws ActionRefusedError with the sentence if the key works
 * @throws ReauthorizationNeededError if it does not
 */
export async function withFormAccess<T>(
  api: Api,
  form: string,
  listener: Listener,
  call: () => Promise<T>,
  sentence = say(listener, 'Your Jotform account has no form with the number {form}.', { form }),
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof ApiCallError) || (error.status !== 401 && error.status !== 403)) throw error;
    if (error.status === 401) await api.get('/user');
    throw new ActionRefusedError(sentence);
  }
}

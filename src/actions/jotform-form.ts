import { z } from 'zod';
import { ActionRefusedError, ApiCallError } from '../errors.ts';
import type { Api } from '../model/action.ts';

/** The number of a form, also out of its link. */
export const formNumber = z
  .string()
  .trim()
  .transform((given) => given.replace(/^https?:\/\/[^/]+\/(?:form\/)?(\d+).*$/, '$1'))
  .pipe(z.string().regex(/^\d{5,20}$/, 'A form number has only digits. "List my Jotform forms" shows them.'))
  .meta({ title: 'Which form?', description: 'Its number or its link' });

/**
 * Jotform answers the same 401 for a dead key and for a form that is somebody else's; who is asking tells them apart.
 * @throws ActionRefusedError when it is the form, ReauthorizationNeededError when it is the key
 */
export async function withFormAccess<T>(api: Api, form: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof ApiCallError) || error.status !== 401) throw error;
    await api.get('/user');
    throw new ActionRefusedError(`Your Jotform account has no form with the number ${form}.`);
  }
}

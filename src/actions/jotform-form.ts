import { z } from 'zod';
import { ActionRefusedError, ApiCallError } from '../errors.ts';
import type { Api } from '../model/action.ts';
import { formsOf } from './jotform-forms.ts';
import { chosenFrom, offer } from './offer.ts';
import { pastedLink } from './pasted-link.ts';
import { type Listener, say } from './sentences/said/say.ts';

/** A form's name, its number, or a link to it. If the person names none, they choose among their forms. */
export const formWanted = z
  .string()
  .trim()
  .max(200)
  .transform((given) => pastedLink(given, formIn) ?? given)
  .refine((given) => !given.includes('://'), 'This is not a link to a form.')
  .optional()
  .meta({ description: 'Which form?' });

/** How many forms are looked through for a name, newest first. */
const LOOKED_THROUGH = 200;
/** Nobody reads more than this in a chat. */
const OFFERED = 20;

/**
 * The number of the form with this number or name. Without either, that of the only form.
 * @throws InputRefusedError with the newest forms to choose from
 * @throws ActionRefusedError if there are none
 */
export async function formNumbered(api: Api, given: string, listener: Listener): Promise<string> {
  if (/^\d{5,20}$/.test(given)) return given;
  const forms = await formsOf(api, LOOKED_THROUGH);
  if (forms.length === 0) throw new ActionRefusedError('You have no forms yet.');
  const { found, choices } = chosenFrom(
    forms,
    given,
    ({ title }) => title,
    ({ id }) => id,
  );
  const form = given === '' && forms.length === 1 ? forms[0] : found;
  if (form !== undefined) return form.id;
  const sentence = given === '' ? undefined : say(listener, 'You have no form “{form}” in Jotform.', { form: given });
  return offer('form', sentence, choices.slice(0, OFFERED));
}

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

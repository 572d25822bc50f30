import type { IncomingMessage, ServerResponse } from 'node:http';
import { formToken, isFormToken } from '../form-token.ts';
import { isSameOrigin } from '../same-origin.ts';
import { answerForeign } from './answers.ts';
import { type ConsoleForm, readConsoleForm } from './console-form.ts';
import type { ConsoleHandler, ConsoleWeb } from './console-web.ts';

/** A token for a form that people see before they sign in. There is no session then, so the token is bound to the form only. */
export function anonymousToken(web: ConsoleWeb, form: string): string {
  const [secret = ''] = web.secrets;
  return formToken(secret, `console ${form}`);
}

/** Accepts a form only if a page of ours sent it, with no fields but the expected ones. */
export function anonymousForm(
  name: string,
  fields: readonly string[],
  handler: (web: ConsoleWeb, form: ConsoleForm, request: IncomingMessage, response: ServerResponse) => Promise<void>,
): ConsoleHandler {
  return async (web, request, response) => {
    const form = await readConsoleForm(request);
    if (!isSameOrigin(request, web.publicUrl.origin)) return answerForeign(web, response, 403);
    if (!isFormToken(web.secrets, `console ${name}`, form.one('form_token'))) {
      return answerForeign(web, response, 403);
    }
    if (!form.hasOnly(['form_token', ...fields])) return answerForeign(web, response, 400);
    await handler(web, form, request, response);
  };
}

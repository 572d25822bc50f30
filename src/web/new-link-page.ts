import type { ServerResponse } from 'node:http';
import type { Returned } from '../flows/complete-callback.ts';
import { sendNewLink } from '../flows/send-new-link.ts';
import { answerPage } from './answer.ts';
import { formToken, isFormToken, returnedForm } from './form-token.ts';
import { answerOtherBrowser, answerTooMany, answerUnavailable } from './message-pages.ts';
import { onlyValue, readForm } from './read-form.ts';
import { pathSegment } from './request-target.ts';
import { isSameOrigin } from './same-origin.ts';
import { messageView } from './views/message.ts';
import { returnedView } from './views/returned.ts';
import { type Handler, speakingAs, type WebContext } from './web-context.ts';

/** For a browser that came back without its cookie: explains how to continue, with one button. */
export function answerReturned(web: WebContext, response: ServerResponse, returned: Returned): void {
  if (!returned.mayAskForNewLink) {
    answerOtherBrowser(speakingAs(web, returned), response);
    return;
  }
  const [signingSecret = ''] = web.formSecrets;
  const { authorizationId } = returned;
  const view = {
    returned,
    action: `${web.publicUrl.base}/done/${authorizationId}/new-link`,
    formToken: formToken(signingSecret, returnedForm(authorizationId)),
  };
  answerPage(response, 403, returnedView(speakingAs(web, returned).frame, view));
}

/** `POST /done/:id/new-link`: sends a new link to the chat. The page says the same however often the button is pressed. */
export const askForNewLink: Handler = async (web, request, response) => {
  const authorizationId = pathSegment(request, 1);
  const form = await readForm(request);
  if (!isSameOrigin(request, web.publicUrl.origin)) return answerUnavailable(web, response, { status: 403 });
  if (!isFormToken(web.formSecrets, returnedForm(authorizationId), onlyValue(form, 'form_token'))) {
    return answerUnavailable(web, response, { status: 403 });
  }
  const outcome = await sendNewLink(web.services, { authorizationId });
  if (outcome.status === 'too_many') return answerTooMany(web, response, outcome.minutes * 60);
  const { frame } = speakingAs(web, outcome);
  const { texts, botName } = frame;
  answerPage(response, 200, messageView(frame, { title: texts.newLinkTitle, text: texts.newLink(botName) }));
};

import type { IncomingMessage, ServerResponse } from 'node:http';
import { describeLink } from '../flows/describe-link.ts';
import { newSecret } from '../flows/one-time-secret.ts';
import type { Field, FieldProblem } from '../model/field.ts';
import { answerPage } from './answer.ts';
import { linkFormToken } from './form-token.ts';
import { answerGone, answerUnknownTenant } from './message-pages.ts';
import { pathSegment } from './request-target.ts';
import { type ConnectView, connectView } from './views/connect.ts';
import { type FieldError, fieldError } from './views/field-row.ts';
import type { Handler, WebContext } from './web-context.ts';

/** `GET /connect/:link`. Changes nothing and sets no cookie: link previews and scanners open links too (security.md R2). */
export const connectPage: Handler = async (web, request, response) => {
  const session = await web.sessions.read(request, response);
  const link = await describeLink(web.services, {
    link: pathSegment(request, 1),
    browserSecret: session?.browserSecret,
  });
  if (link.status === 'gone') return answerGone(web, response);
  answerPage(response, 200, render(web, request, { link }));
};

/** The customer's name at the product that was typed, and why one cannot go on with it. */
export interface RefusedTenant {
  readonly browserSecret: string;
  readonly typed: string | undefined;
  readonly problem: FieldProblem | 'unknown';
}

/** The same page after a POST whose entry could not be right; nothing was claimed by it. */
export async function answerConnectPageAgain(
  web: WebContext,
  request: IncomingMessage,
  response: ServerResponse,
  refused: RefusedTenant,
): Promise<void> {
  const { browserSecret } = refused;
  const link = await describeLink(web.services, { link: pathSegment(request, 1), browserSecret });
  if (link.status === 'gone') return answerGone(web, response);
  const field = link.tenantField;
  // the name came from the chat, so there is nothing to correct here
  if (field === undefined) return answerUnknownTenant(web, response, link.integrationName);
  const error = errorOf(web, link.integrationName, field, refused.problem);
  answerPage(response, 422, render(web, request, { link, error, tenant: refused.typed ?? '' }));
}

function render(
  web: WebContext,
  request: IncomingMessage,
  view: Pick<ConnectView, 'link' | 'error' | 'tenant'>,
): string {
  const secretOfLink = pathSegment(request, 1);
  const [signingSecret = ''] = web.sessionSecrets;
  return connectView(web.frame, {
    ...view,
    action: `${web.publicUrl.base}/connect/${secretOfLink}`,
    formToken: linkFormToken(signingSecret, secretOfLink, newSecret(web.services)),
    endsWithCode: web.services.settings.confirm === 'last',
    now: web.services.now(),
  });
}

function errorOf(
  web: WebContext,
  integrationName: string,
  field: Field,
  problem: RefusedTenant['problem'],
): FieldError {
  const { texts } = web.frame;
  if (problem !== 'unknown') return fieldError(texts, field, problem);
  return { text: texts.unknownTenant(integrationName), field: field.key, title: field.title };
}

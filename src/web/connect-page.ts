import type { IncomingMessage, ServerResponse } from 'node:http';
import { describeLink, type LinkDescription } from '../flows/describe-link.ts';
import type { FieldProblem } from '../model/field.ts';
import { answerPage } from './answer.ts';
import { linkFormToken } from './form-token.ts';
import { answerGone } from './message-pages.ts';
import { pathSegment } from './request-target.ts';
import { connectView } from './views/connect.ts';
import type { Handler, WebContext } from './web-context.ts';

/** `GET /connect/:link`. Changes nothing and sets no cookie: link previews and scanners open links too (security.md R2). */
export const connectPage: Handler = (web, request, response) => answerConnectPage(web, request, response);

/** The same page after a POST whose entry could not be right. */
export async function answerConnectPage(
  web: WebContext,
  request: IncomingMessage,
  response: ServerResponse,
  problem?: FieldProblem,
): Promise<void> {
  const linkSecret = pathSegment(request, 1);
  const link = await describeLink(web.services, { link: linkSecret });
  if (link.status === 'gone') return answerGone(web, response);
  const [secret = ''] = web.sessionSecrets;
  const view = connectView(web.frame, {
    link,
    action: `${web.publicUrl.base}/connect/${linkSecret}`,
    formToken: linkFormToken(secret, linkSecret),
    endsWithCode: web.services.settings.confirm === 'last',
    now: web.services.now(),
    ...errorOf(web, link, problem),
  });
  answerPage(response, problem === undefined ? 200 : 422, view);
}

function errorOf(
  web: WebContext,
  link: Extract<LinkDescription, { readonly status: 'open' }>,
  problem: FieldProblem | undefined,
): Pick<Parameters<typeof connectView>[1], 'error'> {
  if (problem === undefined || link.tenantField === undefined) return {};
  const { tenantField } = link;
  return { error: { text: web.frame.texts.fieldProblem(tenantField, problem), field: tenantField.key } };
}

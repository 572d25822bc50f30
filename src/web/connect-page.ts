import type { IncomingMessage, ServerResponse } from 'node:http';
import { describeLink, type LinkDescription } from '../flows/describe-link.ts';
import type { Field, FieldProblem } from '../model/field.ts';
import { fieldInWords } from '../model/field-in-words.ts';
import { answerPage, answerSeeOther } from './answer.ts';
import { donePath } from './done-path.ts';
import { formToken, linkForm } from './form-token.ts';
import { answerGone, answerInUse, answerUnknownTenant, unknownTenantText } from './message-pages.ts';
import { pathSegment } from './request-target.ts';
import { type ConnectView, connectView } from './views/connect.ts';
import { type FieldError, fieldError } from './views/field-row.ts';
import { type Handler, speakingAs, type WebContext } from './web-context.ts';

/**
 * `GET /connect/:link`. Changes nothing, because link previews and scanners open links too. The cookie that it sets lets a
 * person press the button twice; before the claim it grants nothing.
 */
export const connectPage: Handler = async (web, request, response) => {
  const link = await describe(web, request);
  if (link.status !== 'open') return refuse(web, response, link);
  web.cookies.keepPage(request, response, link.authorizationId);
  answerPage(response, 200, render(speakingAs(web, link), request, { link }));
};

/** The customer's name at the product as the person typed it, and why it cannot be used. */
export interface RefusedTenant {
  readonly typed: string | undefined;
  readonly problem: FieldProblem | 'unknown';
}

/** The same page again after a POST with an entry that cannot be right. The link stays unclaimed. */
export async function answerConnectPageAgain(
  web: WebContext,
  request: IncomingMessage,
  response: ServerResponse,
  refused: RefusedTenant,
): Promise<void> {
  const link = await describe(web, request);
  if (link.status !== 'open') return refuse(web, response, link);
  web.cookies.keepPage(request, response, link.authorizationId);
  const field = link.tenantField;
  // the name came from the chat, so the person cannot correct it here
  const spoken = speakingAs(web, link);
  if (field === undefined) return answerUnknownTenant(spoken, response, link.integrationName);
  const error = errorOf(spoken, link.integrationName, field, refused.problem);
  answerPage(response, 422, render(spoken, request, { link, error, tenant: refused.typed ?? '' }));
}

function describe(web: WebContext, request: IncomingMessage): Promise<LinkDescription> {
  return describeLink(web.services, { link: pathSegment(request, 1), browser: web.cookies.read(request) });
}

function refuse(
  web: WebContext,
  response: ServerResponse,
  link: Exclude<LinkDescription, { readonly status: 'open' }>,
): void {
  if (link.status === 'landed') answerSeeOther(response, donePath(web, link));
  else if (link.status === 'other_browser') answerInUse(web, response);
  else answerGone(web, response);
}

function render(
  web: WebContext,
  request: IncomingMessage,
  view: Pick<ConnectView, 'error' | 'tenant'> & {
    readonly link: Extract<LinkDescription, { readonly status: 'open' }>;
  },
): string {
  const secretOfLink = pathSegment(request, 1);
  const [signingSecret = ''] = web.formSecrets;
  const { origin, base, isHttps } = web.publicUrl;
  // a phone cannot open an address of this machine, and only such addresses use http
  const phoneUrl = isHttps && view.link.isUnclaimed ? `${origin}${base}/connect/${secretOfLink}` : undefined;
  return connectView(web.frame, {
    ...view,
    ...(phoneUrl === undefined ? {} : { phoneUrl }),
    action: `${base}/connect/${secretOfLink}`,
    formToken: formToken(signingSecret, linkForm(secretOfLink)),
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
  const { texts, inWords } = web.frame;
  if (problem !== 'unknown') return fieldError(texts, fieldInWords(field, inWords), problem);
  return { text: unknownTenantText(web.frame, integrationName), field: field.key, title: field.title };
}

import { describeLink } from '../flows/describe-link.ts';
import { answerPage } from './answer.ts';
import { linkFormToken } from './form-token.ts';
import { answerGone } from './message-pages.ts';
import { pathSegment } from './request-target.ts';
import { connectView } from './views/connect.ts';
import type { Handler } from './web-context.ts';

/** `GET /connect/:link`. Changes nothing and sets no cookie: link previews and scanners open links too (security.md R2). */
export const connectPage: Handler = async (web, request, response) => {
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
  });
  answerPage(response, 200, view);
};

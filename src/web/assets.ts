import { answerText } from './answer.ts';
import { icon } from './assets/icon.ts';
import { stylesheet } from './assets/stylesheet.ts';
import { answerIcon } from './integration-icon.ts';
import { answerUnavailable } from './message-pages.ts';
import type { Handler } from './web-context.ts';

/** `GET /assets/latchkey.css` */
export const stylesheetFile: Handler = async (_web, _request, response) => {
  answerText(response, 200, 'text/css; charset=utf-8', stylesheet);
};

/** `GET /assets/icons/:integration` */
export const integrationIcon: Handler = async (web, request, response) => {
  if (!answerIcon(web.services, request, response)) answerUnavailable(web, response, { status: 404 });
};

/** `GET /assets/icon.svg` */
export const iconFile: Handler = async (_web, _request, response) => {
  answerText(response, 200, 'image/svg+xml; charset=utf-8', icon);
};

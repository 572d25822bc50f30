import { answerText } from './answer.ts';
import { icon } from './assets/icon.ts';
import { stylesheet } from './assets/stylesheet.ts';
import type { Handler } from './web-context.ts';

/** `GET /assets/latchkey.css` */
export const stylesheetFile: Handler = async (_web, _request, response) => {
  answerText(response, 200, 'text/css; charset=utf-8', stylesheet);
};

/** `GET /assets/icon.svg` */
export const iconFile: Handler = async (_web, _request, response) => {
  answerText(response, 200, 'image/svg+xml; charset=utf-8', icon);
};

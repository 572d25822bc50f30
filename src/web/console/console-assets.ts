import { answerText } from '../answer.ts';
import { icon } from '../assets/icon.ts';
import { stylesheet } from '../assets/stylesheet.ts';
import { answerIcon } from '../integration-icon.ts';
import { answerNotFound } from './answers.ts';
import { consoleStylesheet } from './console-stylesheet.ts';
import type { ConsoleHandler } from './console-web.ts';
import { signedIn } from './visit.ts';

/** `GET /console/assets/console.css`: the stylesheet of the people's pages and the console's own. */
export const consoleStylesheetFile: ConsoleHandler = async (_web, _request, response) => {
  answerText(response, 200, 'text/css; charset=utf-8', `${stylesheet}\n${consoleStylesheet}`);
};

/** `GET /console/assets/icons/:integration` */
export const consoleIntegrationIcon = signedIn(async (visit) => {
  const { web, request, response } = visit;
  if (!answerIcon(web.services, request, response)) answerNotFound(web, response, visit);
});

/** `GET /console/assets/icon.svg` */
export const consoleIcon: ConsoleHandler = async (_web, _request, response) => {
  answerText(response, 200, 'image/svg+xml; charset=utf-8', icon);
};

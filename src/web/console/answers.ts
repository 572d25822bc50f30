import type { ServerResponse } from 'node:http';
import { answerPage } from '../answer.ts';
import { html } from '../html.ts';
import { leavesBody, type Refusal } from '../refuse-request.ts';
import type { ConsoleWeb } from './console-web.ts';
import { consoleLayout, frameOf } from './views/console-layout.ts';
import type { Visit } from './visit.ts';

/** The same page for what does not exist and for what the developer may not see, so that a guesser learns nothing. */
export function answerNotFound(web: ConsoleWeb, response: ServerResponse, visit?: Visit): void {
  answerMessage(web, response, 404, web.texts.notFound, visit);
}

/** No page of ours sent this form in this way: it comes from another site, is too old, or has unexpected fields. */
export function answerForeign(web: ConsoleWeb, response: ServerResponse, status: 400 | 403): void {
  answerMessage(web, response, status, web.texts.foreignForm);
}

/** The session has ended in the meantime. What was typed is lost. */
export function answerSignedOut(web: ConsoleWeb, response: ServerResponse): void {
  answerMessage(web, response, 401, web.texts.signedOut);
}

export function answerConflict(visit: Visit): void {
  answerMessage(visit.web, visit.response, 409, visit.web.texts.conflict, visit);
}

export function answerTooMany(web: ConsoleWeb, response: ServerResponse, seconds: number): void {
  response.setHeader('Retry-After', seconds);
  answerMessage(web, response, 429, web.texts.tooMany(seconds));
}

export function answerFailed(web: ConsoleWeb, response: ServerResponse, status: 500 | 503, ref: string): void {
  answerMessage(web, response, status, web.texts.failed(ref));
}

export function answerClosing(web: ConsoleWeb, response: ServerResponse): void {
  answerMessage(web, response, 503, web.texts.restarting);
}

/** Decides from the head of a request alone. */
export function answerRefused(web: ConsoleWeb, response: ServerResponse, refusal: Refusal): void {
  if (refusal.allow !== undefined) response.setHeader('Allow', refusal.allow);
  if (leavesBody(refusal)) response.setHeader('Connection', 'close');
  answerMessage(web, response, refusal.status, web.texts.notFound);
}

export function answerMessage(
  web: ConsoleWeb,
  response: ServerResponse,
  status: number,
  message: { readonly title: string; readonly text: string },
  visit?: Visit,
): void {
  const { texts, base } = web;
  const body = html`<h1>${message.title}</h1>
<p class="lead">${message.text}</p>
<p><a href="${base}">${texts.toStart}</a></p>`;
  answerPage(response, status, consoleLayout(frameOf(web, visit), { title: message.title, body }));
}

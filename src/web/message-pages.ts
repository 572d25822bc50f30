import type { ServerResponse } from 'node:http';
import { answerPage } from './answer.ts';
import { leavesBody, type Refusal } from './refuse-request.ts';
import { messageView } from './views/message.ts';
import type { WebContext } from './web-context.ts';

/** One page and one status for every link that cannot be used, so that a guesser learns nothing. */
export function answerGone({ frame }: WebContext, response: ServerResponse): void {
  answerPage(response, 404, messageView(frame, { title: frame.texts.goneTitle, text: frame.texts.gone }));
}

/** The person opened a link that another browser is using. Nothing has changed. */
export function answerInUse({ frame }: WebContext, response: ServerResponse): void {
  answerPage(response, 403, messageView(frame, { title: frame.texts.inUseTitle, text: frame.texts.inUse }));
}

/** Another browser tried to continue, so the attempt has ended. */
export function answerOtherBrowser({ frame }: WebContext, response: ServerResponse): void {
  const { otherBrowserTitle: title, otherBrowser: text } = frame.texts;
  answerPage(response, 403, messageView(frame, { title, text }));
}

/** The bot has no app registered for this customer of the product. */
export function answerUnknownTenant({ frame }: WebContext, response: ServerResponse, integrationName: string): void {
  const { unknownTenantTitle: title } = frame.texts;
  answerPage(response, 422, messageView(frame, { title, text: unknownTenantText(frame, integrationName) }));
}

export function unknownTenantText({ texts, contact }: WebContext['frame'], integrationName: string): string {
  const text = texts.unknownTenant(integrationName);
  return contact === undefined ? text : `${text} ${texts.askContact(contact)}`;
}

export function answerFailed({ frame }: WebContext, response: ServerResponse, status: 500 | 503, ref: string): void {
  answerPage(response, status, messageView(frame, { title: frame.texts.failedTitle, text: frame.texts.failed(ref) }));
}

/** The process is about to end. The same address works again in a moment. */
export function answerClosing({ frame }: WebContext, response: ServerResponse): void {
  const { restartingTitle: title, restarting: text } = frame.texts;
  answerPage(response, 503, messageView(frame, { title, text }));
}

export function answerTooMany({ frame }: WebContext, response: ServerResponse, seconds: number): void {
  const { texts } = frame;
  response.setHeader('Retry-After', seconds);
  const text = texts.tooMany(texts.minutes(Math.ceil(seconds / 60)));
  answerPage(response, 429, messageView(frame, { title: texts.tooManyTitle, text }));
}

export function answerUnavailable({ frame }: WebContext, response: ServerResponse, refusal: Refusal): void {
  if (refusal.allow !== undefined) response.setHeader('Allow', refusal.allow);
  if (leavesBody(refusal)) response.setHeader('Connection', 'close');
  const { unavailableTitle: title, unavailable: text } = frame.texts;
  answerPage(response, refusal.status, messageView(frame, { title, text }));
}

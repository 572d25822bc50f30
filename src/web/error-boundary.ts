import type { IncomingMessage, ServerResponse } from 'node:http';
import { LatchkeyError, StoreUnavailableError } from '../errors.ts';
import { newReference } from '../flows/services.ts';
import { answerFailed } from './message-pages.ts';
import { setSecurityHeaders } from './security-headers.ts';
import type { Handler, WebContext } from './web-context.ts';

/**
 * The one place where errors become answers: the person reads a reference, the log has the same one (security.md R52).
 * Never rejects; restify would send an error's message to the browser.
 */
export function withinBoundary(web: WebContext, route: string, handler: Handler) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    setSecurityHeaders(response, web.publicUrl);
    try {
      await handler(web, request, response);
    } catch (error) {
      const ref = newReference(web.services);
      web.services.log({ event: 'page_failed', ref, route, error: logText(error) });
      if (response.headersSent) response.destroy();
      else answerFailed(web, response, error instanceof StoreUnavailableError ? 503 : 500, ref);
    }
  };
}

/** Our own errors hold no secret; of any other only its kind and place are logged, because its message could. */
export function logText(error: unknown): string {
  if (error instanceof LatchkeyError) return `${error.code}: ${error.message}`;
  if (!(error instanceof Error)) return typeof error;
  const place = error.stack?.split('\n').find((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line));
  return `${error.name}${place === undefined ? '' : ` ${place.trim()}`}`;
}

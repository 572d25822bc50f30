import type { IncomingMessage, ServerResponse } from 'node:http';
import { LatchkeyError, StoreUnavailableError } from '../errors.ts';
import { newReference } from '../flows/services.ts';
import { nameOf } from '../model/cause-of.ts';
import type { Site } from './site.ts';

/**
 * The one place that turns errors into responses. The person sees a reference, and the log has the same one. Never rejects,
 * because restify would send the error's message to the browser.
 */
export async function withinBoundary(
  { services, failed }: Pick<Site, 'services' | 'failed'>,
  request: IncomingMessage,
  response: ServerResponse,
  route: Pick<Site['routes'][number], 'answer'> & { readonly shown: string },
): Promise<void> {
  try {
    await route.answer(request, response);
  } catch (error) {
    // the request broke off or was too slow, so nobody is left to read a response
    if (!request.complete && (request.destroyed || response.writableEnded)) return;
    const ref = newReference(services);
    services.log({ event: 'page_failed', ref, route: route.shown, error: logText(error) });
    if (response.headersSent) response.destroy();
    else failed(response, error instanceof StoreUnavailableError ? 503 : 500, ref);
  }
}

/**
 * Our own errors contain no secret. Of any other error only the kind and the place are logged, because its message could
 * contain one.
 */
function logText(error: unknown): string {
  if (error instanceof LatchkeyError) return `${error.code}: ${error.message}`;
  if (!(error instanceof Error)) return typeof error;
  // a message may have lines that look like places
  const place = error.stack
    ?.replace(error.message, '')
    .split('\n')
    .find((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line));
  return `${nameOf(error)}${place === undefined ? '' : ` ${place.trim()}`}`;
}

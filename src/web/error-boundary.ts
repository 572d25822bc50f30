import type { IncomingMessage, ServerResponse } from 'node:http';
import { LatchkeyError, StoreUnavailableError } from '../errors.ts';
import { newReference } from '../flows/services.ts';
import type { Site } from './site.ts';

/**
 * The one place where errors become answers: the person reads a reference, the log has the same one (security.md R52).
 * Never rejects; restify would send an error's message to the browser.
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
    // the request broke off, or was too slow: there is nobody left to tell
    if (!request.complete && (request.destroyed || response.writableEnded)) return;
    const ref = newReference(services);
    services.log({ event: 'page_failed', ref, route: route.shown, error: logText(error) });
    if (response.headersSent) response.destroy();
    else failed(response, error instanceof StoreUnavailableError ? 503 : 500, ref);
  }
}

/** Our own errors hold no secret; of any other only its kind and place are logged, because its message could. */
function logText(error: unknown): string {
  if (error instanceof LatchkeyError) return `${error.code}: ${error.message}`;
  if (!(error instanceof Error)) return typeof error;
  const place = error.stack?.split('\n').find((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line));
  return `${error.name}${place === undefined ? '' : ` ${place.trim()}`}`;
}

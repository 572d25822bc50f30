import type { Services } from '../flows/services.ts';
import { isLoopbackSocket } from '../model/loopback.ts';
import { answerText } from './answer.ts';
import { setSecurityHeaders } from './security-headers.ts';
import type { WebHandler } from './web-handler.ts';

/**
 * For a bot that accepts unauthenticated activities. Serves requests from loopback addresses and refuses all others,
 * whatever their path, because other machines may reach this listener.
 */
export function loopbackOnly({ log }: Pick<Services, 'log'>, handler: WebHandler): WebHandler {
  return async (request, response, next) => {
    const { localAddress } = request.socket;
    if (localAddress !== undefined && isLoopbackSocket(localAddress)) return handler(request, response, next);
    log({ event: 'public_listener', address: localAddress ?? 'unknown' });
    setSecurityHeaders(response, { isHttps: false });
    response.setHeader('Connection', 'close');
    answerText(response, 503, 'text/plain; charset=utf-8', REFUSED);
    return true;
  };
}

const REFUSED =
  'This bot listens where others can reach it, but MicrosoftAppId is empty: set MicrosoftAppId, or listen on 127.0.0.1\n';

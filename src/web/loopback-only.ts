import type { Services } from '../flows/services.ts';
import { isLoopbackSocket } from '../model/loopback.ts';
import { answerText } from './answer.ts';
import { setSecurityHeaders } from './security-headers.ts';
import type { WebHandler } from './web-handler.ts';

/**
 * For a bot with an option that is for one machine. Serves requests to loopback addresses and refuses all others, whatever
 * their path, because other machines may reach this listener.
 *
 * @param why names the option, and what to do about it
 */
export function loopbackOnly({ log }: Pick<Services, 'log'>, why: string, handler: WebHandler): WebHandler {
  return async (request, response, next) => {
    const { localAddress } = request.socket;
    if (localAddress !== undefined && isLoopbackSocket(localAddress)) return handler(request, response, next);
    log({ event: 'public_listener', address: localAddress ?? 'unknown' });
    setSecurityHeaders(response, { isHttps: false });
    response.setHeader('Connection', 'close');
    const text = `This bot listens where others can reach it, but ${why}, or listen on 127.0.0.1\n`;
    answerText(response, 503, 'text/plain; charset=utf-8', text);
    return true;
  };
}

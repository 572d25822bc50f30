import type { Request, Response, Server } from 'restify';
import type { Method } from './doors.ts';

const REGISTER = {
  GET: 'get',
  HEAD: 'head',
  POST: 'post',
  PUT: 'put',
  PATCH: 'patch',
  DELETE: 'del',
  OPTIONS: 'opts',
} as const satisfies Record<Method, keyof Server>;

/** restify's own names for methods. */
export function register(
  server: Server,
  method: Method,
  path: string,
  handler: (request: Request, response: Response) => Promise<void>,
): void {
  server[REGISTER[method]](path, handler);
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from '../../flows/operator/audited.ts';
import { operatorOfSession } from '../../flows/operator/operator-sessions.ts';
import type { Operator } from '../../model/operator.ts';
import { answerSeeOther } from '../answer.ts';
import { isSameToken } from '../form-token.ts';
import { isSameOrigin } from '../same-origin.ts';
import { answerForeign, answerSignedOut } from './answers.ts';
import { type ConsoleForm, readConsoleForm } from './console-form.ts';
import type { ConsoleSession } from './console-session.ts';
import type { ConsoleHandler, ConsoleWeb } from './console-web.ts';

/** A request of a developer who is signed in. */
export interface Visit {
  readonly web: ConsoleWeb;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly operator: Operator;
  readonly actor: Actor;
  readonly session: ConsoleSession;
}

/** For pages. Everybody else is sent to the sign-in. */
export function signedIn(handler: (visit: Visit) => Promise<void>): ConsoleHandler {
  return async (web, request, response) => {
    const visit = await visitOf(web, request, response);
    if (visit === undefined) answerSeeOther(response, `${web.base}/sign-in`);
    else await handler(visit);
  };
}

/**
 * For forms. Checks in this order: a page of ours sent it, the developer is signed in, the form has the session's token, and
 * it has no fields but the expected ones.
 */
export function changing(
  fields: readonly string[],
  handler: (visit: Visit, form: ConsoleForm) => Promise<void>,
): ConsoleHandler {
  return async (web, request, response) => {
    const form = await readConsoleForm(request);
    if (!isSameOrigin(request, web.publicUrl.origin)) return answerForeign(web, response, 403);
    const visit = await visitOf(web, request, response);
    if (visit === undefined) return answerSignedOut(web, response);
    if (!isSameToken(visit.session.formToken, form.one('form_token'))) return answerForeign(web, response, 403);
    if (!form.hasOnly(['form_token', ...fields])) return answerForeign(web, response, 400);
    await handler(visit, form);
  };
}

async function visitOf(
  web: ConsoleWeb,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Visit | undefined> {
  const session = await web.sessions.read(request, response);
  if (session === undefined) return undefined;
  const { operatorId, id: sessionId } = session;
  const operator = await operatorOfSession(web.services, { operatorId, sessionId, openId: web.openId });
  if (operator === undefined) return undefined;
  return { web, request, response, session, operator, actor: { name: operator.name } };
}

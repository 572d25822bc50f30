import type { IncomingMessage, ServerResponse } from 'node:http';
import { startOperatorSession } from '../../flows/operator/operator-sessions.ts';
import type { Operator } from '../../model/operator.ts';
import { assertCookieArrives } from '../public-url.ts';
import type { ConsoleWeb } from './console-web.ts';
import { rememberBrowser } from './remembered-browser.ts';

/**
 * Starts the session of a developer who has just proved their identity. False if in the meantime their account was removed
 * or their password changed.
 */
export async function beginSession(
  web: ConsoleWeb,
  request: IncomingMessage,
  response: ServerResponse,
  operator: Pick<Operator, 'id' | 'name' | 'passwordHash'>,
): Promise<boolean> {
  assertCookieArrives(request, web.publicUrl);
  const { services } = web;
  const id = await startOperatorSession(services, { operator, browser: browserOf(request) });
  if (id === undefined) return false;
  const now = services.now();
  const formToken = Buffer.from(services.randomBytes(32)).toString('base64url');
  const session = { operatorId: operator.id, id, formToken, startedAt: now, seenAt: now, provedAt: now };
  await web.sessions.start(request, response, session);
  rememberBrowser(web, response, operator.name);
  return true;
}

/** `Firefox · Windows`: enough to recognise one's own session, in every language. Empty if neither is known. */
function browserOf(request: IncomingMessage): string {
  const agent = request.headers['user-agent'] ?? '';
  return [firstIn(agent, BROWSERS), firstIn(agent, SYSTEMS)].filter((name) => name !== undefined).join(' · ');
}

function firstIn(agent: string, names: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(names).find(([mark]) => agent.includes(mark))?.[1];
}

/** Chrome and Edge also say Safari, so the order matters. */
const BROWSERS = { 'Edg/': 'Edge', 'Firefox/': 'Firefox', 'Chrome/': 'Chrome', 'Safari/': 'Safari' };
const SYSTEMS = {
  Android: 'Android',
  iPhone: 'iPhone',
  iPad: 'iPad',
  Windows: 'Windows',
  'Mac OS': 'Mac',
  Linux: 'Linux',
};

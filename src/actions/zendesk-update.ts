import type { ActionContext, Api } from '../model/action.ts';
import { record } from '../model/json.ts';
import { createdId } from './documented.ts';
import { orRefuse } from './or-refuse.ts';
import { say } from './sentences/said/say.ts';
import { readZendeskProblem, refusedRecord } from './zendesk-problem.ts';
import { isEndUser, readZendeskTicket, type ZendeskTicket } from './zendesk-ticket.ts';

/**
 * `PUT /api/v2/tickets/{id}.json`, or for a customer `PUT /api/v2/requests/{id}.json`.
 * @param sentence what to say if Zendesk does not allow it (403)
 */
export async function updateZendeskTicket(
  api: Api,
  ticket: string,
  changes: Readonly<Record<string, unknown>>,
  context: ActionContext,
  sentence: string,
): Promise<ZendeskTicket> {
  const name = isEndUser(context) ? 'request' : 'ticket';
  const { data } = await orRefuse(api.put<unknown>(`/api/v2/${name}s/${ticket}.json`, { [name]: changes }), {
    403: sentence,
    404: say(context, "There is no ticket #{ticket}, or your account can't see it.", { ticket }),
    409: say(context, 'Someone else is changing ticket #{ticket} right now. Please try again.', { ticket }),
    422: (body) =>
      isClosed(body)
        ? say(context, 'Ticket #{ticket} is closed. Open a new one instead.', { ticket })
        : refusedRecord(body, context),
  });
  const { [name]: updated } = record(data);
  createdId(record(updated).id);
  return readZendeskTicket(updated, api, context);
}

/** Nothing about a closed ticket can be changed, not even its status. */
function isClosed(body: unknown): boolean {
  return readZendeskProblem(body).fields.some(({ name }) => name === 'status');
}

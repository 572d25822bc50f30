import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { record } from '../model/json.ts';
import { createdId } from './documented.ts';
import { orRefuse } from './or-refuse.ts';
import { say } from './sentences/said/say.ts';
import { refusedRecord } from './zendesk-problem.ts';
import { isEndUser, readZendeskTicket } from './zendesk-ticket.ts';

/** `POST /api/v2/tickets.json`, or for a customer `POST /api/v2/requests.json`. */
export const zendeskCreateTicket = defineAction({
  id: 'zendesk.createTicket',
  title: 'Create a Zendesk ticket',
  purpose: 'create the ticket',
  integration: 'zendesk',
  scopes: ['write'],
  input: z.object({
    subject: z
      .string()
      .trim()
      .min(1, 'The subject cannot be empty.')
      .max(150, 'Please keep the subject under 150 characters.')
      .meta({ title: 'What is it about?', description: 'One line that becomes the subject' }),
    body: z
      .string()
      .trim()
      .min(1, 'The message cannot be empty.')
      .meta({ title: 'What should the ticket say?', description: 'A message that everyone on the ticket can read' }),
    /** Never asked for; a message may name it. */
    priority: z
      .string()
      .trim()
      .toLowerCase()
      .pipe(z.enum(['low', 'normal', 'high', 'urgent']))
      .optional(),
  }),
  phrases: [
    /^(?:create|open) (?:a |an )?(?:new )?(?:(?<priority>low|normal|high|urgent)(?: priority)? )?zendesk ticket\s*[:,-]\s*(?<subject>.+)$/i,
    /^(?:create|open) (?:a |an )(?<priority>low|normal|high|urgent)(?: priority)? zendesk ticket$/i,
  ],
  run: async (api, { subject, body, priority }, context) => {
    const name = isEndUser(context) ? 'request' : 'ticket';
    const ticket = { subject, comment: { body, public: true }, ...(priority === undefined ? {} : { priority }) };
    const { data } = await orRefuse(api.post<unknown>(`/api/v2/${name}s.json`, { [name]: ticket }), {
      403: 'Your Zendesk account is not allowed to create tickets.',
      422: (refused) => refusedRecord(refused, context),
    });
    const { [name]: created } = record(data);
    createdId(record(created).id);
    return readZendeskTicket(created, api, context);
  },
  answer: ({ id, subject, url }, context) => ({
    title: say(context, 'Created ticket #{id}', { id }),
    text: subject,
    url,
  }),
});

import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { record } from '../model/json.ts';
import { createdId } from './documented.ts';
import { emailAddress } from './email-address.ts';
import { readGorgiasTicket } from './gorgias-ticket.ts';
import { orRefuse } from './or-refuse.ts';
import { refusedAs } from './refused-as.ts';
import { type Listener, say } from './sentences/said/say.ts';

/**
 * `POST /api/tickets` in the customer's name: Gorgias would e-mail a message from an agent to the customer.
 * The profile decides the OAuth scopes, because Gorgias is about to replace its only one, `write:all`, with narrower ones.
 */
export const gorgiasCreateTicket = defineAction({
  id: 'gorgias.createTicket',
  title: 'Create a Gorgias ticket',
  purpose: 'create the ticket',
  integration: 'gorgias',
  scopes: [],
  input: z.object({
    email: emailAddress.meta({ title: 'Which customer is it for?', description: 'The e-mail address' }),
    subject: z
      .string()
      .trim()
      .min(1, 'The subject cannot be empty.')
      .max(150, 'Please keep the subject under 150 characters.')
      .meta({ title: 'What is it about?', description: 'One line that becomes the subject' }),
    message: z
      .string()
      .trim()
      .min(1, 'The message cannot be empty.')
      .meta({ title: 'What did the customer say?', description: 'The first message on the ticket' }),
  }),
  phrases: [
    /^(?:create|open) (?:a )?(?:new )?gorgias ticket for (?<email>[^\s:,]+@[^\s:,]+)(?:\s*[:,-]\s*(?<subject>.+))?$/i,
  ],
  run: async (api, { email, subject, message }, context) => {
    const first = { channel: 'email', via: 'api', from_agent: false, body_text: message, sender: { email } };
    const ticket = { channel: 'email', via: 'api', subject, customer: { email }, messages: [first] };
    const { data } = await orRefuse(api.post<unknown>('/api/tickets', ticket), {
      400: (refused) => refusedField(refused, context),
      403: 'Your Gorgias account is not allowed to create tickets.',
    });
    createdId(record(data).id);
    return readGorgiasTicket(data, api, context);
  },
  answer: ({ id, subject, url }, context) => ({
    title: say(context, 'Created ticket #{id}', { id }),
    text: subject,
    url,
  }),
});

/** `{"error":{"msg":"…","data":{"messages":["…"]}}}` */
function refusedField(body: unknown, context: Listener): string | undefined {
  const [field] = Object.keys(record(record(record(body).error).data));
  return field === undefined ? undefined : refusedAs(context, 'Gorgias', FIELD_NAMES[field] ?? field);
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  customer: "customer's e-mail address",
  messages: 'message',
};

import { z } from 'zod';
import { ActionRefusedError, ApiCallError } from '../errors.ts';
import { type Api, defineAction } from '../model/action.ts';
import { list, record, text } from '../model/json.ts';
import { createdId, documentedId, documentedNumber } from './documented.ts';
import { orRefuse } from './or-refuse.ts';
import { type Listener, say } from './sentences/said/say.ts';
import { ticketNumber } from './ticket-number.ts';

/**
 * `POST /api/tickets/{id}/messages`: an e-mail from an agent to the ticket's customer. `sender` is a user of the help desk, never
 * the shop's address, which is `source.from`. The ticket says who the customer is and which of the shop's addresses it came to.
 * Without `sent_datetime`, Gorgias sends the e-mail itself, some time after its response.
 * @see https://developers.gorgias.com/reference/create-ticket-message
 * @see https://developers.gorgias.com/docs/create-a-new-message-in-ticket-via-api
 */
export const gorgiasReplyTicket = defineAction({
  id: 'gorgias.replyTicket',
  title: 'Reply to a Gorgias ticket',
  purpose: 'send the reply',
  integration: 'gorgias',
  scopes: [],
  input: z.object({
    ticket: ticketNumber,
    reply: z
      .string()
      .trim()
      .min(1, 'The reply cannot be empty.')
      .meta({ title: 'What is your reply?', description: 'It is sent to the customer by e-mail' }),
  }),
  phrases: [/^reply to (?:the )?gorgias ticket (?<ticket>#?\d+|https?:\/\/[^\s]+?)(?:\s*[:,]\s+(?<reply>.+))?$/is],
  run: async (api, { ticket, reply }, context) => {
    const { customer, shop, subject } = await correspondence(api, ticket, context);
    const sender = await ownUser(api);
    const message = {
      channel: 'email',
      via: 'api',
      from_agent: true,
      public: true,
      body_text: reply,
      subject,
      ...(sender === undefined ? {} : { sender }),
      receiver: { email: customer },
      source: { type: 'email', from: { address: shop }, to: [{ address: customer }] },
    };
    const { data } = await orRefuse(api.post<unknown>(`/api/tickets/${ticket}/messages`, message), {
      400: "Gorgias doesn't accept this reply.",
      403: say(context, 'Your {product} account is not allowed to reply to ticket #{ticket}.', {
        product: 'Gorgias',
        ticket,
      }),
      404: noSuchTicket(ticket, context),
    });
    createdId(record(data).id);
    return { ticket, reply, url: api.getUri({ url: `/app/ticket/${ticket}` }) };
  },
  answer: ({ ticket, reply, url }, context) => ({
    title: say(context, 'Replied to ticket #{id}', { id: ticket }),
    text: reply,
    url,
  }),
});

function noSuchTicket(ticket: string, context: Listener): string {
  return say(context, "There is no ticket #{ticket}, or your account can't see it.", { ticket });
}

/**
 * `GET /api/users/0` is the caller. Undefined if the access may not read users: Gorgias then uses the caller as the sender.
 * @see https://developers.gorgias.com/reference/get-user
 */
async function ownUser(api: Api): Promise<{ readonly id: number } | undefined> {
  try {
    const { data } = await api.get<unknown>('/api/users/0');
    return { id: documentedNumber(record(data).id) };
  } catch (error) {
    if (error instanceof ApiCallError && (error.status === 403 || error.status === 404)) return undefined;
    throw error;
  }
}

/** The customer's address, the shop's address from the newest message that has one, and the subject. */
async function correspondence(api: Api, ticket: string, context: Listener) {
  const { data } = await orRefuse(api.get<unknown>(`/api/tickets/${ticket}`), {
    403: say(context, 'Your {product} account is not allowed to see ticket #{ticket}.', {
      product: 'Gorgias',
      ticket,
    }),
    404: noSuchTicket(ticket, context),
  });
  const found = record(data);
  documentedId(found.id);
  const customer = text(record(found.customer).email);
  const sources = list(found.messages)
    .map((message) => record(message))
    .toReversed();
  const shop = sources.map(shopAddress).find((address) => address !== '') ?? '';
  if (customer === '' || shop === '') {
    throw new ActionRefusedError(
      say(context, "Ticket #{ticket} didn't come by e-mail, so I can't reply to it. Please reply in Gorgias.", {
        ticket,
      }),
    );
  }
  return { customer, shop, subject: text(found.subject) };
}

/** The address that the customer wrote to, or that an agent wrote from. */
function shopAddress(message: Readonly<Record<string, unknown>>): string {
  const source = record(message.source);
  const address = message.from_agent === true ? record(source.from).address : record(list(source.to)[0]).address;
  return text(address);
}

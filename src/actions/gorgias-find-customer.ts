import { z } from 'zod';
import { type Api, defineAction } from '../model/action.ts';
import { record, text } from '../model/json.ts';
import { documentedEntries } from './documented.ts';
import { emailAddress } from './email-address.ts';
import { orRefuse } from './or-refuse.ts';
import { counted, say } from './sentences/said/say.ts';

/** `GET /api/customers?email=…` */
export const gorgiasFindCustomer = defineAction({
  id: 'gorgias.findCustomer',
  title: 'Find a Gorgias customer',
  purpose: 'find the customer',
  integration: 'gorgias',
  scopes: [],
  effect: 'read',
  input: z.object({
    email: emailAddress.meta({ title: 'Which customer?', description: 'The e-mail address' }),
  }),
  phrases: [/^find (?:the )?gorgias customer (?<email>\S+@\S+)$/i],
  run: async (api, { email }) => {
    const call = api.get<unknown>('/api/customers', { params: { email, limit: 10 } });
    const { data } = await orRefuse(call, { 403: 'Your Gorgias account is not allowed to see customers.' });
    return { email, customers: documentedEntries(record(data).data).map((entry) => readCustomer(entry, api)) };
  },
  answer: ({ email, customers }, context) =>
    customers.length === 0
      ? { title: say(context, 'There is no customer with the e-mail address {email}.', { email }) }
      : { title: counted(context, 'customers', customers.length), items: customers },
});

function readCustomer(entry: unknown, api: Api) {
  const customer = record(entry);
  const email = text(customer.email);
  return {
    title: text(customer.name) || email,
    subtitle: email,
    url: api.getUri({ url: `/app/customer/${text(customer.id)}` }),
  };
}

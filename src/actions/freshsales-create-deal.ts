import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { record } from '../model/json.ts';
import { createdId } from './documented.ts';
import { namedField } from './freshsales-problem.ts';
import { orRefuse } from './or-refuse.ts';
import { refusedAs } from './refused-as.ts';
import { type Listener, say } from './sentences/said/say.ts';

/** `POST /deals`; the amount is in the account's own currency. */
export const freshsalesCreateDeal = defineAction({
  id: 'freshsales.createDeal',
  title: 'Create a Freshsales deal',
  purpose: 'create the deal',
  integration: 'freshsales',
  scopes: [],
  input: z.object({
    name: z
      .string()
      .trim()
      .min(1, 'The name cannot be empty.')
      .max(200, 'That name is too long.')
      .meta({ title: 'What is the deal called?' }),
    amount: z
      .number()
      .min(0)
      .max(999_999_999_999)
      .multipleOf(0.01, 'An amount has at most two decimals.')
      .meta({ title: 'How much is it worth?', description: 'An amount, like 1200' }),
  }),
  phrases: [/^(?:create|add) (?:a )?(?:new )?freshsales deal:? (?<name>.+?) (?:for|worth|over) (?<amount>[\d.,_ ]+)$/i],
  run: async (api, deal, context) => {
    const { data } = await orRefuse(api.post<unknown>('/api/deals', { deal }), {
      400: (body) => refusedDeal(body, context),
      403: 'Your Freshsales key is not allowed to create deals.',
      422: (body) => refusedDeal(body, context),
    });
    const id = createdId(record(record(data).deal).id);
    return { id, name: deal.name, amount: deal.amount, url: api.getUri({ url: `/deals/${id}` }) };
  },
  answer: ({ name, amount, url }, context) => ({
    title: say(context, 'Created the deal “{name}”', { name }),
    facts: [{ title: 'Amount', value: String(amount) }],
    url,
  }),
});

function refusedDeal(body: unknown, context: Listener): string {
  const field = namedField(body, { amount: /amount/i, name: /name/i });
  return field === undefined ? "Freshsales doesn't accept this deal." : refusedAs(context, 'Freshsales', field);
}

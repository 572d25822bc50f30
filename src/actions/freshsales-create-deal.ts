import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { record } from '../model/json.ts';
import { createdId } from './documented.ts';
import { namedField } from './freshsales-problem.ts';
import { orRefuse } from './or-refuse.ts';

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
      .union([z.string(), z.number()])
      .transform((given) => String(given).replace(/[\s_]|,(?=\d{3}\b)/g, ''))
      .pipe(z.string().regex(/^\d{1,12}(?:\.\d{1,2})?$/, 'An amount looks like 1200 or 1200.50.'))
      .transform(Number)
      .meta({ title: 'How much is it worth?', description: 'An amount, like 1200' }),
  }),
  phrases: [/^(?:create|add) (?:a )?(?:new )?freshsales deal:? (?<name>.+?) (?:for|worth|over) (?<amount>[\d.,_ ]+)$/i],
  run: async (api, deal) => {
    const { data } = await orRefuse(api.post<unknown>('/api/deals', { deal }), {
      400: refusedDeal,
      403: 'Your Freshsales key is not allowed to create deals.',
      422: refusedDeal,
    });
    const id = createdId(record(record(data).deal).id);
    return { id, name: deal.name, amount: deal.amount, url: api.getUri({ url: `/deals/${id}` }) };
  },
  answer: ({ name, amount, url }) => ({
    title: `Created the deal ${name}`,
    facts: [{ title: 'Amount', value: String(amount) }],
    url,
  }),
});

function refusedDeal(body: unknown): string {
  const field = namedField(body, { amount: /amount/i, name: /name/i });
  return field === undefined ? "Freshsales doesn't take this deal." : `Freshsales doesn't take this as ${field}.`;
}

import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { text } from '../model/json.ts';
import { documentedEntries } from './documented.ts';
import { dealItem, readFreshsalesDeal } from './freshsales-deal.ts';
import { orRefuse } from './or-refuse.ts';
import { say } from './sentences/said/say.ts';

/** `GET /search`, which matches parts of names. */
export const freshsalesFindDeal = defineAction({
  id: 'freshsales.findDeal',
  title: 'Find a Freshsales deal',
  purpose: 'find the deal',
  integration: 'freshsales',
  scopes: [],
  effect: 'read',
  input: z.object({
    name: z
      .string()
      .trim()
      .min(2, 'Please enter at least two letters.')
      .max(200, 'That is too long.')
      .meta({ title: 'Which deal?', description: 'Part of its name' }),
  }),
  phrases: [/^(?:find|search|look up) (?:the |a )?freshsales deals? (?:for |called )?(?<name>.+)$/i],
  run: async (api, { name }) => {
    const params = { q: name, include: 'deal', per_page: 10 };
    const { data } = await orRefuse(api.get<unknown>('/api/search', { params }), {
      403: 'Your Freshsales key is not allowed to find deals.',
    });
    const found = documentedEntries(data).filter(({ type }) => text(type) === 'deal');
    return { name, deals: found.slice(0, 10).map((entry) => readFreshsalesDeal(entry, api)) };
  },
  answer: ({ name, deals }, context) =>
    deals.length === 0
      ? { title: say(context, 'I found no deal for “{name}”.', { name }) }
      : { title: say(context, 'Deals for “{name}”', { name }), items: deals.map((deal) => dealItem(deal, context)) },
});

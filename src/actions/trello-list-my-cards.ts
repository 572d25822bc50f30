import { z } from 'zod';
import { type Api, defineAction } from '../model/action.ts';
import { record, text } from '../model/json.ts';
import { documentedEntries } from './documented.ts';
import { productLink } from './product-link.ts';
import { say } from './sentences/said/say.ts';

/** `GET /members/me/cards`: the open cards that the person is a member of. */
export const trelloListMyCards = defineAction({
  id: 'trello.listMyCards',
  title: 'List my Trello cards',
  purpose: 'list your cards',
  integration: 'trello',
  scopes: ['read:board:trello'],
  effect: 'read',
  input: z.object({}),
  phrases: [/^(?:list |show )?my (?:open )?trello cards$/i],
  run: async (api) => {
    const params = { filter: 'visible', fields: 'name,due,shortUrl', limit: 10 };
    const { data } = await api.get<unknown>('/members/me/cards', { params });
    return documentedEntries(data)
      .slice(0, 10)
      .map((entry) => readCard(api, entry));
  },
  answer: (cards, context) =>
    cards.length === 0
      ? { title: 'You have no open cards.' }
      : {
          title: 'Your cards in Trello',
          items: cards.map(({ name, due, url }) => ({
            title: name,
            ...(due === '' ? {} : { subtitle: say(context, 'Due {day}', { day: due }) }),
            url,
          })),
        },
});

function readCard(api: Api, entry: unknown) {
  const { name, due, shortUrl } = record(entry);
  const [day = ''] = /^\d{4}-\d{2}-\d{2}(?=T)/.exec(text(due)) ?? [];
  return { name: text(name), due: day, url: productLink(api, shortUrl, ['trello.com']) };
}

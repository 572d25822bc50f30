import { z } from 'zod';
import { type Api, defineAction } from '../model/action.ts';
import { list, record, text } from '../model/json.ts';
import { documentedEntries } from './documented.ts';
import { productLink } from './product-link.ts';
import { say } from './sentences/said/say.ts';

/** `POST /search`, which finds only pages that the person has shared with the connection. */
export const notionFindPage = defineAction({
  id: 'notion.findPage',
  title: 'Find a Notion page',
  purpose: 'find the page',
  integration: 'notion',
  scopes: [],
  effect: 'read',
  input: z.object({
    query: z
      .string()
      .trim()
      .min(1, 'Please enter a word from the title.')
      .meta({ title: 'Which page are you looking for?', description: 'Words in the title' }),
  }),
  phrases: [/^(?:find|search) (?:a |the )?notion pages? (?:about |called |for )?(?<query>.+)$/i],
  run: async (api, { query }) => {
    const filter = { property: 'object', value: 'page' };
    const { data } = await api.post<unknown>('/search', { query, filter, page_size: 10 });
    return { query, pages: documentedEntries(record(data).results).map((entry) => readPage(entry, api)) };
  },
  answer: ({ query, pages }, context) =>
    pages.length === 0
      ? { title: say(context, 'I found no page for “{words}”.', { words: query }) }
      : { title: say(context, 'Pages for “{words}”', { words: query }), items: pages },
});

function readPage(entry: unknown, api: Api): { readonly title: string; readonly url: string } {
  const { properties, url } = record(entry);
  const title = Object.values(record(properties)).find((property) => record(property).type === 'title');
  const words = list(record(title).title).map((part) => text(record(part).plain_text));
  return { title: words.join(''), url: productLink(api, url, ['notion.so', 'notion.com', 'notion.site']) };
}

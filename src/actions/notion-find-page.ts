import { z } from 'zod';
import { defineAction } from '../model/action.ts';
import { list, record, text } from '../model/json.ts';
import { documentedEntries } from './documented.ts';

/** `POST /search`: only pages that the person has given to the connection. */
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
      .min(1, 'A word of its title is needed.')
      .meta({ title: 'Which page are you looking for?', description: 'Words of its title' }),
  }),
  phrases: [/^(?:find|search) (?:a |the )?notion pages? (?:about |called |for )?(?<query>.+)$/i],
  run: async (api, { query }) => {
    const filter = { property: 'object', value: 'page' };
    const { data } = await api.post<unknown>('/search', { query, filter, page_size: 10 });
    return { query, pages: documentedEntries(record(data).results).map(readPage) };
  },
  answer: ({ query, pages }) =>
    pages.length === 0
      ? { title: `No page that you share is called ${query}.` }
      : { title: `Pages about ${query}`, items: pages },
});

function readPage(entry: unknown): { readonly title: string; readonly url: string } {
  const { properties, url } = record(entry);
  const title = Object.values(record(properties)).find((property) => record(property).type === 'title');
  const words = list(record(title).title).map((part) => text(record(part).plain_text));
  return { title: words.join('') || 'Untitled', url: text(url) };
}

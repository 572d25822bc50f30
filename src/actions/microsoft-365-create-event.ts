import { defineAction } from '../model/action.ts';
import { record } from '../model/json.ts';
import { createdId } from './documented.ts';
import { endOf, eventInput } from './event-input.ts';
import { productLink } from './product-link.ts';

/** `POST /me/events`. A retry creates no second event: Graph recognizes it by `transactionId`. */
export const microsoft365CreateEvent = defineAction({
  id: 'microsoft-365.createEvent',
  title: 'Create a Microsoft 365 event',
  purpose: 'create the event',
  integration: 'microsoft-365',
  scopes: ['Calendars.ReadWrite'],
  input: eventInput,
  phrases: [/^(?:create|add) (?:a |an )?(?:new )?outlook event(?:\s*[:,-]\s+(?<title>.+))?$/i],
  run: async (api, { title, start, minutes }, { idempotencyKey }) => {
    const event = {
      subject: title,
      start: { dateTime: start, timeZone: 'UTC' },
      end: { dateTime: endOf({ start, minutes }), timeZone: 'UTC' },
      transactionId: idempotencyKey,
    };
    const { data } = await api.post<unknown>('/me/events', event);
    const { id, webLink } = record(data);
    return {
      id: createdId(id),
      title,
      url: productLink(api, webLink, ['office365.com', 'office.com', 'live.com', 'cloud.microsoft']),
    };
  },
  answer: ({ title, url }) => ({ title: 'Added to your calendar', text: title, ...(url === '' ? {} : { url }) }),
});

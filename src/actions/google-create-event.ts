import { defineAction } from '../model/action.ts';
import { record } from '../model/json.ts';
import { createdId } from './documented.ts';
import { endOf, eventInput } from './event-input.ts';
import { productLink } from './product-link.ts';

/** `POST /calendar/v3/calendars/primary/events` */
export const googleCreateEvent = defineAction({
  id: 'google.createEvent',
  title: 'Create a Google Calendar event',
  purpose: 'create the event',
  integration: 'google',
  scopes: ['https://www.googleapis.com/auth/calendar.events'],
  input: eventInput,
  phrases: [/^(?:create|add) (?:a |an )?(?:new )?google (?:calendar )?event(?:\s*[:,-]\s+(?<title>.+))?$/i],
  run: async (api, { title, start, minutes }) => {
    const event = { summary: title, start: { dateTime: start }, end: { dateTime: endOf({ start, minutes }) } };
    const { data } = await api.post<unknown>('/calendar/v3/calendars/primary/events', event);
    const { id, htmlLink } = record(data);
    return { id: createdId(id), title, url: productLink(api, htmlLink, ['google.com']) };
  },
  answer: ({ title, url }) => ({ title: 'Added to your calendar', text: title, ...(url === '' ? {} : { url }) }),
});

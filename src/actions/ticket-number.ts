import { z } from 'zod';
import { pastedLink } from './pasted-link.ts';

/** The number of a ticket, also from a link to it in a help desk or a help center. */
export const ticketNumber = z
  .union([z.string(), z.number()])
  .transform((given) => {
    const said = String(given).trim();
    return pastedLink(said, numberIn) ?? said.replace(/^#\s*/, '');
  })
  .pipe(z.string().regex(/^\d{1,15}$/, 'A ticket number has only digits, like 33.'))
  .meta({ title: 'Which ticket?', description: 'Its number, like 33, or its link' });

function numberIn({ pathname, hash }: URL): string | undefined {
  // Zendesk may put the ticket after the hash, as in /agent/#/tickets/<ticket>:
  // https://support.zendesk.com/hc/en-us/articles/4408887617050-About-ticket-archiving
  const path = hash.startsWith('#/') ? hash.slice(1) : pathname;
  // Gorgias puts a ticket below the view that it was opened from: /app/views/<view>/<ticket>
  return /\/(?:tickets?|requests|views\/\d+)\/(\d+)(?:\/|$)/.exec(path)?.[1];
}

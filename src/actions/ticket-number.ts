import { z } from 'zod';

/** The number of a ticket, also out of its link in a help desk or a help center. */
export const ticketNumber = z
  .union([z.string(), z.number()])
  .transform((given) => numberIn(String(given).trim()))
  .pipe(z.string().regex(/^\d{1,15}$/, 'A ticket number has only digits, like 33.'))
  .meta({ title: 'Which ticket?', description: 'Its number, like 33, or its link' });

function numberIn(given: string): string {
  // Gorgias shows a ticket below the view it was opened from: /app/views/<view>/<ticket>
  const link = /^<?https?:\/\/[^?#]*\/(?:tickets?|requests|views\/\d+)\/(\d+)(?:[/?#|>].*)?$/.exec(given);
  return link?.[1] ?? given.replace(/^#\s*/, '');
}

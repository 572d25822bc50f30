import { z } from 'zod';

/** The input for a new calendar event. */
export const eventInput = z.object({
  title: z
    .string()
    .trim()
    .min(1, 'The title cannot be empty.')
    .max(255, 'A calendar allows at most 255 characters.')
    .meta({ title: 'What is the event about?', description: 'One line that becomes the title' }),
  start: z.iso.datetime().meta({ title: 'When does it start?', description: 'A day and a time' }),
  /** The duration. Never asked for; only code can set it. */
  minutes: z.int().min(1).max(1440).default(60),
});

/** The end as an ISO time in UTC. */
export function endOf({ start, minutes }: { readonly start: string; readonly minutes: number }): string {
  return new Date(Date.parse(start) + minutes * 60_000).toISOString();
}

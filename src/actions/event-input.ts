import { z } from 'zod';

/** What a new entry of a calendar is about, and when it is. */
export const eventInput = z.object({
  title: z
    .string()
    .trim()
    .min(1, 'The title cannot be empty.')
    .max(255, 'A calendar takes at most 255 characters.')
    .meta({ title: 'What is it?', description: 'One line that becomes the title' }),
  start: z.iso.datetime().meta({ title: 'When does it begin?', description: 'A day and a time' }),
  /** Never asked for; code may give it. */
  minutes: z.int().min(1).max(1440).default(60),
});

/** ISO time at which it ends, in UTC. */
export function endOf({ start, minutes }: { readonly start: string; readonly minutes: number }): string {
  return new Date(Date.parse(start) + minutes * 60_000).toISOString();
}

import { z } from 'zod';

export const emailAddress = z
  .string()
  .trim()
  .pipe(z.email('An e-mail address looks like jane@example.com.').max(254, 'That e-mail address is too long.'));

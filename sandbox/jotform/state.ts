import { z } from 'zod';
import { seedSubmissions } from './seed.ts';

const answer = z.union([z.string(), z.array(z.string()), z.record(z.string(), z.string())]);

const submission = z
  .object({
    id: z.string(),
    formId: z.string(),
    createdAt: z.number(),
    status: z.enum(['ACTIVE', 'DELETED']).optional(),
    answers: z.record(z.string(), answer),
  })
  .readonly();
export type JotformSubmission = z.infer<typeof submission>;

export const jotformState = z.object({
  /** Calls left by user name, and the day (US Eastern) they belong to. */
  quota: z.record(z.string(), z.object({ day: z.string(), left: z.number() }).readonly()),
  /** How "no calls left" is reported: seen as HTTP 429, and as a 403 inside an HTTP 200. */
  quotaRefusal: z.enum(['http_429', 'http_200']),
  /** User names whose keys were deleted. */
  revoked: z.array(z.string()),
  submissions: z.array(submission),
  lastSubmission: z.number(),
});
export type JotformState = z.infer<typeof jotformState>;

export function seedJotform(now: number): JotformState {
  return { quota: {}, quotaRefusal: 'http_429', revoked: [], submissions: seedSubmissions(now), lastSubmission: 4 };
}

import { z } from 'zod';

/** The key of an issue, also out of its link. */
export const issueKey = z
  .string()
  .trim()
  .transform(keyIn)
  .pipe(z.string().regex(/^[A-Z][A-Z0-9_]+-\d+$/, 'An issue key looks like KAN-7.'))
  .meta({ title: 'Which issue?', description: 'Its key, like KAN-7, or its link' });

const KEY = /^[a-z][a-z0-9_]+-\d+$/i;

/**
 * Of a link, the issue that it opens: `/browse/KAN-7`, `/issues/KAN-7`, the portal's `/portal/1/KAN-7`, a queue's
 * `/custom/1/KAN-7`; on a board or in a list, the one that is selected.
 */
function keyIn(given: string): string {
  // as Slack and Markdown write links
  const address = /https?:\/\/[^\s<>|)\]]+/.exec(given)?.[0];
  const link = address === undefined ? null : URL.parse(address);
  if (link === null) return given.toUpperCase();
  const selected = ['selectedIssue', 'issueKey'].map((name) => link.searchParams.get(name) ?? '');
  const parts = `${link.pathname}/${link.hash.slice(1)}`.split('/').toReversed();
  return ([...selected, ...parts].find((part) => KEY.test(part)) ?? given).toUpperCase();
}

import { z } from 'zod';
import { pastedLink } from './pasted-link.ts';

/** The key of an issue, also from a link to it. */
export const issueKey = z
  .string()
  .trim()
  .transform((given) => (pastedLink(given, keyIn) ?? given).toUpperCase())
  .pipe(z.string().regex(/^[A-Z][A-Z0-9_]+-\d+$/, 'An issue key looks like KAN-7.'))
  .meta({ title: 'Which issue?', description: 'Its key, like KAN-7, or its link' });

const KEY = /^[a-z][a-z0-9_]+-\d+$/i;

/**
 * The issue that a link opens: `/browse/KAN-7`, `/issues/KAN-7`, the portal's `/portal/1/KAN-7`, a queue's
 * `/custom/1/KAN-7`; on a board or in a list, the selected one.
 */
function keyIn(link: URL): string | undefined {
  const selected = ['selectedIssue', 'issueKey'].map((name) => link.searchParams.get(name) ?? '');
  // the hash comes last: it may be a comment that looks like a key, as in #comment-10010
  const parts = [...link.pathname.split('/').toReversed(), ...link.hash.slice(1).split('/')];
  return [...selected, ...parts].find((part) => KEY.test(part))?.toUpperCase();
}

import { z } from 'zod';
import { pastedLink } from './pasted-link.ts';

const NAME = String.raw`[\w.-]+\/[\w.-]+`;

/** `acme/website`, also from a link to it. */
export const repositoryName = z
  .string()
  .trim()
  .transform((given) => pastedLink(given, repositoryIn) ?? given)
  .pipe(z.string().regex(new RegExp(`^${NAME}$`), 'A repository looks like acme/website.'))
  .meta({ title: 'Which repository?', description: 'Like acme/website, or its link' });

/** `acme/website#12`, also from a link to an issue or a pull request. */
export const issueReference = z
  .string()
  .trim()
  .transform((given) => pastedLink(given, issueIn) ?? given)
  .pipe(z.string().regex(new RegExp(`^${NAME}#\\d+$`), 'An issue looks like acme/website#12.'))
  .meta({ title: 'Which issue?', description: 'Like acme/website#12, or its link' });

function repositoryIn({ pathname }: URL): string | undefined {
  return /^\/([\w.-]+\/[\w.-]+?)(?:\.git)?(?:\/|$)/.exec(pathname)?.[1];
}

/**
 * A project board opens an issue in a side pane: `?pane=issue&itemId=4711&issue=acme|website|12`, as in
 * https://github.com/orgs/github/projects/4247?pane=issue&itemId=153114098&issue=github%7Croadmap%7C1204
 */
function issueIn({ pathname, searchParams }: URL): string | undefined {
  const [, repository, number] =
    /^\/([\w.-]+\/[\w.-]+)\/(?:issues|pull|discussions)\/(\d+)(?:\/|$)/.exec(pathname) ?? [];
  if (repository !== undefined) return `${repository}#${number}`;
  const [, owner, name, onBoard] = /^([\w.-]+)\|([\w.-]+)\|(\d+)$/.exec(searchParams.get('issue') ?? '') ?? [];
  return owner === undefined ? undefined : `${owner}/${name}#${onBoard}`;
}

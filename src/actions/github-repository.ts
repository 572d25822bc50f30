import { z } from 'zod';

const NAME = String.raw`[\w.-]+\/[\w.-]+`;

/** `acme/website`, also out of its link. */
export const repositoryName = z
  .string()
  .trim()
  .transform((given) => given.replace(/^<?https?:\/\/[^/\s]+\/([\w.-]+\/[\w.-]+?)(?:\.git)?(?:[/?#|>].*)?$/, '$1'))
  .pipe(z.string().regex(new RegExp(`^${NAME}$`), 'A repository looks like acme/website.'))
  .meta({ title: 'Which repository?', description: 'Like acme/website, or its link' });

/** `acme/website#12`, also out of the link of an issue or a pull request. */
export const issueReference = z
  .string()
  .trim()
  .transform((given) =>
    given.replace(/^<?https?:\/\/[^/\s]+\/([\w.-]+\/[\w.-]+)\/(?:issues|pull|discussions)\/(\d+).*$/, '$1#$2'),
  )
  .pipe(z.string().regex(new RegExp(`^${NAME}#\\d+$`), 'An issue looks like acme/website#12.'))
  .meta({ title: 'Which issue?', description: 'Like acme/website#12, or its link' });

import { type GithubUser, githubClient, githubUsers } from './seed.ts';

/** Where GitHub is, and what an OAuth app or a person may use there. */
export interface GithubAccess {
  /** Stands for `https://github.com`. */
  readonly webUrl: string;
  /** Stands for `https://api.github.com`. */
  readonly apiUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly users: readonly GithubUser[];
}

export function githubAccess(url: string): GithubAccess {
  const { clientId, clientSecret } = githubClient;
  return { webUrl: `${url}/github/web`, apiUrl: `${url}/github/api`, clientId, clientSecret, users: githubUsers };
}

/** The deployment's OAuth app. */
export const githubClient = {
  clientId: 'sandbox-github-client',
  clientSecret: 'sandbox-github-secret',
  name: 'Latchkey',
} as const;

export interface GithubUser {
  /** Also the login. */
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly email: string;
  /** Created at Settings → Developer settings, with the scopes ticked there. */
  readonly personalToken: string;
  readonly personalTokenScopes: readonly string[];
}

export const githubUsers: readonly GithubUser[] = [
  {
    id: 'bob',
    number: 583001,
    name: 'Bob Miller',
    email: 'bob@acme.example',
    personalToken: classicToken('bob'),
    personalTokenScopes: ['repo'],
  },
  {
    id: 'ann',
    number: 583002,
    name: 'Ann Lee',
    email: 'ann@acme.example',
    personalToken: classicToken('ann'),
    personalTokenScopes: [],
  },
];

/** As long as a real one. Concatenated, so that no scanner takes the source for a leak. */
function classicToken(of: string): string {
  return `ghp_${`sandboxTokenOf${of}`.padEnd(36, '0')}`;
}

export interface GithubIssue {
  readonly number: number;
  /** `owner/name`. */
  readonly repository: string;
  readonly private: boolean;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed';
  /** GitHub lists pull requests as issues. */
  readonly pullRequest: boolean;
  readonly assignees: readonly string[];
}

export const githubIssues: readonly GithubIssue[] = [
  issue({ number: 12, title: 'The logo is blurred', body: 'On every second screen.', assignees: ['bob'] }),
  issue({ number: 13, title: 'Typo on the first page', body: 'It says "teh".', assignees: ['bob'], state: 'closed' }),
  issue({ number: 14, title: 'Translate the footer', body: 'Into French.', assignees: ['ann', 'bob'] }),
  issue({ number: 7, repository: 'acme/backend', private: true, title: 'Rotate the keys', assignees: ['bob'] }),
  issue({
    number: 9,
    repository: 'acme/backend',
    private: true,
    title: 'Answer faster',
    assignees: ['bob'],
    pullRequest: true,
  }),
];

function issue(given: Partial<GithubIssue> & Pick<GithubIssue, 'number' | 'title'>): GithubIssue {
  return {
    repository: 'acme/website',
    private: false,
    body: '',
    state: 'open',
    pullRequest: false,
    assignees: [],
    ...given,
  };
}

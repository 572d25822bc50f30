import type { Sandbox } from 'latchkey/sandbox';
import type { PlaygroundConfig } from './config.ts';

/** A line for each product that the sandbox stands in for: its page, and a person or a key that opens it. */
export function whatToTry(config: PlaygroundConfig, sandbox: Sandbox): readonly string[] {
  const { jira, jotform, zendesk, gorgias, freshsales, github } = sandbox;
  const [atGorgias] = gorgias.users;
  const [atFreshsales] = freshsales.users;
  const [atJira] = jira.users;
  const token = `, or account ${jira.sites[0]?.name}, ${atJira?.email} with API token ${jira.apiTokens[atJira?.id ?? '']}`;
  const entries = [
    ['Jira', config.jira, `sign in as ${atJira?.name}${config.jiraApiToken === true ? token : ''}`],
    ['Jotform', undefined, `key ${jotform.apiKey}`],
    ['Zendesk', config.zendesk, `account ${zendesk.users[0]?.tenant}, sign in as ${zendesk.users[0]?.name}`],
    ['Gorgias', config.gorgias, `account ${atGorgias?.tenant}, ${atGorgias?.email} with key ${atGorgias?.apiKey}`],
    ['Freshsales', undefined, `account ${atFreshsales?.tenant}, key ${atFreshsales?.apiKey}`],
    ['GitHub', config.github, `sign in as ${github.users[0]?.name}, or token ${github.users[0]?.personalToken}`],
  ] as const;
  return entries
    .filter(([, app]) => app === undefined)
    .map(([name, , access]) => `${`${name}:`.padEnd(12)}${sandbox.url}/${name.toLowerCase()}/  try: ${access}`);
}

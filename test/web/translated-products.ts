import { freshsales, github, gorgias, jira, jotform, zendesk } from '../../src/integrations/index.ts';

const client = { clientId: 'the-client', clientSecret: 'the-secret' };

/** The products whose texts exist in all languages, with every way to connect that they have. */
export const translatedProducts = () => [
  jira({ ...client, apiToken: true }),
  jotform(),
  zendesk({ system: client }),
  gorgias({ system: client }),
  freshsales(),
  github({ system: client }),
];

const KILLS = 'it kills or races whole processes, which is slow, and what it looks at is the store';
const PAGES = 'it is about the browser, and the chat only begins it';

/**
 * Every journey is told with a bot of either SDK, but for these, and why: vitest.config.ts makes two runs of the others.
 */
export const ON_BOTBUILDER_ONLY: Readonly<Record<string, string>> = {
  'another-profile': PAGES,
  'at-once': KILLS,
  'callback-mutations': PAGES,
  'crash-table': KILLS,
  gone: PAGES,
  'grant-ends': PAGES,
  killed: KILLS,
  'next-steps-in-languages': 'it is about the words, which know no SDK; next-steps runs with both',
  'no-secret-given-away': 'it calls what the library gives, once, whatever the bot is built with',
  'no-token-service': 'it is about the token service that this SDK would ask',
  once: KILLS,
  'refuses-to-start': 'nobody says anything in it',
  'shared-account': PAGES,
  signals: KILLS,
  'signed-tokens': 'it is about the tokens that this SDK verifies; test/agents has the other one',
  statements: 'it counts statements of the store',
  stopping: KILLS,
  'who-speaks': 'it is about what its adapter proves; test/agents has the other one',
};

/** Every journey is told with a bot of either SDK, but for these, and why: vitest.config.ts makes two runs of the others. */
export const ON_BOTBUILDER_ONLY: Readonly<Record<string, string>> = {
  'next-steps-in-languages': 'it is about the words, which know no SDK; next-steps runs with both',
  'refuses-to-start': 'there is no bot yet; what the other SDK refuses besides is in test/agents/latchkey.test.ts',
  'signed-tokens':
    'it is about the tokens that this SDK checks; test/agents/signed-tokens.test.ts is about the other one',
  'who-speaks': 'it is about what this adapter proves; test/agents/latchkey.test.ts is about the other one',
};

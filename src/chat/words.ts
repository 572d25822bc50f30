import type { Words } from '../model/words.ts';

export type { Words } from '../model/words.ts';

/** What people can always say, in English, like the default texts; a bot may pass its own. */
export const englishWords: Words = {
  cancel: /^(?:cancel|stop|quit|abort|never ?mind|forget it|no)[.!]?$/i,
  cancelAlone: /^cancel[.!]?$/i,
  skip: /^skip[.!]?$/i,
  help: /^(?:help|\?|what\?)$/i,
  again: /^(?:retry|try again|new link|start over|again|resend)[.!]?$/i,
  yes: /^(?:yes|y|sure|ok|okay|do it)[.!]?$/i,
  connections: /^(?:my )?connections$/i,
  disconnect: /^(?:disconnect|sign out of|log out of)(?: from)? (.+)$/i,
  connect: /^(?:connect|reconnect|sign in to|log in to)(?: to)? (.+)$/i,
  use: /^use (.+)$/i,
};

/** Things people can always say. English, like the default texts; a bot may pass its own. */
export interface Words {
  readonly cancel: RegExp;
  /** The one word that also cancels while any text would be an answer; `texts.sayCancel` offers it. */
  readonly cancelAlone: RegExp;
  readonly skip: RegExp;
  readonly help: RegExp;
  readonly again: RegExp;
  readonly yes: RegExp;
  readonly connections: RegExp;
  /** Their first group names the product, and an account where there are several. */
  readonly disconnect: RegExp;
  readonly connect: RegExp;
  readonly use: RegExp;
}

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

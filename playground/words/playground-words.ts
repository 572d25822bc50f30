/** The sample bot's and the chat page's own words in one language, and what they understand. One file for each language. */
export interface PlaygroundWords {
  /** BCP 47. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Greetings and questions for what the bot can do; `help` is the library's. */
  readonly greetings: readonly string[];
  readonly thanks: readonly string[];
  /** Asks for all products; the first is offered. */
  readonly products: readonly [string, ...string[]];

  readonly welcome: (name: string) => string;
  readonly youAreWelcome: string;
  readonly notUnderstood: string;
  /** Before the list of what the bot can do. */
  readonly canDo: string;
  /** About products that are not in that list. People can say the `examples` as they are. */
  readonly canConnect: (count: number, examples: readonly string[]) => string;
  /** What people can always say, with a product's id as an example. */
  readonly always: (product: string) => string;
  /** Before a list like `canDo`'s, of the other products. */
  readonly canAlsoDo: string;
  /** Names without anything to ask for. */
  readonly onlyConnect: (names: string) => string;
  /** A sentence that connects a product by its id. */
  readonly connect: (product: string) => string;

  /** The bot's endpoint did not accept a message, or that somebody joined. */
  readonly notReached: string;
  readonly notTaken: (status: number) => string;

  // the chat's page
  readonly personalChat: string;
  readonly groupChat: (name: string) => string;
  readonly youAre: (name: string) => string;
  readonly beSomebodyElse: (name: string) => string;
  readonly chats: string;
  readonly languages: string;
  readonly openAs: (name: string) => string;
  readonly openGroup: string;
  readonly openGroupAs: (name: string) => string;
  readonly openOwn: string;
  readonly chatWith: (bot: string) => string;
  readonly placeholder: (bot: string) => string;
  readonly needsScript: string;
  readonly reconnecting: string;
  readonly notLoaded: string;
}

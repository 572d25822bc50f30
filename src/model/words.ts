/** How something is said. A `RegExp` without the flags `g` and `y` is one. */
export interface Utterance {
  test(said: string): boolean;
  /** Its first group is the name of a product or account, where it takes one. */
  exec(said: string): RegExpExecArray | null;
}

/** Things people can always say. */
export interface Words {
  readonly cancel: Utterance;
  /** The one word that also cancels while any text would be an answer; `texts.sayCancel` offers it. */
  readonly cancelAlone: Utterance;
  readonly skip: Utterance;
  readonly help: Utterance;
  readonly again: Utterance;
  readonly yes: Utterance;
  readonly connections: Utterance;
  /** These name a product, and an account where there are several. */
  readonly disconnect: Utterance;
  readonly connect: Utterance;
  readonly use: Utterance;
}

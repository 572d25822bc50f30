/** Recognises a way of saying something. A `RegExp` without the flags `g` and `y` is one. */
export interface Utterance {
  test(said: string): boolean;
  /** The first group is the name of a product or account, if there is one. */
  exec(said: string): RegExpExecArray | null;
}

/** What people can always say. */
export interface Words {
  readonly cancel: Utterance;
  /** The one word that also cancels while any text would be an answer. `texts.sayCancel` offers it. */
  readonly cancelAlone: Utterance;
  readonly skip: Utterance;
  readonly help: Utterance;
  readonly again: Utterance;
  readonly yes: Utterance;
  readonly connections: Utterance;
  /** These contain the name of a product, and of an account if there are several. */
  readonly disconnect: Utterance;
  readonly connect: Utterance;
  readonly use: Utterance;
}

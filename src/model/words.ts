/** Things people can always say. */
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

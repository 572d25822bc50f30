import type { Authorizer } from '../authorizer.ts';
import type { Words } from '../model/words.ts';
import { hearCommand } from './converse.ts';
import type { ChatTurn } from './sdk.ts';
import { wordsOf } from './words-in.ts';

/**
 * Answers `cancel`, `retry` and `new link` for what was asked last in this conversation; true when the message was one of them.
 * `authorizer.converse` hears them too, and dialogs do by themselves while they are active.
 */
export async function manageAuthorizations(
  context: ChatTurn,
  authorizer: Authorizer,
  words: Words = wordsOf(context),
): Promise<boolean> {
  return hearCommand(context, authorizer, words);
}

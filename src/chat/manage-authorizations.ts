import type { Authorizer } from '../authorizer.ts';
import { hearCommand } from './converse.ts';
import type { ChatTurn } from './sdk.ts';
import { englishWords, type Words } from './words.ts';

/**
 * Answers `cancel`, `retry` and `new link` for what was asked last in this conversation; true when the message was one of them.
 * `authorizer.converse` hears them too, and dialogs do by themselves while they are active.
 */
export async function manageAuthorizations(
  context: ChatTurn,
  authorizer: Authorizer,
  words: Words = englishWords,
): Promise<boolean> {
  return hearCommand(context, authorizer, words);
}

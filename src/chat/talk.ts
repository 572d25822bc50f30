import type { Authorizer } from '../authorizer.ts';
import type { Words } from '../model/words.ts';
import type { ChatTurn } from './sdk.ts';
import { wordsOf } from './words-in.ts';

/** A turn in which the library speaks. */
export interface Talk {
  readonly context: ChatTurn;
  readonly authorizer: Authorizer;
  /** What the person can always say. */
  readonly words: Words;
}

/** @param words default: those of the person's language, looked up where something is heard */
export function talkIn(context: ChatTurn, authorizer: Authorizer, words?: Words): Talk {
  return {
    context,
    authorizer,
    get words() {
      return words ?? wordsOf(context);
    },
  };
}

import type { Authorizer } from '../authorizer.ts';
import type { ChatTurn } from './sdk.ts';
import type { Words } from './words.ts';

/** A turn in which the library speaks. */
export interface Talk {
  readonly context: ChatTurn;
  readonly authorizer: Authorizer;
  readonly words: Words;
}

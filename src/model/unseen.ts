/** Characters that nobody sees and that belong to no key, code or word: format characters and variation selectors. */
const UNSEEN = /\p{Cf}|\u034f|[\ufe00-\ufe0f]/gu;

/** A text as people see it, whatever a channel, a keyboard or a web page has put between its letters. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '');
}

/** Invisible characters that belong to no key, code or word: format characters and variation selectors. */
const UNSEEN = /\p{Cf}|\u034f|[\ufe00-\ufe0f]/gu;

/** A text as people see it, without the invisible characters that channels, keyboards and web pages insert. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '');
}

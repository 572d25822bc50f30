/**
 * Removes characters from both ends of a text; each pattern matches one character to remove. A pattern like `/[…]+$/` would
 * start again at every position of a long text, and one message could keep a process busy for minutes.
 *
 * @param behind for the end. Default: the same as for the beginning
 */
export function withoutEnds(text: string, before: RegExp, behind: RegExp = before): string {
  let start = 0;
  for (let at = characterAt(text, start); at !== '' && before.test(at); at = characterAt(text, start))
    start += at.length;
  return withoutEnd(text.slice(start), behind);
}

/** Removes characters from the end only. */
export function withoutEnd(text: string, behind: RegExp): string {
  let end = text.length;
  for (let last = characterBefore(text, end); last !== '' && behind.test(last); last = characterBefore(text, end))
    end -= last.length;
  return text.slice(0, end);
}

function characterAt(text: string, at: number): string {
  const codePoint = text.codePointAt(at);
  return codePoint === undefined ? '' : String.fromCodePoint(codePoint);
}

function characterBefore(text: string, end: number): string {
  const pair = end < 2 ? '' : characterAt(text, end - 2);
  return pair.length === 2 ? pair : text.slice(Math.max(0, end - 1), end);
}

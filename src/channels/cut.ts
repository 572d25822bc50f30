const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The text, or as much of its beginning as fits, followed by "…". Never splits a character. `length` is in UTF-16 code units. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const room = Math.max(0, length - 1);
  // no visible character is longer than the part that is examined here
  const near = text.slice(Math.max(0, room - 200), room + 200);
  const offset = Math.max(0, room - 200);
  const end = offset + (GRAPHEMES.segment(near).containing(room - offset)?.index ?? 0);
  return length < 1 ? '' : `${text.slice(0, end).trimEnd()}…`;
}

/** The largest of `0 … most` that fits. 0 if nothing fits. */
export function mostThatFits(most: number, fits: (size: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

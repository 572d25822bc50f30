const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a person sees as one character may carry so many marks; more of them are drawn across the lines around it. */
const MOST_MARKS = 4;
const LONGEST = 80;

/**
 * A name that a channel or a product gave, fit to stand in a sentence of ours: one line, without characters that nobody sees
 * or that turn the direction of text, with few marks on each letter, and at most 80 characters as people count them.
 */
export function shownName(name: string, longest = LONGEST): string {
  const shown: string[] = [];
  for (const { segment } of GRAPHEMES.segment(oneLine(name))) {
    if (shown.length === longest) return `${shown.slice(0, -1).join('').trimEnd()}…`;
    shown.push(withFewMarks(segment));
  }
  return shown.join('');
}

/**
 * The same between isolates (UAX #9, FSI and PDI), so that a name written from right to left moves nothing around it.
 * A name of Latin letters and digits moves nothing and stays as it is.
 */
export function isolatedName(name: string): string {
  const shown = shownName(name);
  return shown === '' || MOVES_NOTHING.test(shown) ? shown : `\u2068${shown}\u2069`;
}

/** A name for comparing: however it was spaced, capitalised or composed, and pasted back with what isolates it. */
export function plainName(name: string): string {
  return oneLine(name).normalize('NFC').toLowerCase();
}

/** True where people cannot tell two names apart as we show them. */
export function sameName(one: string, other: string): boolean {
  return plainName(shownName(one)) === plainName(shownName(other));
}

/** `Acme (2)`, cut so that the number stays. */
export function numberedName(name: string, number: number): string {
  const suffix = ` (${number})`;
  return `${shownName(name, LONGEST - suffix.length)}${suffix}`;
}

/** From a letter to a letter or a digit, which take what is between them along in any sentence. */
const MOVES_NOTHING = /^[A-Za-z](?:[ -~]*[A-Za-z0-9])?$/;

function oneLine(name: string): string {
  // generous, and bounds the work for what may be megabytes
  const start = name.slice(0, 10_000);
  return start
    .replace(UNSEEN, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Direction marks, embeddings, overrides and isolates, what has no width, and half characters; a joiner stays, scripts and emoji need it. */
const UNSEEN = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;

function withFewMarks(grapheme: string): string {
  let marks = 0;
  return grapheme.replace(/\p{M}/gu, (mark) => {
    marks += 1;
    return marks <= MOST_MARKS ? mark : '';
  });
}

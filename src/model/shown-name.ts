const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The most combining marks on one character. More of them would be drawn over neighbouring lines. */
const MOST_MARKS = 4;
const LONGEST = 80;

/**
 * A name from a channel or a product, made safe for a sentence: one line, without invisible characters or characters that
 * change the text direction, with few marks on each letter, and at most 80 characters long.
 */
export function shownName(name: string, longest = LONGEST): string {
  if (name.length <= longest && PLAIN.test(name)) return name;
  const shown: string[] = [];
  for (const { segment } of GRAPHEMES.segment(oneLine(name))) {
    if (shown.length === longest) return `${shown.slice(0, -1).join('').trimEnd()}…`;
    shown.push(withFewMarks(segment));
  }
  return shown.join('');
}

/**
 * The same, wrapped in isolates (UAX #9, FSI and PDI) so that a name written from right to left does not affect the text
 * around it. Names of Latin letters and digits need no isolates.
 */
export function isolatedName(name: string): string {
  const shown = shownName(name);
  return shown === '' || MOVES_NOTHING.test(shown) ? shown : `\u2068${shown}\u2069`;
}

/** A name for comparison: ignores spacing, case, composition and isolates. */
export function plainName(name: string): string {
  return oneLine(name).normalize('NFC').toLowerCase();
}

/** Whether people cannot tell two names apart as we show them. */
export function sameName(one: string, other: string): boolean {
  return plainName(shownName(one)) === plainName(shownName(other));
}

/** `Acme (2)`, shortened before the number if necessary. */
export function numberedName(name: string, number: number): string {
  const suffix = ` (${number})`;
  return `${shownName(name, LONGEST - suffix.length)}${suffix}`;
}

/** Words of ASCII, with one space between them. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** Begins with a letter and ends with a letter or a digit, so that the characters in between keep their direction. */
const MOVES_NOTHING = /^[A-Za-z](?:[ -~]*[A-Za-z0-9])?$/;

function oneLine(name: string): string {
  // generous, and limits the work for a name of several megabytes
  const start = name.slice(0, 10_000);
  return start
    .replace(UNSEEN, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/**
 * Direction marks, embeddings, overrides and isolates, characters without width, and half characters. Joiners stay, because
 * scripts and emoji need them.
 */
const UNSEEN = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;

function withFewMarks(grapheme: string): string {
  let marks = 0;
  return grapheme.replace(/\p{M}/gu, (mark) => {
    marks += 1;
    return marks <= MOST_MARKS ? mark : '';
  });
}

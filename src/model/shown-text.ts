/** What nobody sees, or what turns the words after it: control characters, bidi embeddings, overrides and isolates, half characters. */
const UNFIT = /[^\P{Cc}\n\t]|[\u2028-\u202e\u2066-\u2069]|\p{Cs}/u;
const EACH_UNFIT = new RegExp(UNFIT.source, 'gu');
const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/** Text that a product sent, fit to be shown: its lines are kept, and nothing in it is hidden or turns what comes after it. */
export function shownText(text: string): string {
  return UNFIT.test(text) ? text.replace(LINE_END, '\n').replace(EACH_UNFIT, '') : text;
}

/** The same as one line. */
export function shownLine(text: string): string {
  return shownText(text).replace(/\s+/g, ' ').trim();
}

/** Characters that are invisible or change the direction of other text: control characters, bidi controls, lone surrogates. */
const UNFIT = /[^\P{Cc}\n\t]|[\u2028-\u202e\u2066-\u2069]|\p{Cs}/u;
const EACH_UNFIT = new RegExp(UNFIT.source, 'gu');
const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/** A product's text, safe to show: keeps its lines, and drops what is invisible or changes the direction of other text. */
export function shownText(text: string): string {
  return UNFIT.test(text) ? text.replace(LINE_END, '\n').replace(EACH_UNFIT, '') : text;
}

/** The same as one line. */
export function shownLine(text: string): string {
  return shownText(text).replace(/\s+/g, ' ').trim();
}

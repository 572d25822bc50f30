/** A page or an answer of one, as a test has seen it. */
export interface PageSeen {
  readonly where: string;
  readonly status: number;
  readonly words: readonly string[];
}

/**
 * What people see and hear of a page, part by part: its title, text, and the attributes that are shown or read out. Not what is
 * typed or sent as it is (`code`, `pre`), what is marked as English, and the names of languages, each in its own. Codes, ids and numbers are `#`.
 */
export function wordsShown(page: string): readonly string[] {
  const spoken = page
    .replace(/<(script|style|code|pre|textarea)\b[^>]*>.*?<\/\1>/gs, ' ')
    .replace(/<form[^>]*action="[^"]*\/language".*?<\/form>/gs, ' ')
    .replace(/<(bdi|span|div)\b[^>]*\slang="en"[^>]*>.*?<\/\1>/gs, ' ');
  const attributes = [...spoken.matchAll(/\s(?:title|alt|aria-label|placeholder|data-[a-z-]+)="([^"]*)"/g)];
  const buttons = [...spoken.matchAll(/<input[^>]*type="submit"[^>]*\svalue="([^"]*)"/g)];
  const texts = spoken.split(/<[^>]+>/);
  return [...texts, ...[...attributes, ...buttons].map(([, value = '']) => value)]
    .map((text) => unescaped(text).replace(VALUES, '#').replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
}

/** Codes, ids and numbers differ from page to page. */
const VALUES = /\b[B-Z](?: [B-Z]){7}\b|\b[B-Z]{4}-[B-Z]{4}\b|[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g;

/** Undoes the escaping of a page. */
export function unescaped(text: string): string {
  const named = { lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", amp: '&' };
  return Object.entries(named).reduce((said, [name, sign]) => said.replaceAll(`&${name};`, sign), text);
}

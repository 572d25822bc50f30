import { type Html, html } from '../html.ts';
import type { PageTexts } from '../page-texts/page-texts.ts';
import { type Document, htmlDocument } from './document.ts';

/** What all pages have in common. */
export interface Frame {
  readonly texts: PageTexts;
  /** Path of the public URL without a trailing slash: the prefix of all our paths. */
  readonly base: string;
  /** Translates a text of a product into the person's language, and returns it unchanged if there is no translation. */
  readonly inWords: (text: string) => string;
  readonly botName: string;
  /** Who to ask for help, if the deployment says so. */
  readonly contact?: string | undefined;
  /** The URL of the developers' console, if it is mounted. */
  readonly consoleUrl?: string | undefined;
}

export interface Page {
  readonly title: string;
  readonly body: Html;
  readonly refresh?: Document['refresh'];
  readonly hasError?: boolean;
}

/** One card with the bot's name above it. */
export function layout({ texts, base, botName }: Frame, page: Page): string {
  const title = `${page.hasError === true ? texts.errorPrefix : ''}${page.title} · ${texts.brand(botName)}`;
  return htmlDocument(
    { title, lang: texts.lang, dir: texts.dir, base, stylesheet: 'latchkey.css', refresh: page.refresh },
    html`<body>
<header class="brand"><img src="${base}/assets/icon.svg" width="28" height="28" alt=""><bdi>${texts.brand(botName)}</bdi></header>
<main class="card">
${page.body}
</main>
<footer>${texts.footer}</footer>
</body>`,
  );
}

import { type Html, html } from '../html.ts';
import type { PageTexts } from '../page-texts.ts';

/** What every page has in common. */
export interface Frame {
  readonly texts: PageTexts;
  /** Path of the public URL, without a trailing slash: what stands before every path of ours. */
  readonly base: string;
  readonly botName: string;
  /** Where the developers' console is, if it is mounted. */
  readonly consoleUrl?: string | undefined;
}

export interface Page {
  readonly title: string;
  readonly body: Html;
  /** Moves on without a script (CSP allows none). */
  readonly refresh?: { readonly seconds: number; readonly url: string };
  readonly hasError?: boolean;
}

/** One card with the bot's name above it. No script, and nothing from anywhere else. */
export function layout({ texts, base, botName }: Frame, page: Page): string {
  const title = `${page.hasError === true ? texts.errorPrefix : ''}${page.title} · ${texts.brand(botName)}`;
  const refresh =
    page.refresh && html`<meta http-equiv="refresh" content="${page.refresh.seconds}; url=${page.refresh.url}">`;
  return html`<!doctype html>
<html lang="${texts.lang}" dir="${texts.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
${refresh}
<title>${title}</title>
<link rel="icon" href="${base}/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${base}/assets/latchkey.css">
</head>
<body>
<header class="brand"><img src="${base}/assets/icon.svg" width="28" height="28" alt=""><bdi>${texts.brand(botName)}</bdi></header>
<main class="card">
${page.body}
</main>
<footer>${texts.footer}</footer>
</body>
</html>
`.toString();
}

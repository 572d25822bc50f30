import { type Html, html } from '../html.ts';

export interface Document {
  readonly title: string;
  readonly lang: string;
  readonly dir: string;
  /** Prefix of all our paths. */
  readonly base: string;
  /** File name below `assets/`. */
  readonly stylesheet: string;
  /** Moves on without a script. */
  readonly refresh?: { readonly seconds: number; readonly url: string } | undefined;
}

/** A complete page around its `body` element. It loads nothing from other hosts, and no script but ours: see `policyOf`. */
export function htmlDocument({ title, lang, dir, base, stylesheet, refresh }: Document, body: Html): string {
  return html`<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
${refresh && html`<meta http-equiv="refresh" content="${refresh.seconds}; url=${refresh.url}">`}
<title>${title}</title>
<link rel="icon" href="${base}/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${base}/assets/${stylesheet}">
</head>
${body}
</html>
`.toString();
}

import { type Html, html } from '../html.ts';
import type { PageTexts } from '../page-texts/page-texts.ts';
import { qrCode } from '../qr-code.ts';
import { watchClaim } from '../scripts/watch-claim.ts';

/** Closed at first, so that a shared screen does not show the code. Black on white in every colour scheme. */
export function phoneCode(texts: PageTexts, url: string): Html {
  const { size, path } = qrCode(url);
  return html`<details class="phone">
<summary>${texts.phoneTitle}</summary>
<p>${texts.phoneText}</p>
<svg class="qr" role="img" aria-label="${texts.phoneLabel}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>
</details>
${watchClaim.element}`;
}

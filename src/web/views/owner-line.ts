import { isolatedName, shownName } from '../../model/shown-name.ts';
import { type Html, html } from '../html.ts';
import type { PageTexts } from '../page-texts/page-texts.ts';

/** Who asked, and where, so that people notice when a forwarded link is not theirs. */
export function ownerLine(texts: PageTexts, asked: { readonly ownerName: string; readonly channel: string }): Html {
  const where = asked.channel === '' ? '' : texts.inChannel(isolatedName(texts.channel(asked.channel)));
  return html`<div class="fact"><dt>${texts.ownerLabel}</dt><dd><strong><bdi>${shownName(asked.ownerName)}</bdi></strong> ${where}</dd></div>`;
}

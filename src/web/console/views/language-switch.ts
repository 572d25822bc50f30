import { languageNames } from '../../../languages/language-names.ts';
import { LANGUAGES } from '../../../languages/language-tag.ts';
import { type Html, html } from '../../html.ts';
import type { ConsoleTexts } from '../texts/console-texts.ts';

/** A button for each other language, named in that language. */
export function languageSwitch(texts: ConsoleTexts, base: string): Html {
  const choices = LANGUAGES.map((tag) =>
    tag === texts.lang
      ? html`<strong lang="${tag}">${languageNames[tag]}</strong>`
      : html`<button type="submit" class="quiet" name="language" value="${tag}" lang="${tag}">${languageNames[tag]}</button>`,
  );
  return html`<form method="post" action="${base}/language" class="languages" aria-label="${texts.languageLabel}">${choices}</form>`;
}

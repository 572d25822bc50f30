import type { InEachLanguage } from './language-tag.ts';

/** What each language calls itself. */
export const languageNames: InEachLanguage<string> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  'pt-BR': 'Português (Brasil)',
  ja: '日本語',
  ar: 'العربية',
};

import type { InEachLanguage } from '../../languages/language-tag.ts';
import { arabicAuditTexts } from './ar.ts';
import type { AuditTexts } from './audit-texts.ts';
import { germanAuditTexts } from './de.ts';
import { englishAuditTexts } from './en.ts';
import { spanishAuditTexts } from './es.ts';
import { frenchAuditTexts } from './fr.ts';
import { japaneseAuditTexts } from './ja.ts';
import { brazilianAuditTexts } from './pt-br.ts';

/** The words of the audit log, in each language. */
export const auditTexts: InEachLanguage<AuditTexts> = {
  en: englishAuditTexts,
  de: germanAuditTexts,
  fr: frenchAuditTexts,
  es: spanishAuditTexts,
  'pt-BR': brazilianAuditTexts,
  ja: japaneseAuditTexts,
  ar: arabicAuditTexts,
};

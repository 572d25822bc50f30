/** Words that nearly every English sentence has one of, and none of the other languages has. */
const ENGLISH =
  /(?<![\p{L}’'])(?:the|you|your|with|this|that|these|please|is|are|have|has|of|it|its|not|nothing|again|there|which|who|what|when|where|cannot|could|would|should|account|they|their|and|i|to|by|wait|wrong|enter|stopped|refused|choose|removed|connected|connections|authorized|authorization|cancelled|needs|many|off|revoke|were|being|other|others|sealed|deleted)(?![\p{L}’'])/iu;

/** What is English on purpose: names in a product, and what is typed or sent as it is. */
const KEPT = /“[^”]*”|«[^»]*»|„[^“]*“|「[^」]*」|\{+[^{}]*\}+|\S+ → .*$|\bhttps?:\S+/gu;

/** Whether a sentence, or a part of it, is English. */
export function isEnglish(text: string): boolean {
  return ENGLISH.test(text.replace(KEPT, ''));
}

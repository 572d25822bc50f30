/** A question that only the product knows, asked in the chat. Plain data, so that it can be stored. */
export interface FormQuestion {
  /** Key of the answer. */
  readonly name: string;
  readonly title: string;
  readonly kind: FormQuestionKind;
  readonly required: boolean;
  /** For `choice` and `choices`. */
  readonly choices?: readonly string[];
  /** For `rating`: the highest value, counted from 1. Default 5. */
  readonly max?: number;
  /** The question is asked only if earlier answers meet this condition. Default: always. */
  readonly when?: FormCondition;
}

/** A condition on the answers to other questions of the same form. */
export interface FormCondition {
  readonly terms: readonly FormTerm[];
  readonly link: 'any' | 'all';
  /** True: if the condition holds, the question is not asked. Default: if it holds, the question is asked. */
  readonly hides?: boolean;
}

export interface FormTerm {
  /** Name of the question. */
  readonly question: string;
  readonly is: 'equal' | 'containing' | 'filled';
  readonly not?: boolean;
  /** Compared case-insensitively. */
  readonly value: string;
}

export type FormQuestionKind =
  | 'text'
  | 'long_text'
  | 'choice'
  | 'choices'
  | 'number'
  | 'date'
  | 'time'
  | 'email'
  | 'phone'
  | 'full_name'
  | 'address'
  | 'rating';

/** Text for most kinds. A date is ISO `2026-11-21`, a time `14:30`. `choices` has a list, names and addresses have parts. */
export type FormAnswer = string | readonly string[] | Readonly<Record<string, string>>;
/** By name of the question. A skipped question has none. */
export type FormAnswers = Readonly<Record<string, FormAnswer>>;

/** Index of the next question to ask, beginning with the given one. The number of questions if none is left. */
export function nextPlace(questions: readonly FormQuestion[], from: number, answers: FormAnswers): number {
  const found = questions.findIndex(
    ({ when }, place) => place >= from && (when === undefined || isAsked(when, answers)),
  );
  return found < 0 ? questions.length : found;
}

function isAsked({ terms, link, hides = false }: FormCondition, answers: FormAnswers): boolean {
  const holds = (term: FormTerm) => meets(term, answers) !== (term.not === true);
  return (link === 'all' ? terms.every(holds) : terms.some(holds)) !== hides;
}

function meets({ question, is, value }: FormTerm, answers: FormAnswers): boolean {
  const answer = answers[question];
  const said = (typeof answer === 'object' ? Object.values(answer) : [answer ?? '']).map((one) => one.toLowerCase());
  const wanted = value.toLowerCase();
  if (is === 'filled') return said.some((one) => one !== '');
  return said.some((one) => (is === 'equal' ? one === wanted : one.includes(wanted)));
}

/** The parts of a name or an address, in the order in which people write them. */
export const NAME_PARTS = ['first', 'last'] as const;
export const ADDRESS_PARTS = ['street', 'city', 'state', 'postal', 'country'] as const;

/** The answer as it is shown to the person. */
export function answerInWords(answer: FormAnswer): string {
  if (typeof answer === 'string') return answer;
  return Array.isArray(answer) ? answer.join(', ') : Object.values(answer).join(' ');
}

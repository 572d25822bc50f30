/** A question that only the product knows, asked in the chat one by one. Plain data, so that it can wait in dialog state. */
export interface FormQuestion {
  /** Key of its answer. */
  readonly name: string;
  readonly title: string;
  readonly kind: FormQuestionKind;
  readonly required: boolean;
  /** Of `choice` and `choices`. */
  readonly choices?: readonly string[];
  /** Of `rating`: 1 to this. Default 5. */
  readonly max?: number;
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

/** Text for most kinds; ISO `2026-11-21` for a date, `14:30` for a time; several for `choices`; parts for names and addresses. */
export type FormAnswer = string | readonly string[] | Readonly<Record<string, string>>;
/** By question name; a question that was skipped has none. */
export type FormAnswers = Readonly<Record<string, FormAnswer>>;

/** The parts of a name or an address, in the order people write them. */
export const NAME_PARTS = ['first', 'last'] as const;
export const ADDRESS_PARTS = ['street', 'city', 'state', 'postal', 'country'] as const;

/** A message, independent of what the channel can show. `render-card` and `render-words` turn it into an activity. */
export interface Message {
  /** Our own sentences, in Markdown. Text from elsewhere must be escaped. */
  readonly text?: string;
  /** One card, on channels with cards. All text on it is shown unchanged, never as Markdown. */
  readonly card?: Card;
  /** Possible answers: buttons, or a numbered list whose numbers are answers too. */
  readonly choices?: readonly string[];
  /** Suggested replies. */
  readonly suggestions?: readonly string[];
}

export interface Card {
  readonly title: string;
  /** URL of a small picture next to the title; decoration only. */
  readonly icon?: string;
  /** The card can no longer be used. */
  readonly isOver?: boolean;
  readonly text?: string;
  readonly facts?: readonly { readonly title: string; readonly value: string }[];
  readonly items?: readonly CardItem[];
  /** Says how many items are not shown. */
  readonly more?: string;
  readonly form?: CardForm;
  /** The button opens it. In text it has its own line. */
  readonly link?: { readonly title: string; readonly url: string; readonly isMain?: boolean };
  readonly footer?: string;
}

export interface CardItem {
  readonly title: string;
  readonly subtitle?: string;
  readonly url?: string;
}

/** Fields to fill in. */
export interface CardForm {
  readonly fields: readonly CardField[];
  readonly submit: string;
  /** Sent back with what was filled in. */
  readonly data: Readonly<Record<string, string>>;
  /** How to answer without the form. */
  readonly inWords?: string;
}

export type CardField =
  /** Shows a fixed value. */
  | { readonly kind: 'shown'; readonly text: string; readonly hint?: string }
  | {
      readonly kind: 'text' | 'secret' | 'lines' | 'date' | 'time' | 'choice' | 'choices';
      readonly key: string;
      /** The label above it, which screen readers read. */
      readonly label: string;
      readonly hint?: string;
      readonly required?: { readonly isRequired: boolean; readonly errorMessage: string };
      readonly choices?: readonly { readonly title: string; readonly value: string }[];
      readonly value?: string;
    };

/** An address from a product's response is a link only if it is a web address. */
export function isWebAddress(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\//i.test(url);
}

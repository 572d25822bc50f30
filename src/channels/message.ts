/** Something to say, whatever the channel shows. `render-card` and `render-words` make an activity of it. */
export interface Message {
  /** Sentences of ours, in Markdown; what comes from elsewhere is escaped in them. */
  readonly text?: string;
  /** One card, where the channel has cards. Every word on it is shown exactly as it is, never as Markdown. */
  readonly card?: Card;
  /** What the question can be answered with: buttons, or a numbered list of which the number is an answer too. */
  readonly choices?: readonly string[];
  /** Things to say next. */
  readonly suggestions?: readonly string[];
}

export interface Card {
  readonly title: string;
  /** Address of a small picture beside the title: decoration, never the only thing that says what it is about. */
  readonly icon?: string;
  /** What it asked or offered is over. */
  readonly isOver?: boolean;
  readonly text?: string;
  readonly facts?: readonly { readonly title: string; readonly value: string }[];
  readonly items?: readonly CardItem[];
  /** Says how many of the items are not shown. */
  readonly more?: string;
  readonly form?: CardForm;
  /** The button opens it; in words it has a line of its own. */
  readonly link?: { readonly title: string; readonly url: string; readonly isMain?: boolean };
  readonly footer?: string;
}

export interface CardItem {
  readonly title: string;
  readonly subtitle?: string;
  readonly url?: string;
}

/** Something to fill in. */
export interface CardForm {
  readonly fields: readonly CardField[];
  readonly submit: string;
  /** Comes back with what was filled in. */
  readonly data: Readonly<Record<string, string>>;
  /** How to answer where there is nothing to fill in. */
  readonly inWords?: string;
}

export type CardField =
  /** Says a value that is fixed. */
  | { readonly kind: 'shown'; readonly text: string; readonly hint?: string }
  | {
      readonly kind: 'text' | 'secret' | 'lines' | 'date' | 'time' | 'choice' | 'choices';
      readonly key: string;
      /** What screen readers call it, and what stands above it. */
      readonly label: string;
      readonly hint?: string;
      readonly required?: { readonly isRequired: boolean; readonly errorMessage: string };
      readonly choices?: readonly { readonly title: string; readonly value: string }[];
      readonly value?: string;
    };

/** An address out of a product's answer is opened only where it is one of the web. */
export function isWebAddress(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\//i.test(url);
}

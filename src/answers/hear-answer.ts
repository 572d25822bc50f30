import type { FormAnswer, FormQuestion } from '../model/form-question.ts';
import type { InputProblem } from '../model/input-problem.ts';
import type { Words } from '../model/words.ts';
import { bare } from './fold.ts';
import { isNo } from './is-no.ts';
import { tonguesOf } from './languages/languages.ts';
import type { Question } from './questions.ts';
import { readChoice } from './read-choice.ts';
import { readForm } from './read-form-answer.ts';
import { readYesNo } from './read-yes-no.ts';
import type { Spoken } from './spoken.ts';
import { withoutPolite } from './without-polite.ts';

/** The question that a message may answer. */
export type OpenQuestion =
  | { readonly ask: 'input'; readonly question: Question; readonly offered?: readonly string[] }
  /** "Really?" */
  | { readonly ask: 'yes' }
  /** One of several ways, by their titles. */
  | { readonly ask: 'method'; readonly titles: readonly string[] }
  /** `isReview`: all questions are answered, and the person looks at the answers. */
  | { readonly ask: 'form'; readonly question: FormQuestion; readonly isReview?: boolean }
  /** Whether to try again. */
  | { readonly ask: 'retry' };

export interface Listening {
  readonly words: Words;
  readonly spoken: Spoken;
  /** `connections`, or `use` and `disconnect` with a product that is known. */
  readonly isAboutConnections: (said: string) => boolean;
  /** `connect` or `reconnect` with a product that is known: the bot itself says to say so. */
  readonly asksToConnect: (said: string) => boolean;
}

/** The answer to an open question. */
export type AnswerHeard =
  /** As it is stored. */
  | { readonly ask: 'input'; readonly value: unknown }
  | { readonly ask: 'form'; readonly value: FormAnswer }
  /** The index of the title. */
  | { readonly ask: 'method'; readonly value: number }
  | { readonly ask: 'yes' | 'retry'; readonly value: boolean };

/** What a message means for the open question. */
export type Heard =
  | ({ readonly as: 'answer' } & AnswerHeard)
  /** It could be an answer, but not one that the product has offered, or it asks to connect a product: it may be for the bot. */
  | ({ readonly as: 'guess' } & AnswerHeard)
  | { readonly as: 'skip' }
  /** "No" to the review of a form: something has to be changed first. */
  | { readonly as: 'change' }
  | { readonly as: 'command'; readonly command: 'cancel' | 'help' | 'connections' }
  /** None of these: it may be for the bot. If not, the person hears the problem and the question again. */
  | { readonly as: 'other'; readonly problem: InputProblem; readonly choices?: readonly string[] };

/**
 * The one rule for what a message means. **An exact answer to the open question comes first**: a choice, a number, a day, yes or
 * no, or text in a format that the word "cancel" does not have. Commands come next; if any text would be an answer, only help,
 * words about connections, and the cancel word without quotes are commands. Then comes an answer that is not exact. If the product
 * has offered choices, other text is only a guess, and every command works. A wish to connect a product is only a guess too. In a
 * form a mere "no" cancels nothing, because all answers would be lost: what may be left out is skipped, and what is needed is asked
 * again.
 *
 * @param said what was typed, or what the question's own card submitted
 */
export function hearAnswer(open: OpenQuestion, said: unknown, listening: Listening): Heard {
  const reading = readAnswer(open, said, listening);
  if (reading.status === 'read' && reading.isExact) return { as: 'answer', ...reading.answer };
  const text = typeof said === 'string' ? said.trim() : '';
  if (canSkip(open) && (listening.words.skip.test(text) || isNone(open, text, listening))) return { as: 'skip' };
  if (open.ask === 'form' && !takesAnyText(open) && isNo(text, listening.spoken.locale)) return noInForm(open);
  const command = commandIn(text, reading.status === 'read' && takesAnyText(open), listening);
  if (command !== undefined) return { as: 'command', command };
  if (reading.status === 'read') {
    const isForBot = isGuess(open, reading) || (!QUOTED.test(text) && listening.asksToConnect(text));
    return { as: isForBot ? 'guess' : 'answer', ...reading.answer };
  }
  const { problem, choices } = reading;
  return { as: 'other', problem, ...(choices === undefined ? {} : { choices }) };
}

/** In quotes it is ordinary text. */
const QUOTED = /^["'«»“”„‘’「『]/u;

function noInForm(open: Extract<OpenQuestion, { ask: 'form' }>): Heard {
  if (open.isReview === true) return { as: 'change' };
  return canSkip(open) ? { as: 'skip' } : { as: 'other', problem: NOT_ONE_OF_THESE.problem };
}

type Reading =
  | {
      readonly status: 'read';
      readonly answer: AnswerHeard;
      readonly isExact: boolean;
      /** It is one of the choices that the product has offered. */
      readonly isChosen: boolean;
    }
  | { readonly status: 'refused'; readonly problem: InputProblem; readonly choices?: readonly string[] };

function read(answer: AnswerHeard, isExact: boolean, isChosen = false): Reading {
  return { status: 'read', answer, isExact, isChosen };
}

const NOT_ONE_OF_THESE: Extract<Reading, { status: 'refused' }> = {
  status: 'refused',
  problem: { why: 'not_a_kind', kind: 'choice', example: '' },
};

function readAnswer(open: OpenQuestion, said: unknown, { words, spoken }: Listening): Reading {
  const text = typeof said === 'string' ? said.trim() : '';
  switch (open.ask) {
    case 'input': {
      const { question, offered = [] } = open;
      if (said === '') return { status: 'refused', problem: { why: 'not_a_kind', kind: 'text', example: '' } };
      const chosen = readChoice(text, offered, spoken.locale);
      const reading = question.read(chosen === undefined ? said : offered[chosen.index], spoken);
      if (reading.status === 'refused') return reading;
      const isExact = reading.isExact || chosen?.exact === true;
      return read({ ask: 'input', value: reading.value }, isExact, chosen !== undefined);
    }
    case 'yes': {
      const isYes = words.yes.test(text) || readYesNo(text, spoken.locale);
      if (isYes === undefined)
        return { status: 'refused', problem: { why: 'not_a_kind', kind: 'yes_no', example: '' } };
      return read({ ask: 'yes', value: isYes }, true);
    }
    case 'method': {
      const chosen = readChoice(text, open.titles, spoken.locale);
      return chosen === undefined ? NOT_ONE_OF_THESE : read({ ask: 'method', value: chosen.index }, chosen.exact);
    }
    case 'form':
      return formReading(open.question, said, spoken);
    case 'retry':
      return words.again.test(text) ? read({ ask: 'retry', value: true }, true) : NOT_ONE_OF_THESE;
  }
}

function formReading(question: FormQuestion, said: unknown, spoken: Spoken): Reading {
  const reading = readForm(question, said, spoken);
  if (reading?.status === 'read') return read({ ask: 'form', value: reading.answer }, reading.isExact);
  if (reading === undefined) return { status: 'refused', problem: { why: 'other' } };
  return { status: 'refused', problem: { why: 'which_day' }, choices: reading.choices };
}

function isGuess(open: OpenQuestion, { isChosen }: Reading & { readonly status: 'read' }): boolean {
  return open.ask === 'input' && hasOffer(open) && !isChosen;
}

function hasOffer({ offered = [] }: Extract<OpenQuestion, { ask: 'input' }>): boolean {
  return offered.length > 0;
}

function canSkip(open: OpenQuestion): boolean {
  if (open.ask === 'input') return open.question.canBeSkipped;
  return open.ask === 'form' && !open.question.required;
}

/** "none of them", if the question has choices. */
function isNone(open: OpenQuestion, said: string, { spoken }: Listening): boolean {
  const isChosen =
    open.ask === 'form'
      ? open.question.kind === 'choice' || open.question.kind === 'choices'
      : open.ask === 'input' && open.question.choices.length > 0;
  return (
    isChosen && tonguesOf(spoken.locale).some(({ words }) => words.none.includes(withoutPolite(bare(said), words)))
  );
}

const ANY_TEXT: ReadonlySet<FormQuestion['kind']> = new Set(['text', 'long_text', 'full_name', 'address']);

function takesAnyText(open: OpenQuestion): boolean {
  if (open.ask === 'form') return ANY_TEXT.has(open.question.kind);
  if (open.ask !== 'input' || hasOffer(open)) return false;
  const { kind } = open.question;
  return kind.kind === 'text' || (kind.kind === 'list' && kind.of.kind === 'text');
}

function commandIn(
  said: string,
  anyText: boolean,
  { words, isAboutConnections }: Listening,
): Extract<Heard, { as: 'command' }>['command'] | undefined {
  const cancels = anyText ? words.cancelAlone : words.cancel;
  if (cancels.test(said)) return 'cancel';
  if (words.help.test(said)) return 'help';
  return isAboutConnections(said) ? 'connections' : undefined;
}

import { expectedInForm } from '../answers/expected-input.ts';
import { inputsRead, type Question, questionNamed } from '../answers/questions.ts';
import { shownInForm } from '../answers/shown-form-answer.ts';
import { questionMessage } from '../channels/question-message.ts';
import { withoutMarkdown } from '../channels/without-markdown.ts';
import { offeredProfiles } from '../flows/access.ts';
import { knownActionOf } from '../flows/errand-action.ts';
import type { Ask, Errand } from '../model/errand.ts';
import { type FormQuestion, nextPlace } from '../model/form-question.ts';
import { isReview, reviewLines } from '../model/form-review.ts';
import type { InputProblem } from '../model/input-problem.ts';
import { problemInWords } from '../model/problem-in-words.ts';
import { escapeSentence } from '../texts/name-in-chat.ts';
import { purposeOf } from './errand-title.ts';
import { say, show } from './say.ts';
import { productName, spokenOf, type Turn } from './turn.ts';

/** Says the open question of an errand. Returns its card, with the title that stays when the card closes. */
export async function askQuestion(turn: Turn, errand: Errand, ask: Ask): Promise<Errand['card']> {
  const { texts, inWords, services } = turn;
  const product = productName(turn, errand.integration);
  switch (ask.kind) {
    case 'input': {
      const question = questionNamed(knownActionOf(services, errand), ask.name);
      if (question === undefined) return undefined;
      const asked = texts.askInput(inWords(question.title), question.hint && inWords(question.hint));
      const text = ask.problem === undefined ? asked : `${problemSaid(turn, ask.problem)} ${asked}`;
      await askInput(turn, errand, question, text, ask.choices ?? []);
      return undefined;
    }
    case 'yes': {
      const action = knownActionOf(services, errand);
      const inputs = inputsRead(action, errand.input, spokenOf(turn).locale);
      const text = texts.confirmDestructive(product, inWords(action.purpose), inputs);
      await say(turn, text, [texts.sayYes, texts.sayCancel]);
      return undefined;
    }
    case 'method': {
      const text = `${texts.needsAccess(product, purposeOf(turn, errand))} ${texts.whichMethod(product)}`;
      const choices = offeredProfiles(services, errand.integration).map(({ title }) => inWords(title));
      await show(turn, { text, choices, suggestions: [texts.sayCancel] });
      return undefined;
    }
    case 'form': {
      if (isReview(ask)) {
        const text = texts.formReview(reviewLines(ask, errand.answers, shownInForm(spokenOf(turn).locale)));
        await say(turn, text, [texts.formSend, texts.sayCancel]);
        return undefined;
      }
      const { questions, at } = ask;
      const question = questions[at];
      if (question === undefined) return undefined;
      const isFirst = ask.back !== true && at === nextPlace(questions, 0, {});
      if (isFirst) await say(turn, texts.formIntroduction(questions.length));
      return askForm(turn, errand, question, texts.formProgress(question.title, at + 1, questions.length));
    }
    case 'retry':
      return undefined;
  }
}

async function askForm(turn: Turn, errand: Errand, question: FormQuestion, title: string): Promise<Errand['card']> {
  const { texts } = turn;
  const message = questionMessage(question, title, texts, errand.id, expectedInForm(question.kind, spokenOf(turn)));
  const suggestions = [...(question.required ? [] : [texts.skip]), texts.sayCancel];
  if (message.card === undefined) {
    await show(turn, { ...message, text: escapeSentence(title), suggestions });
    return undefined;
  }
  const id = await show(turn, { ...message, suggestions });
  return id === undefined ? undefined : { id, title };
}

/** Asks for an input in the way that fits its kind: boxes to tick, buttons or free text. */
export async function askInput(
  turn: Turn,
  errand: Pick<Errand, 'id'>,
  { name, kind, choices, canBeSkipped }: Question,
  text: string,
  offered: readonly string[],
): Promise<void> {
  const { texts } = turn;
  const suggestions = [...(canBeSkipped ? [texts.skip] : []), texts.sayCancel];
  if (kind.kind === 'list' && choices.length > 0) {
    // a card shows its text unchanged, so no Markdown
    const title = withoutMarkdown(text);
    const asked = { name, title, kind: 'choices', required: true, choices } as const;
    const message = questionMessage(asked, title, texts, errand.id);
    await show(turn, { ...message, suggestions });
    return;
  }
  const yesNo = kind.kind === 'yes_no' ? [texts.sayYes, texts.sayNo] : choices;
  await show(turn, { text, choices: offered.length > 0 ? offered : yesNo, suggestions });
}

/** What is wrong with an answer. An action's own sentence may quote the product, so nothing in it may become a link. */
export function problemSaid({ texts, inWords }: Turn, given: InputProblem): string {
  const problem = problemInWords(given, inWords);
  return texts.inputProblem(problem.why === 'said' ? { ...problem, text: escapeSentence(problem.text) } : problem);
}

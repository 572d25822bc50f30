import { inputsRead, type Question, questionNamed } from '../answers/questions.ts';
import { withoutMarkdown } from '../channels/without-markdown.ts';
import type { Ask, Errand } from '../model/errand.ts';
import { nextPlace } from '../model/form-question.ts';
import { isReview, reviewLines } from '../model/form-review.ts';
import { productName } from './errand-title.ts';
import { askChoices, askFormQuestion } from './form-prompt.ts';
import { actionOf } from './known-actions.ts';
import { problemSaid } from './problem-said.ts';
import { say, show } from './say.ts';
import type { Talk } from './talk.ts';
import { spokenOf, turnOf } from './turn.ts';

/** Says the open question of an errand. Gives the card on it that is open, and the title it keeps when it closes. */
export async function askQuestion(talk: Talk, errand: Errand, ask: Ask): Promise<Errand['card']> {
  const { context, authorizer } = talk;
  const { texts, inWords } = turnOf(context);
  const product = productName(authorizer, errand.integration);
  switch (ask.kind) {
    case 'input': {
      const question = questionNamed(actionOf(authorizer, errand), ask.name);
      if (question === undefined) return undefined;
      const asked = texts.askInput(inWords(question.title), question.hint && inWords(question.hint));
      const text = ask.problem === undefined ? asked : `${problemSaid({ texts, inWords }, ask.problem)} ${asked}`;
      await askInput(talk, question, text, ask.choices ?? []);
      return undefined;
    }
    case 'yes': {
      const action = actionOf(authorizer, errand);
      const text = texts.confirmDestructive(
        product,
        inWords(action.purpose),
        inputsRead(action, errand.input, spokenOf(context).locale),
      );
      await say(context, text, [texts.sayYes, texts.sayCancel]);
      return undefined;
    }
    case 'method': {
      const text = `${texts.needsAccess(product, purposeOf(talk, errand))} ${texts.whichMethod(product)}`;
      const choices = authorizer.offeredProfiles(errand.integration).map(({ title }) => inWords(title));
      await show(context, { text, choices, suggestions: [texts.sayCancel] });
      return undefined;
    }
    case 'form': {
      if (isReview(ask)) {
        const text = texts.formReview(reviewLines(ask, errand.answers));
        await say(context, text, [texts.formSend, texts.sayCancel]);
        return undefined;
      }
      const question = ask.questions[ask.at];
      if (question === undefined) return undefined;
      if (ask.back !== true && ask.at === nextPlace(ask.questions, 0, {}))
        await say(context, texts.formIntroduction(ask.questions.length));
      const place = { number: ask.at + 1, count: ask.questions.length };
      const id = await askFormQuestion(context, question, place, texts);
      const title = texts.formProgress(question.title, place.number, place.count);
      return id === undefined ? undefined : { id, title };
    }
    case 'retry':
      return undefined;
  }
}

/** Asks for an input, in the way that fits its kind. */
export async function askInput(
  { context }: Talk,
  { name, kind, choices, canBeSkipped }: Question,
  text: string,
  offered: readonly string[],
): Promise<void> {
  const { texts } = turnOf(context);
  const suggestions = [...(canBeSkipped ? [texts.skip] : []), texts.sayCancel];
  if (kind.kind === 'list' && choices.length > 0) {
    // a card shows its words as they are
    await askChoices(context, { name, title: withoutMarkdown(text), choices }, suggestions, texts);
    return;
  }
  const yesNo = kind.kind === 'yes_no' ? [texts.sayYes, texts.sayNo] : choices;
  await show(context, { text, choices: offered.length > 0 ? offered : yesNo, suggestions });
}

/** Completes "I need access to Jira to …". */
export function purposeOf({ context, authorizer }: Talk, errand: Errand): string {
  const purpose = errand.connect?.purpose ?? authorizer.action(errand.actionId ?? '')?.purpose ?? '';
  return turnOf(context).inWords(purpose);
}

import { actionOf } from '../flows/errand-action.ts';
import { answerInWords } from '../model/answer-in-words.ts';
import type { Errand, ErrandResult } from '../model/errand.ts';
import { AFTER_FAILURE } from '../model/next-step.ts';
import { escapeSentence } from '../texts/name-in-chat.ts';
import { sayable } from './next-steps.ts';
import { say, show } from './say.ts';
import { contactIn, productName, type Turn } from './turn.ts';

/** Says the result of an action: its answer, why there is none, or that it may have been done. */
export async function sayResult(turn: Turn, errand: Errand, result: ErrandResult): Promise<void> {
  const { texts, inWords } = turn;
  const product = productName(turn, errand.integration);
  switch (result.status) {
    case 'done': {
      const { url, ...given } = result.answer;
      const link = url === undefined ? {} : { link: { title: texts.openButton, url } };
      const footer = result.actingAs === undefined ? {} : { footer: texts.actingAs(product, result.actingAs) };
      await show(turn, { card: { ...answerInWords(given, inWords), ...link, ...footer } });
      return;
    }
    case 'failed': {
      const { retry, why, text: own } = result;
      // our actions' fixed sentences have translations; a product's words in one must not become a link
      const failure = own === undefined ? result : { ...result, text: escapeSentence(inWords(own)) };
      const text =
        why === 'still_refused'
          ? texts.stillRefused(product)
          : texts.actionFailed(product, { ...failure, why }, contactIn(turn));
      const next = sayable(turn, errand, AFTER_FAILURE[why]);
      return say(turn, retry ? `${text} ${texts.retryHint}` : text, next);
    }
    case 'unsure': {
      const title = inWords(actionOf(turn.services, errand)?.title ?? product);
      return say(turn, texts.interrupted(title), sayable(turn, errand, AFTER_FAILURE.unsure));
    }
  }
}

import { moveErrand } from '../flows/move-errand.ts';
import type { Ask, Errand } from '../model/errand.ts';
import type { GoneOn } from './go-on.ts';
import { sayOwed } from './say-owed.ts';
import type { Turn } from './turn.ts';

/** Says the open question once more, without what was wrong with an earlier answer. */
export async function askAgain(turn: Turn, errand: Errand): Promise<GoneOn> {
  if (errand.status !== 'asking') return { status: 'open', errand };
  const asked = await moveErrand(turn.services, errand, { type: 'asks', ask: withoutProblem(errand.ask) });
  return { status: 'open', errand: asked === undefined ? errand : await sayOwed(turn, asked) };
}

function withoutProblem(ask: Ask): Ask {
  if (ask.kind !== 'input') return ask;
  const { problem: _, ...question } = ask;
  return question;
}

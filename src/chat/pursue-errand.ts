import type { Errand } from '../model/errand.ts';
import { askAccess } from './ask-access.ts';
import { askBelow } from './ask-below.ts';
import { type GoneOn, goOn } from './go-on.ts';
import { sayOwedOrFail } from './say-owed.ts';
import type { Talk } from './talk.ts';

/**
 * Goes on with an errand unasked: says what it owes, and runs it where it is ready. Throws where the conversation does not
 * take it, so that it is tried again.
 */
export async function pursueErrand(talk: Talk, errand: Errand): Promise<GoneOn> {
  if (errand.status === 'waiting' && errand.owes === 'access') {
    const { lacks = { reason: 'none' }, isAskedOnPage } = errand;
    return askAccess(talk, errand, { lacks, isStored: true, isAskedOnPage });
  }
  const said = await sayOwedOrFail(talk, errand);
  if (said.status === 'ready' && said.owes === undefined) {
    const gone = await goOn(talk, said, { isStored: true });
    if (gone.status === 'over' && said.by === 'plain') await askBelow(talk);
    return gone;
  }
  return { status: 'open', errand: said };
}

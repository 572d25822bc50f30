import { z } from 'zod';
import type { AnswerItem, Api } from '../model/action.ts';
import { record, text } from '../model/json.ts';
import { pastedLink } from './pasted-link.ts';
import { type Listener, say } from './sentences/said/say.ts';

/** The number of a deal, also from a link to it. */
export const dealNumber = z
  .union([z.string(), z.number()])
  .transform((given) => {
    const said = String(given).trim();
    return pastedLink(said, ({ pathname }) => /\/deals\/(\d+)/.exec(pathname)?.[1]) ?? said;
  })
  .pipe(z.string().regex(/^\d{1,20}$/, 'A deal number has only digits. "Find a Freshsales deal" shows it.'))
  .meta({ title: 'Which deal?', description: 'Its number or its link' });

/** The parts of a deal that answers show. Empty if Freshsales has no value. */
export interface FreshsalesDeal {
  readonly id: string;
  readonly name: string;
  readonly amount: string;
  readonly url: string;
}

/** Reads a deal or a search result. */
export function readFreshsalesDeal(entry: unknown, api: Api): FreshsalesDeal {
  const deal = record(entry);
  const id = text(deal.id);
  return { id, name: text(deal.name), amount: text(deal.amount), url: api.getUri({ url: `/deals/${id}` }) };
}

export function dealItem({ id, name, amount, url }: FreshsalesDeal, listener: Listener): AnswerItem {
  return { title: name, subtitle: [amount, say(listener, 'deal {id}', { id })].filter(Boolean).join(' · '), url };
}

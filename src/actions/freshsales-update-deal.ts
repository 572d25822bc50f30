import { z } from 'zod';
import { ActionRefusedError } from '../errors.ts';
import { type Api, defineAction } from '../model/action.ts';
import { record, text } from '../model/json.ts';
import { createdId, documentedEntries, documentedNumber } from './documented.ts';
import { dealNumber, readFreshsalesDeal } from './freshsales-deal.ts';
import { namedField } from './freshsales-problem.ts';
import { chosenFrom, offer } from './offer.ts';
import { orRefuse } from './or-refuse.ts';
import { refusedAs } from './refused-as.ts';
import { type Listener, say, word } from './sentences/said/say.ts';

const FIELDS = ['stage', 'amount', 'name'] as const;

/** `PUT /deals/{id}`, one field at a time. `GET /selector/deal_stages` lists the stages. */
export const freshsalesUpdateDeal = defineAction({
  id: 'freshsales.updateDeal',
  title: 'Update a Freshsales deal',
  purpose: 'change the deal',
  integration: 'freshsales',
  scopes: [],
  input: z.object({
    deal: dealNumber,
    field: z.enum(FIELDS, 'Please choose stage, amount or name.').meta({ title: 'What should I change?' }),
    value: z
      .string()
      .trim()
      .min(1, 'It cannot be empty.')
      .max(200, 'That is too long.')
      .meta({ title: 'What should it be?', description: 'A stage like Won, an amount like 1200, or a name' }),
  }),
  phrases: [
    /^(?:set|change) (?:the )?(?<field>stage|amount|name) of (?:the )?freshsales deal (?<deal>\d+|https?:\S+) to (?<value>.+)$/i,
    /^(?:update|change|edit) (?:the )?freshsales deal (?<deal>\d+|https?:\S+)$/i,
  ],
  run: async (api, { deal, field, value }, context) => {
    const changed = await changeOf(api, field, value, context);
    const refused = (body: unknown) => refusedDeal(body, field, context);
    const { data } = await orRefuse(api.put<unknown>(`/api/deals/${deal}`, { deal: changed.fields }), {
      400: refused,
      403: 'Your Freshsales key is not allowed to change deals.',
      404: say(context, "There is no {target}, or your key can't see it.", {
        target: say(context, 'deal {id}', { id: deal }),
      }),
      422: refused,
    });
    const { deal: updated } = record(data);
    createdId(record(updated).id);
    const { name, url } = readFreshsalesDeal(updated, api);
    const target = name || say(context, 'deal {id}', { id: deal });
    return { target, field, shown: changed.shown, url };
  },
  answer: ({ target, field, shown, url }, context) => ({
    title: say(context, 'Changed the {field} of {key}', { field: word(context, field), key: target }),
    text: shown,
    url,
  }),
});

async function changeOf(api: Api, field: (typeof FIELDS)[number], value: string, context: Listener) {
  if (field === 'name') return { fields: { name: value }, shown: value };
  if (field === 'stage') {
    const stage = await stageNamed(api, value, context);
    return { fields: { deal_stage_id: stage.id }, shown: stage.name };
  }
  const amount = value.replace(/[\s_]|,(?=\d{3}\b)/g, '');
  if (!/^\d{1,12}(?:\.\d{1,2})?$/.test(amount)) return offer('value', 'An amount looks like 1200 or 1200.50.', []);
  return { fields: { amount: Number(amount) }, shown: amount };
}

async function stageNamed(api: Api, value: string, context: Listener) {
  const { data } = await orRefuse(api.get<unknown>('/api/selector/deal_stages'), {
    403: 'Your Freshsales key is not allowed to see the stages of deals.',
  });
  const stages = documentedEntries(record(data).deal_stages, 'id', 'name').map(({ id, name }) => ({
    id: documentedNumber(id),
    name: text(name),
  }));
  if (stages.length === 0) throw new ActionRefusedError('Your Freshsales account has no stages for deals.');
  const { found, choices } = chosenFrom(
    stages,
    value,
    ({ name }) => name,
    ({ id }) => String(id),
  );
  return found ?? offer('value', say(context, 'There is no stage called “{stage}”.', { stage: value }), choices);
}

function refusedDeal(body: unknown, field: string, context: Listener): string {
  const name = namedField(body, { stage: /stage/i, amount: /amount/i, name: /name/i });
  return refusedAs(context, 'Freshsales', name ?? field);
}

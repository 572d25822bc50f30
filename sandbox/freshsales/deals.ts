import { type Answer, json } from '../answer.ts';
import type { ProductRequest } from '../product.ts';
import { asObject, asText, jsonObject } from '../request-body.ts';
import type { World } from '../world.ts';
import { presentDeal } from './present.ts';
import { problem, recordNotFound } from './problem.ts';
import { dealStages, dealViews, type FreshsalesUser } from './seed.ts';
import { type FreshsalesDeal, nextId } from './state.ts';
import { viewPage } from './view-page.ts';

/** `GET /deals/filters` */
export function listDealViews(_world: World, user: FreshsalesUser): Answer {
  const filters = dealViews.map((view) => ({
    ...view,
    model_class_name: 'Deal',
    user_id: user.number,
    is_default: true,
  }));
  return json(200, { filters });
}

/** `GET /deals/view/{id}` */
export function showDealView(world: World, user: FreshsalesUser, request: ProductRequest): Answer {
  if (!dealViews.some(({ id }) => String(id) === request.params.id)) return recordNotFound();
  const { items, meta } = viewPage(request, dealsOf(world, user));
  return json(200, { deals: items.map(presentDeal), meta });
}

/** `POST /deals` */
export function createDeal(world: World, user: FreshsalesUser, request: ProductRequest): Answer {
  const input = asObject(jsonObject(request.body)?.deal);
  if (!input) return problem(400, 'deal is missing');
  const name = asText(input.name);
  const amount = Number(input.amount ?? Number.NaN);
  if (!name) return problem(400, "Name can't be blank");
  if (!Number.isFinite(amount)) return problem(400, 'Amount is not a number');
  const { freshsales } = world.state();
  const deal: FreshsalesDeal = {
    id: nextId(freshsales),
    tenant: user.tenant,
    owner: user.number,
    name,
    amount,
    stage: 402000500001,
    salesAccount: typeof input.sales_account_id === 'number' ? input.sales_account_id : null,
    createdAt: world.now(),
    updatedAt: world.now(),
  };
  freshsales.deals.push(deal);
  return json(200, { deal: presentDeal(deal) });
}

/** `GET /deals/{id}` */
export function showDeal(world: World, user: FreshsalesUser, request: ProductRequest): Answer {
  const deal = findDeal(world, user, request.params.id);
  return deal ? json(200, { deal: presentDeal(deal) }) : recordNotFound();
}

/** `PUT /deals/{id}` */
export function updateDeal(world: World, user: FreshsalesUser, request: ProductRequest): Answer {
  const deal = findDeal(world, user, request.params.id);
  if (!deal) return recordNotFound();
  const input = asObject(jsonObject(request.body)?.deal);
  if (!input) return problem(400, 'deal is missing');
  const amount = Number(input.amount ?? deal.amount);
  if (!Number.isFinite(amount)) return problem(400, 'Amount is not a number');
  const stage = dealStages.find(({ id }) => id === (input.deal_stage_id ?? deal.stage))?.id;
  if (stage === undefined) return problem(400, 'Deal stage is invalid');
  const { deals } = world.state().freshsales;
  const updated = { ...deal, name: asText(input.name) ?? deal.name, amount, stage, updatedAt: world.now() };
  deals[deals.indexOf(deal)] = updated;
  return json(200, { deal: presentDeal(updated) });
}

/** `GET /selector/deal_stages` */
export function listDealStages(): Answer {
  return json(200, { deal_stages: dealStages.map((stage, index) => ({ ...stage, position: index + 1 })) });
}

/** `DELETE /deals/{id}`: a bare `true`. */
export function deleteDeal(world: World, user: FreshsalesUser, request: ProductRequest): Answer {
  const deal = findDeal(world, user, request.params.id);
  if (!deal) return recordNotFound();
  const { deals } = world.state().freshsales;
  deals.splice(deals.indexOf(deal), 1);
  return json(200, true);
}

export function dealsOf(world: World, { tenant }: FreshsalesUser): readonly FreshsalesDeal[] {
  return world.state().freshsales.deals.filter((deal) => deal.tenant === tenant);
}

function findDeal(world: World, user: FreshsalesUser, id: string | undefined): FreshsalesDeal | undefined {
  return dealsOf(world, user).find((deal) => String(deal.id) === id);
}
